package dev.wspact.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wspact.ContractFiles;
import dev.wspact.ProviderVerifier;
import dev.wspact.RecordingVerifier;
import dev.wspact.TrafficRecorder;
import dev.wspact.contract.Contract;
import dev.wspact.internal.recording.PublishedRecordingSchema;
import dev.wspact.verdict.ContractResult;
import dev.wspact.verdict.InteractionResult;
import dev.wspact.verdict.Verdict;
import dev.wspact.verification.RecordedTraffic;
import dev.wspact.verification.RecordingPlan;
import dev.wspact.verification.VerificationOptions;
import dev.wspact.wire.Script;
import dev.wspact.wire.ScriptedServer;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Recordings made over real sockets, by the verifier, by a client of our own and by a proxy, and judged without a server. */
@Timeout(120)
class RecordingsTest {
    private static final String CONTRACT =
            """
            consumer: desk
            provider: feed
            channel: { path: /ticks, subprotocols: [v1] }
            receives:
              a tick:
                send: { type: subscribe }
                schema:
                  $schema: https://json-schema.org/draft/2020-12/schema
                  type: object
                  properties: { type: { const: tick }, price: { type: number } }
                  required: [type, price]
                example: { type: tick, price: 1.5 }
                within: 20s
            sends:
              a ping:
                schema:
                  $schema: https://json-schema.org/draft/2020-12/schema
                  type: object
                  properties: { type: { const: ping }, id: { type: integer } }
                  required: [type, id]
                example: { type: ping, id: 7 }
                replies:
                  - schema:
                      $schema: https://json-schema.org/draft/2020-12/schema
                      type: object
                      properties: { type: { const: pong }, id: { type: integer } }
                      required: [type, id]
                    example: { type: pong, id: 7 }
                correlate: /id
            closes:
              a bye: { send: { type: bye }, code: 4001, within: 20s }
            """;

    @TempDir
    private Path directory;

    private List<Contract> contracts() throws IOException {
        return ContractFiles.read(Files.writeString(directory.resolve("feed.contract.yaml"), CONTRACT));
    }

    /** Answers as the contract has it, but for the price, until it is asked to close or the client does. */
    private static Script feed(String price) {
        return peer -> {
            peer.accept("Sec-WebSocket-Protocol: v1").ping("hb");
            try {
                while (true) {
                    String text = peer.nextMessage().toString();
                    if (text.contains("subscribe")) {
                        peer.text("{\"type\":\"tick\",\"price\":" + price + "}");
                    } else if (text.contains("ping")) {
                        peer.text(text.replace("ping", "pong"));
                    } else {
                        peer.close(4001, "bye");
                    }
                }
            } catch (EOFException closed) {
                return; // the client has what it wanted
            }
        };
    }

    private static Script untilGone(Script script) {
        return peer -> peer.untilGone(script);
    }

    private static List<String> words(ContractResult result) {
        return result.interactions().stream()
                .map(interaction -> interaction.verdict().word())
                .toList();
    }

    private ContractResult replay(Path file) throws IOException {
        return RecordingVerifier.of(VerificationOptions.ofRecording().build())
                .verify(contracts(), file)
                .contracts()
                .get(0);
    }

    @Test
    void a_verification_that_was_recorded_has_the_same_verdicts_again() throws Exception {
        for (String price : List.of("1.25", "\"1.25\"")) {
            Path file = directory.resolve("recorded").resolve("v.jsonl");
            ContractResult live;
            try (ScriptedServer server = ScriptedServer.start(untilGone(feed(price)))) {
                live = ProviderVerifier.of(VerificationOptions.of(server.uri("/"))
                                .headers(Map.of("Authorization", List.of("Bearer top-secret")))
                                .timeout(Duration.ofSeconds(20))
                                .recordTo(file)
                                .build())
                        .verify(contracts())
                        .contracts()
                        .get(0);
            }
            ContractResult replayed = replay(file);

            assertThat(words(live)).containsExactly(price.startsWith("\"") ? "failed" : "passed", "passed", "passed");
            assertThat(replayed.interactions())
                    .extracting(InteractionResult::verdict)
                    .isEqualTo(live.interactions().stream()
                            .map(InteractionResult::verdict)
                            .toList());
            assertThat(replayed.subject().notes())
                    .anySatisfy(note -> assertThat(note).startsWith("judged from the recording "));
            assertThat(Files.readString(file)).doesNotContain("top-secret").contains("\"opcode\":\"ping\"");
            assertThat(PublishedRecordingSchema.violations(file)).isEmpty();
        }
    }

