package dev.wspact.internal.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wspact.contract.Channel;
import dev.wspact.contract.Contract;
import dev.wspact.contract.Interaction;
import dev.wspact.contract.MessageOrder;
import dev.wspact.contract.Receive;
import dev.wspact.contract.Setup;
import dev.wspact.internal.matching.Generation;
import dev.wspact.internal.matching.MessageMatcher;
import dev.wspact.internal.recording.MessageRedaction;
import dev.wspact.internal.recording.RecordingReader;
import dev.wspact.internal.recording.RecordingWriter;
import dev.wspact.internal.time.Deadline;
import dev.wspact.internal.websocket.ConnectOutcome;
import dev.wspact.internal.websocket.ConnectRequest;
import dev.wspact.message.HandshakeResponse;
import dev.wspact.message.Headers;
import dev.wspact.verdict.ContractResult;
import dev.wspact.verdict.InteractionResult;
import dev.wspact.verdict.Verdict;
import dev.wspact.verification.VerificationListener;
import dev.wspact.verification.VerificationOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Each verification is recorded, and the recording judged by itself: the verdicts are the same, texts and all. */
class RecordedTwinTest {
    @TempDir
    private Path directory;

    @TestFactory
    Stream<DynamicTest> a_recording_has_the_verdicts_of_the_live_connection() {
        List<Scene> scenes = scenes();
        assertThat(scenes).hasSizeGreaterThan(20);
        return scenes.stream()
                .map(scene -> DynamicTest.dynamicTest(scene.name, () -> {
                    Path file = directory.resolve(scene.name + ".jsonl");
                    ContractResult live = scene.live(file);
                    ContractResult replayed = new RecordedContractRun(
                                    scene.contract(),
                                    RecordingReader.read(file),
                                    VerificationOptions.ofRecording().build(),
                                    VerificationListener.SILENT)
                            .run(Instant::now);

                    assertThat(verdicts(replayed)).isEqualTo(verdicts(live));
                    assertThat(replayed.interactions())
                            .extracting(InteractionResult::messages)
                            .isEqualTo(live.interactions().stream()
                                    .map(InteractionResult::messages)
                                    .toList());
                    assertThat(replayed.uncontracted()).isEqualTo(live.uncontracted());
                    assertThat(verdicts(live)).extracting(Verdict::word).containsExactlyElementsOf(scene.words);
                }));
    }

    private static List<Verdict> verdicts(ContractResult result) {
        return result.interactions().stream().map(InteractionResult::verdict).toList();
    }

