package dev.wspact.internal.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wspact.internal.websocket.ConnectOutcome;
import dev.wspact.message.Direction;
import dev.wspact.message.Payload;
import dev.wspact.verification.RecordingFormatException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reads our own format strictly: whatever is wrong is an error with its line. */
class RecordingReaderTest {
    private static final String FIRST = "{\"line\":\"recording\",\"version\":1}\n";
    private static final String OPEN = "{\"line\":\"handshake\",\"connection\":1,\"url\":\"ws://h/p\",\"opened\":"
            + "\"2026-11-25T10:00:00Z\",\"request\":{\"headers\":{}},\"response\":{\"status\":101,\"headers\":{}}}\n";

    @TempDir
    private Path directory;

    private Recording read(String text) throws IOException {
        return RecordingReader.read(Files.writeString(directory.resolve("r.jsonl"), text));
    }

    private static String frame(String members) {
        return "{\"line\":\"frame\",\"connection\":1,\"sinceOpen\":\"PT0.1S\"," + members + "}\n";
    }

    @Test
    void joins_fragments_on_each_side_and_passes_pings_between_them() throws IOException {
        Recording recording = read(FIRST + OPEN
                + frame("\"direction\":\"received\",\"opcode\":\"text\",\"fin\":false,\"base64\":\"w6\""
                        .replace("w6", "eMM="))
                + frame("\"direction\":\"received\",\"opcode\":\"ping\"")
                + frame("\"direction\":\"sent\",\"opcode\":\"binary\",\"base64\":\"AQI=\"")
                + frame("\"direction\":\"received\",\"opcode\":\"continuation\",\"base64\":\"qQ==\"")
                + "{\"line\":\"close\",\"connection\":1,\"sinceOpen\":\"PT1S\",\"by\":\"server\",\"code\":4001}\n");

        assertThat(recording.connections()).singleElement().satisfies(connection -> {
            assertThat(connection.wire()).isTrue();
            assertThat(connection.watched()).isEqualTo(Duration.ofSeconds(1));
            assertThat(connection.request().line()).isEqualTo(2);
            assertThat(connection.events()).hasSize(4);
            assertThat(connection.events().get(1)).isInstanceOfSatisfying(RecordedEvent.Message.class, message -> {
                assertThat(message.captured().direction()).isEqualTo(Direction.SENT);
                assertThat(message.captured().payload()).isEqualTo(Payload.Binary.of(new byte[] {1, 2}));
            });
            assertThat(connection.events().get(2))
                    .isInstanceOfSatisfying(
                            RecordedEvent.Message.class,
                            message -> assertThat(message.captured().payload()).isEqualTo(new Payload.Text("xé")));
        });
    }