    @Test
    void a_recording_of_our_own_client_is_judged() throws Exception {
        Path file = directory.resolve("own.jsonl");
        RecordedTraffic traffic;
        try (ScriptedServer server = ScriptedServer.start(untilGone(feed("1")))) {
            traffic = TrafficRecorder.of(VerificationOptions.of(server.uri("/ticks?token=top-secret"))
                            .recordTo(file)
                            .build())
                    .record(new RecordingPlan(
                            List.of("v1"),
                            List.of(
                                    "{\"type\":\"subscribe\"}",
                                    "{\"type\":\"ping\",\"id\":1}",
                                    "{\"type\":\"ping\",\"id\":2}",
                                    "{\"type\":\"bye\"}"),
                            Duration.ZERO,
                            0));
        }

        assertThat(traffic).isEqualTo(new RecordedTraffic(1, 7, "the server closed the connection with 4001 \"bye\""));
        ContractResult result = replay(file);
        assertThat(words(result)).containsExactly("passed", "passed", "passed");
        assertThat(result.interactions().get(1).messages())
                .as("pongs of both pings")
                .isEqualTo(2);
        assertThat(Files.readString(file)).doesNotContain("top-secret");
        assertThat(PublishedRecordingSchema.violations(file)).isEmpty();
    }

    @Test
    void recording_ends_after_so_many_messages_or_so_much_time() throws Exception {
        try (ScriptedServer server = ScriptedServer.start(untilGone(feed("1")))) {
            TrafficRecorder recorder = TrafficRecorder.of(VerificationOptions.of(server.uri("/ticks"))
                    .recordTo(directory.resolve("n.jsonl"))
                    .build());

            assertThat(recorder.record(new RecordingPlan(
                            List.of("v1"), List.of("{\"type\":\"subscribe\"}"), Duration.ofMinutes(1), 2)))
                    .isEqualTo(new RecordedTraffic(1, 2, "enough messages were recorded"));
            assertThat(recorder.record(new RecordingPlan(List.of("v1"), List.of(), Duration.ofMillis(200), 0)))
                    .isEqualTo(new RecordedTraffic(1, 0, "the time is over"));
        }
    }