    private static List<Scene> scenes() {
        List<Scene> scenes = new ArrayList<>();
        Interaction tick = Bench.push("a tick", Bench.like("{\"type\":\"tick\",\"price\":1.5}", "type"));
        Interaction news = Bench.push("news", Bench.like("{\"type\":\"news\",\"text\":\"x\"}", "type"));
        scenes.add(
                new Scene("passed", "passed").judges(tick).plays(s -> s.text(20, "{\"type\":\"tick\",\"price\":2.5}")));
        scenes.add(new Scene("broken", "failed")
                .judges(tick)
                .plays(s -> s.text(20, "{\"type\":\"tick\",\"price\":\"2.5\"}")));
        scenes.add(new Scene("late", "not-seen")
                .judges(tick)
                .plays(s -> s.text(10_001, "{\"type\":\"tick\",\"price\":2.5}")));
        scenes.add(new Scene("just-in-time", "passed")
                .judges(tick)
                .plays(s -> s.text(10_000, "{\"type\":\"tick\",\"price\":2.5}")));
        scenes.add(
                new Scene("nothing", "not-seen", "not-seen").judges(tick, news).plays(s -> {}));
        scenes.add(new Scene("others", "passed", "failed").judges(tick, news).plays(s -> s.text(5, "{\"type\":\"odd\"}")
                .text(6, "{\"type\":\"tick\",\"price\":2}")
                .text(7, "no json")));
        scenes.add(new Scene("closed", "not-seen").judges(tick).plays(s -> s.close(50, 1011, "oops")));
        scenes.add(new Scene("dropped", "not-seen").judges(tick).plays(s -> s.close(50, 1006, "")));
        scenes.add(new Scene("abandoned", "errored").judges(tick).plays(s -> s.abandon(50, "too large", "raise it")));
        scenes.add(new Scene("close", "passed")
                .judges(Bench.close("goes", "{\"code\":4001,\"reason\":\"x\"}", Duration.ofSeconds(2)))
                .plays(s -> s.text(3, "{}").close(1_500, 4001, "x")));
        scenes.add(new Scene("other-close", "failed")
                .judges(Bench.close("goes", "{\"code\":4001,\"reason\":\"x\"}", Duration.ofSeconds(2)))
                .plays(s -> s.close(1_500, 1000, "")));
        scenes.add(new Scene("no-close", "not-seen")
                .judges(Bench.close("goes", "{\"code\":4001,\"reason\":\"x\"}", Duration.ofSeconds(2)))
                .plays(s -> s.close(2_500, 4001, "x")));
        scenes.add(new Scene("too-many", "failed")
                .judges(Bench.push(
                        "one", Bench.exactly("{\"type\":\"one\"}"), new Receive(1, 1, Duration.ofSeconds(3))))
                .plays(s -> s.text(5, "{\"type\":\"one\"}").text(2_999, "{\"type\":\"one\"}")));
        scenes.add(new Scene("gap", "failed")
                .judges(Bench.ordered(
                        "in order",
                        Bench.like("{\"type\":\"n\",\"seq\":1}", "type"),
                        new Receive(2, null, Duration.ofSeconds(1)),
                        new MessageOrder("/seq", MessageOrder.Rule.GAPLESS, null)))
                .plays(s -> s.text(5, "{\"type\":\"n\",\"seq\":1}").text(9, "{\"type\":\"n\",\"seq\":3}")));
        scenes.addAll(withSends());
        scenes.addAll(refused());
        return scenes;
    }

    private static List<Scene> withSends() {
        Setup subscribed = Bench.sends(Bench.step("{\"type\":\"subscribe\"}", Map.of("/type", "\"ack\"")));
        Interaction tick =
                Bench.with(subscribed, Bench.push("a tick", Bench.like("{\"type\":\"tick\",\"price\":1.5}", "type")));
        Interaction ping = Bench.exchange(
                "ping", "{\"type\":\"ping\",\"id\":1}", null, Bench.exactly("{\"type\":\"pong\",\"id\":1}"));
        Interaction one =
                Bench.exchange("one", "{\"q\":1,\"id\":\"a\"}", "/id", Bench.like("{\"id\":\"a\",\"ok\":true}"));
        Interaction two =
                Bench.exchange("two", "{\"q\":2,\"id\":\"b\"}", "/id", Bench.like("{\"id\":\"b\",\"ok\":true}"));
        Consumer<ScriptedSession> answersInTurn = s -> s.onSend((session, text) -> {
            if (text.contains("\"b\"")) {
                session.reply(5, "{\"id\":\"b\",\"ok\":1}");
                session.reply(9, "{\"id\":\"a\",\"ok\":true}");
            }
        });
        return List.of(
                new Scene("subscribed", "passed")
                        .judges(tick)
                        .plays(s -> s.onSend((session, text) -> {
                            session.reply(30, "{\"type\":\"ack\"}");
                            session.reply(60, "{\"type\":\"tick\",\"price\":2}");
                        })),
                new Scene("no-ack", "not-seen").judges(tick).plays(s -> s.text(5, "{\"type\":\"hello\"}")),
                new Scene("early-tick-broken", "failed").judges(tick).plays(s -> s.text(
                                5, "{\"type\":\"tick\",\"price\":\"x\"}")
                        .onSend((session, text) -> session.reply(30, "{\"type\":\"ack\"}"))),
                new Scene("pong", "passed")
                        .judges(ping)
                        .plays(s -> s.onSend((session, text) -> session.reply(4, "{\"type\":\"pong\",\"id\":1}"))),
                new Scene("wrong-pong", "failed")
                        .judges(ping)
                        .plays(s -> s.onSend((session, text) -> session.reply(4, "{\"type\":\"pong\",\"id\":2}"))),
                new Scene("no-pong", "not-seen").judges(ping).plays(s -> {}),
                new Scene("correlated", "passed", "failed").judges(one, two).plays(answersInTurn),
                new Scene("two-requests", "passed", "not-seen")
                        .judges(
                                ping,
                                Bench.exchange("late", "{\"type\":\"get\"}", null, Bench.exactly("{\"type\":\"got\"}")))
                        .plays(s -> s.onSend((session, text) -> {
                            if (text.contains("ping")) {
                                session.reply(4, "{\"type\":\"pong\",\"id\":1}");
                            } else {
                                session.reply(10_500, "{\"type\":\"got\"}");
                            }
                        })));
    }