    @Test
    void reads_a_refusal_and_a_server_that_was_not_there() throws IOException {
        Recording recording = read(FIRST
                + "{\"line\":\"handshake\",\"connection\":1,\"url\":\"ws://h/p\",\"request\":{\"headers\":{}},\"response\":"
                + "{\"status\":401,\"headers\":{\"WWW-Authenticate\":[\"Bearer\"]},\"body\":{\"text\":\"no\"}}}\n"
                + "{\"line\":\"handshake\",\"connection\":2,\"url\":\"ws://h/p\",\"request\":{\"headers\":{}},"
                + "\"unreachable\":{\"problem\":\"nobody\",\"remedy\":\"start it\"}}\n");

        assertThat(recording.connections())
                .extracting(connection -> connection.answer().failure())
                .satisfiesExactly(
                        refused -> assertThat(refused).isInstanceOf(ConnectOutcome.Refused.class),
                        none -> assertThat(none).isInstanceOf(ConnectOutcome.Unreachable.class));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            {"line":"frame","connection":1,"sinceOpen":"PT0S","direction":"up","opcode":"text","text":"x"} | neither sent nor received
            {"line":"frame","connection":1,"sinceOpen":"PT0S","direction":"sent","opcode":"odd","text":"x"} | "opcode" is "odd"
            {"line":"frame","connection":1,"sinceOpen":"PT0S","direction":"sent","opcode":"continuation","text":"x"} | no message to continue
            {"line":"frame","connection":1,"sinceOpen":"PT0S","direction":"sent","opcode":"text"} | either "text" or "base64"
            {"line":"frame","connection":1,"sinceOpen":"PT0S","direction":"sent","opcode":"text","base64":"/w=="} | not UTF-8
            {"line":"frame","connection":1,"sinceOpen":"PT0S","direction":"sent","opcode":"binary","base64":"*"} | not Base64
            {"line":"frame","connection":1,"sinceOpen":"1 s","direction":"sent","opcode":"text","text":"x"} | not an ISO-8601 duration
            {"line":"frame","connection":1,"direction":"sent","opcode":"text","text":"x"} | "sinceOpen" is missing
            {"line":"frame","connection":1,"sinceOpen":"PT0S","direction":"sent","opcode":"text","text":"x","more":1} | "more" is no member that is known
            {"line":"frame","connection":7,"sinceOpen":"PT0S","direction":"sent","opcode":"text","text":"x"} | has no line "handshake" above
            {"line":"handshake","connection":1,"url":"ws://h/p","request":{"headers":{}},"opened":"2026-11-25T10:00:00Z","response":{"status":101,"headers":{}}} | has been opened before
            {"line":"handshake","connection":2,"url":"ws://h/p","request":{"headers":{}},"response":{"status":101,"headers":{}}} | "opened" is missing
            {"line":"handshake","connection":2,"url":"ws://h/p","request":{"headers":{"a":"b"}},"response":{"status":101,"headers":{}}} | "a" is a string, where an array
            {"line":"recording","version":1} | begins another recording
            {"line":"odd"} | no kind of line that is known
            {"line":"frame" | not one JSON value
            [] | an array
            """)
    void names_file_line_problem_and_remedy(String line, String problem) {
        assertThatThrownBy(() -> read(FIRST + OPEN + line + "\n"))
                .isInstanceOfSatisfying(RecordingFormatException.class, e -> assertThat(e.line())
                        .isEqualTo(3))
                .hasMessageContaining("r.jsonl:3: ")
                .hasMessageContaining(problem)
                .hasMessageEndingWith(".");
    }

    @Test
    void nothing_comes_after_the_end_of_a_connection() {
        assertThatThrownBy(() -> read(FIRST + OPEN
                        + "{\"line\":\"end\",\"connection\":1,\"sinceOpen\":\"PT1S\"}\n"
                        + frame("\"direction\":\"received\",\"opcode\":\"text\",\"text\":\"x\"")))
                .hasMessageContaining("r.jsonl:4: connection 1 has ended in line 3");
    }

    @Test
    void a_later_version_an_empty_file_and_no_file_are_errors() {
        assertThatThrownBy(() -> read("{\"line\":\"recording\",\"version\":2}\n"))
                .hasMessageContaining("version 2");
        assertThatThrownBy(() -> read("")).hasMessageContaining("it is empty");
        assertThatThrownBy(() -> read("hello\n")).hasMessageContaining("neither JSON Lines of wspact nor a HAR file");
        assertThatThrownBy(() -> read("{\"a\":1}")).hasMessageContaining("neither a recording of wspact");
        assertThatThrownBy(() -> RecordingReader.read(directory.resolve("none")))
                .hasMessageContaining("there is no such file");
    }

    @Test
    void a_file_without_a_final_line_feed_is_read_in_full() throws IOException {
        String text = FIRST + OPEN + frame("\"direction\":\"received\",\"opcode\":\"text\",\"text\":\"x\"");

        assertThat(read(text.strip()).connections().get(0).events()).hasSize(1);
    }

    @Test
    void the_recording_in_the_documentation_is_one() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "recordings.md"));
        int start = page.indexOf("```json\n") + "```json\n".length();
        Path file =
                Files.writeString(directory.resolve("doc.jsonl"), page.substring(start, page.indexOf("```", start)));

        assertThat(RecordingReader.read(file).connections())
                .singleElement()
                .satisfies(connection -> assertThat(connection.events()).hasSize(5));
        assertThat(PublishedRecordingSchema.violations(file)).isEmpty();
    }

    @Test
    void what_is_written_is_read_back_and_secrets_are_not() throws IOException {
        Path file = directory.resolve("written.jsonl");
        var redaction = MessageRedaction.of(java.util.Set.of("x-tenant"), List.of("/token", "/list/0"));
        try (RecordingWriter writer = RecordingWriter.create(file, redaction)) {
            int connection = writer.handshake(
                    new RecordedConnection.Request(
                            0,
                            java.net.URI.create("ws://me:secret1@h/p?token=secret2&user=42"),
                            new dev.wspact.message.Headers(java.util.Map.of(
                                    "Authorization", List.of("Bearer secret3"), "X-Tenant", List.of("secret4"))),
                            new Purpose(
                                    "desk",
                                    "feed",
                                    List.of(new Purpose.Named("a tick", List.of("open"))),
                                    true,
                                    Duration.ofSeconds(3))),
                    new RecordedConnection.Answer(
                            new dev.wspact.message.HandshakeResponse(
                                    101,
                                    new dev.wspact.message.Headers(
                                            java.util.Map.of("Set-Cookie", List.of("a=secret5")))),
                            null,
                            java.time.Instant.parse("2026-11-25T10:00:00.123Z")));
            writer.message(connection, said(Direction.SENT, 1, "{\"type\":\"auth\",\"token\":\"secret6\"}"));
            writer.message(connection, said(Direction.RECEIVED, 1, "{\"list\":[\"secret7\",2],\"ü\":\"\\u0000\"}"));
            writer.message(connection, said(Direction.RECEIVED, 2, "no json \u0000 \u2028"));
            writer.ready(connection, Duration.ofMillis(7));
            writer.ended(connection, Duration.ofMillis(9), new RecordedEvent.Trouble(true, "broke it", ""));
        }
        String text = Files.readString(file, StandardCharsets.UTF_8);

        assertThat(text).doesNotContain("secret");
        RecordedConnection read = RecordingReader.read(file).connections().get(0);
        assertThat(read.request().purpose()).isNotNull();
        assertThat(read.request().url()).hasToString("ws://redacted@h/p?token=redacted&user=42");
        assertThat(read.events())
                .containsExactly(
                        new RecordedEvent.Message(
                                said(Direction.SENT, 1, "{\"type\":\"auth\",\"token\":\"redacted\"}"),
                                List.of("/token")),
                        new RecordedEvent.Message(
                                said(Direction.RECEIVED, 1, "{\"list\":[\"redacted\",2],\"ü\":\"\\u0000\"}"),
                                List.of("/list/0")),
                        new RecordedEvent.Message(said(Direction.RECEIVED, 2, "no json \u0000 \u2028"), List.of()),
                        new RecordedEvent.Ready(Duration.ofMillis(7)),
                        new RecordedEvent.Ended(Duration.ofMillis(9), new RecordedEvent.Trouble(true, "broke it", "")));
        assertThat(PublishedRecordingSchema.violations(file)).isEmpty();
    }

    private static dev.wspact.message.CapturedMessage said(Direction by, int position, String text) {
        return new dev.wspact.message.CapturedMessage(by, position, Duration.ofMillis(5), new Payload.Text(text));
    }
}