    @Test
    void a_proxy_passes_on_what_both_sides_send_and_records_it() throws Exception {
        Path file = directory.resolve("proxied.jsonl");
        try (ScriptedServer server = ScriptedServer.start(untilGone(feed("\"1\"")))) {
            CompletableFuture<Integer> port = new CompletableFuture<>();
            CompletableFuture<RecordedTraffic> recorded = CompletableFuture.supplyAsync(() -> {
                try {
                    return TrafficRecorder.of(VerificationOptions.of(server.uri("/"))
                                    .recordTo(file)
                                    .build())
                            .relay(
                                    0,
                                    new RecordingPlan(List.of(), List.of(), Duration.ofMinutes(1), 6),
                                    port::complete);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            URI through = URI.create("ws://127.0.0.1:" + port.get(60, TimeUnit.SECONDS) + "/");
            ContractResult live = ProviderVerifier.of(VerificationOptions.of(through)
                            .headers(Map.of("Authorization", List.of("Bearer top-secret")))
                            .timeout(Duration.ofSeconds(20))
                            .compression(true)
                            .build())
                    .verify(contracts())
                    .contracts()
                    .get(0);

            assertThat(words(live)).containsExactly("failed", "passed", "passed");
            // a tick, a ping, a bye, and what came back for the first two; the sixth never comes
            assertThat(recorded.isDone()).isFalse();
            TrafficRecorder.of(VerificationOptions.of(through)
                            .recordTo(directory.resolve("sixth.jsonl"))
                            .build())
                    .record(new RecordingPlan(List.of("v1"), List.of("{\"type\":\"bye\"}"), Duration.ofMinutes(1), 0));
            assertThat(recorded.get(60, TimeUnit.SECONDS).messages()).isEqualTo(6);
        }
        ContractResult result = replay(file);

        assertThat(words(result)).containsExactly("failed", "passed", "passed");
        assertThat(Files.readString(file)).doesNotContain("top-secret");
        assertThat(PublishedRecordingSchema.violations(file)).isEmpty();
    }

    @Test
    void a_server_that_is_not_there_is_told_to_client_and_recording() throws Exception {
        URI nobody;
        try (ScriptedServer server = ScriptedServer.start(peer -> {})) {
            nobody = server.uri("/ticks");
        }
        Path file = directory.resolve("nobody.jsonl");
        RecordedTraffic traffic = TrafficRecorder.of(
                        VerificationOptions.of(nobody).recordTo(file).build())
                .record(RecordingPlan.UNBOUNDED);

        assertThat(traffic.connections()).isZero();
        assertThat(words(replay(file))).containsOnly("errored");
    }

    @Test
    void a_recording_that_cannot_be_written_is_an_error() throws Exception {
        Path file = Files.createDirectory(directory.resolve("taken"));
        VerificationOptions options = VerificationOptions.of(URI.create("ws://127.0.0.1:9/"))
                .recordTo(file)
                .build();

        assertThatThrownBy(() -> ProviderVerifier.of(options).verify(contracts()))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageStartingWith("the recording cannot be written to ");
    }

    @Test
    void har_traffic_is_judged_as_far_as_it_goes() throws Exception {
        Path file = Files.writeString(
                directory.resolve("browser.har"),
                har(
                        "101",
                        message("send", "{\\\"type\\\":\\\"subscribe\\\"}"),
                        message("receive", "{\\\"type\\\":\\\"tick\\\",\\\"price\\\":\\\"1\\\"}"),
                        message("send", "{\\\"type\\\":\\\"ping\\\",\\\"id\\\":99}"),
                        message("receive", "{\\\"type\\\":\\\"pong\\\",\\\"id\\\":99}"),
                        message("send", "{\\\"type\\\":\\\"bye\\\"}")));
        ContractResult result = replay(file);

        assertThat(words(result)).containsExactly("failed", "passed", "errored");
        assertThat(result.interactions().get(2).verdict())
                .isInstanceOfSatisfying(Verdict.Errored.class, errored -> assertThat(errored.problem())
                        .isEqualTo(
                                "not checkable from a recording: a HAR file does not say how a connection was closed"));
        assertThat(result.connections())
                .as("nobody saw the end")
                .singleElement()
                .satisfies(connection -> {
                    assertThat(connection.close()).isNull();
                    assertThat(connection.closedBy()).isNull();
                });
    }

    @Test
    void nothing_that_applies_is_never_green() throws Exception {
        Path file = Files.writeString(
                directory.resolve("other.har"),
                har("101", message("receive", "{\\\"type\\\":\\\"tick\\\",\\\"price\\\":1}"))
                        .replace("/ticks", "/other"));
        ContractResult result = replay(file);

        assertThat(words(result)).containsOnly("not-seen");
        assertThat(result.successful()).isFalse();
        assertThat(result.interactions().get(0).verdict())
                .isInstanceOfSatisfying(Verdict.NotSeen.class, notSeen -> assertThat(notSeen.expected())
                        .contains("no connection on its channel", "ws://h/other"));
    }

    @Test
    void a_tick_that_comes_unasked_is_not_taken_for_an_answer() throws Exception {
        Path file = Files.writeString(
                directory.resolve("unasked.har"),
                har("101", message("receive", "{\\\"type\\\":\\\"tick\\\",\\\"price\\\":1}")));

        assertThat(words(replay(file))).containsExactly("not-seen", "not-seen", "errored");
    }

    @Test
    void without_the_answer_to_the_handshake_its_subprotocol_cannot_be_judged() throws Exception {
        Path file = Files.writeString(
                directory.resolve("headless.har"),
                har(
                        "0",
                        message("send", "{\\\"type\\\":\\\"subscribe\\\"}"),
                        message("receive", "{\\\"type\\\":\\\"tick\\\",\\\"price\\\":1}")));

        assertThat(replay(file).interactions())
                .extracting(InteractionResult::verdict)
                .allSatisfy(
                        verdict -> assertThat(verdict)
                                .isInstanceOfSatisfying(
                                        Verdict.Errored.class,
                                        errored -> assertThat(errored.problem())
                                                .isEqualTo(
                                                        "not checkable from a recording: the answer to the opening handshake is not in it")));
    }

    @Test
    void a_value_that_was_redacted_is_held_against_nobody() throws Exception {
        Path file = directory.resolve("redacted.jsonl");
        try (ScriptedServer server = ScriptedServer.start(untilGone(feed("1")))) {
            TrafficRecorder.of(VerificationOptions.of(server.uri("/ticks"))
                            .recordTo(file)
                            .redactFields(List.of("/price"))
                            .build())
                    .record(new RecordingPlan(
                            List.of("v1"),
                            List.of("{\"type\":\"subscribe\"}", "{\"type\":\"bye\"}"),
                            Duration.ZERO,
                            0));
        }

        assertThat(words(replay(file))).containsExactly("errored", "not-seen", "passed");
    }

    private static String har(String status, String... messages) {
        return "{\"log\":{\"entries\":[{\"_resourceType\":\"websocket\",\"startedDateTime\":\"2026-11-22T09:47:59Z\","
                + "\"request\":{\"url\":\"ws://h/ticks\",\"headers\":[{\"name\":\"Sec-WebSocket-Protocol\",\"value\":"
                + "\"v1, v2\"}]},\"response\":{\"status\":" + status + ",\"headers\":[{\"name\":"
                + "\"Sec-WebSocket-Protocol\",\"value\":\"v1\"}]},\"_webSocketMessages\":["
                + String.join(",", messages) + "]}]}}";
    }

    private static String message(String type, String data) {
        return "{\"type\":\"" + type + "\",\"time\":1795340879.5,\"opcode\":1,\"data\":\"" + data + "\"}";
    }
}