    private static List<Scene> refused() {
        Interaction tick = Bench.push("a tick", Bench.like("{\"type\":\"tick\"}", "type"));
        Interaction refusal =
                Bench.handshake("anonymous", Bench.channel("/private"), "{\"status\":401,\"headers\":{}}");
        var unauthorized = new ConnectOutcome.Refused(
                new HandshakeResponse(401, new Headers(Map.of("WWW-Authenticate", List.of("Bearer")))));
        Interaction protocol = Bench.with(
                Bench.on(new Channel("/p", Map.of(), Headers.NONE, List.of("v1"), null)),
                Bench.push("news", Bench.like("{\"type\":\"news\"}", "type")));
        return List.of(
                new Scene("unauthorized", "failed").judges(tick).answers(unauthorized),
                new Scene("refused-as-agreed", "passed").judges(refusal).answers(unauthorized),
                new Scene("accepted-instead", "failed").judges(refusal).plays(s -> {}),
                new Scene("unreachable", "errored")
                        .judges(tick)
                        .answers(new ConnectOutcome.Unreachable(false, "nobody is there", "start it")),
                new Scene("unsound", "failed")
                        .judges(tick)
                        .answers(new ConnectOutcome.Unsound(
                                new HandshakeResponse(101, Headers.NONE), "Upgrade", "websocket", "nothing")),
                new Scene("wrong-subprotocol", "failed").judges(protocol).plays(s -> s.subprotocol("v2")),
                new Scene("two-connections", "passed", "passed")
                        .judges(tick, protocol)
                        .plays(s -> s.text(5, "{\"type\":\"tick\"}"))
                        .plays(s -> s.subprotocol("v1").text(5, "{\"type\":\"news\"}")));
    }

    /** A contract, and a server that plays a script. */
    private static final class Scene implements Surroundings.Connector {
        private final String name;
        private final List<String> words;
        private final HandTurnedClock clock = new HandTurnedClock();
        private final Deque<Supplier<ConnectOutcome>> outcomes = new ArrayDeque<>();
        private List<Interaction> interactions = List.of();

        Scene(String name, String... words) {
            this.name = name;
            this.words = List.of(words);
        }

        Scene judges(Interaction... judged) {
            interactions = List.of(judged);
            return this;
        }

        Scene plays(Consumer<ScriptedSession> script) {
            outcomes.add(() -> {
                ScriptedSession session = new ScriptedSession(clock);
                script.accept(session);
                return new ConnectOutcome.Opened(session);
            });
            return this;
        }

        Scene answers(ConnectOutcome outcome) {
            outcomes.add(() -> outcome);
            return this;
        }

        Contract contract() {
            return new Contract("desk", "feed", "desk-feed.json", interactions, List.of(), Map.of());
        }

        ContractResult live(Path file) throws Exception {
            try (RecordingWriter writer = RecordingWriter.create(file, MessageRedaction.of(Set.of(), List.of()))) {
                var surroundings = new Surroundings(
                        this,
                        MessageMatcher::of,
                        Generation::apply,
                        new Bench(),
                        deadline -> clock.advance(deadline.remaining()),
                        clock);
                var run = new Run(
                        VerificationOptions.of(Bench.URL).build(),
                        VerificationListener.SILENT,
                        surroundings,
                        () -> Bench.STARTED,
                        writer);
                return new ContractRun(contract(), run).run();
            }
        }

        @Override
        public ConnectOutcome connect(ConnectRequest request, Deadline deadline) {
            @Nullable Supplier<ConnectOutcome> next = outcomes.poll();
            if (next == null) {
                throw new AssertionError("an unexpected connection to " + request.url());
            }
            return next.get();
        }
    }
}
