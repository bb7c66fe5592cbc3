package dev.wspact.internal.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wspact.message.CapturedMessage;
import dev.wspact.message.Direction;
import dev.wspact.message.Payload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** HAR files as DevTools and Playwright write them. */
class HarReaderTest {
    @TempDir
    private Path directory;

    private Recording read(String entry) throws IOException {
        return RecordingReader.read(Files.writeString(
                directory.resolve("r.har"),
                "{\n\"log\": {\"entries\": [\n{\"request\": {\"url\": \"http://h/\"}},\n" + entry + "]}}"));
    }

    private static String entry(String started, String... messages) {
        return "{\"_resourceType\":\"websocket\",\"startedDateTime\":\"" + started + "\",\"request\":{\"url\":"
                + "\"ws://h/p?user=42\",\"headers\":[{\"name\":\"Sec-WebSocket-Protocol\",\"value\":\"v1\"}]},"
                + "\"response\":{\"status\":101,\"headers\":[]},\n\"_webSocketMessages\":[\n"
                + String.join(",\n", messages) + "]}";
    }

    private static String message(String type, String time, int opcode, String data) {
        return "{\"type\":\"" + type + "\",\"time\":" + time + ",\"opcode\":" + opcode + ",\"data\":\"" + data + "\"}";
    }

    @ParameterizedTest
    @ValueSource(strings = {"s", "ms"})
    void seconds_and_milliseconds_are_told_apart_by_the_start_of_the_connection(String time) throws IOException {
        boolean seconds = time.equals("s");
        String at = seconds ? "1795340879.25" : "1795340879250.0";
        String later = seconds ? "1795340880.5" : "1795340880500";
        Recording recording = read(
                entry("2026-11-22T09:47:59.000Z", message("send", at, 1, "hi"), message("receive", later, 2, "AQI=")));

        assertThat(recording.connections()).singleElement().satisfies(connection -> {
            assertThat(connection.wire()).isFalse();
            assertThat(connection.events())
                    .containsExactly(
                            new RecordedEvent.Message(
                                    new CapturedMessage(
                                            Direction.SENT, 1, Duration.ofMillis(250), new Payload.Text("hi")),
                                    List.of()),
                            new RecordedEvent.Message(
                                    new CapturedMessage(
                                            Direction.RECEIVED,
                                            1,
                                            Duration.ofMillis(1500),
                                            Payload.Binary.of(new byte[] {1, 2})),
                                    List.of()));
            assertThat(connection.request().headers().values("sec-websocket-protocol"))
                    .containsExactly("v1");
        });
    }

    @Test
    void a_time_that_is_neither_is_an_error_and_never_a_guess() {
        assertThatThrownBy(() -> read(entry("2026-11-22T09:47:59Z", message("send", "12345.5", 1, "hi"))))
                .hasMessageContaining("r.har:6: ")
                .hasMessageContaining("neither in seconds (DevTools) nor in milliseconds (Playwright)");
        assertThatThrownBy(() -> read(entry("1970-01-01T00:00:00Z", message("send", "12345.5", 1, "hi"))))
                .as("near 1970 it could be both")
                .hasMessageContaining("neither in seconds");
        assertThatThrownBy(() -> read(entry("yesterday", message("send", "1795340879", 1, "hi"))))
                .hasMessageContaining("cannot be told apart");
    }

    @Test
    void all_messages_of_a_connection_are_in_one_unit() {
        assertThatThrownBy(() -> read(entry(
                        "2026-11-22T09:47:59Z",
                        message("send", "1795340879.25", 1, "hi"),
                        message("receive", "1795340879250", 1, "hi"))))
                .hasMessageContaining("r.har:7: ")
                .hasMessageContaining("which are in seconds");
    }

    @Test
    void control_frames_and_notes_of_errors_are_passed_over() throws IOException {
        Recording recording = read(entry(
                "2026-11-22T09:47:59Z",
                message("receive", "1795340879.25", 9, ""),
                message("error", "1795340879.25", -1, "oops"),
                message("receive", "1795340879.25", 1, "hi")));

        assertThat(recording.connections().get(0).events()).hasSize(1);
    }

    @Test
    void what_is_wrong_is_named_with_its_line() {
        assertThatThrownBy(() -> read(entry("2026-11-22T09:47:59Z", message("up", "1795340879.25", 1, "hi"))))
                .hasMessageContaining("r.har:6: type is \"up\"");
        assertThatThrownBy(() -> read(entry("2026-11-22T09:47:59Z", message("send", "1795340879.25", 3, "hi"))))
                .hasMessageContaining("opcode is 3");
        assertThatThrownBy(() -> read(entry("2026-11-22T09:47:59Z", message("send", "1795340879.25", 2, "*"))))
                .hasMessageContaining("not Base64");
        assertThatThrownBy(() -> read("{\"request\":{\"url\":\"http://h/\"}}"))
                .hasMessageContaining("none of its 2 entries is a WebSocket connection");
        assertThatThrownBy(() -> read("{\"_resourceType\":\"websocket\"}")).hasMessageContaining("embed");
    }
}
