package dev.wspact.internal.reporting;

import dev.wspact.contract.InteractionType;
import dev.wspact.contract.Place;
import dev.wspact.message.CapturedMessage;
import dev.wspact.message.CloseStatus;
import dev.wspact.message.Direction;
import dev.wspact.message.HandshakeResponse;
import dev.wspact.message.Headers;
import dev.wspact.message.Payload;
import dev.wspact.message.ResponseBody;
import dev.wspact.message.Transcript;
import dev.wspact.verdict.Arrival;
import dev.wspact.verdict.ConnectionRecord;
import dev.wspact.verdict.ContractResult;
import dev.wspact.verdict.InteractionResult;
import dev.wspact.verdict.Latency;
import dev.wspact.verdict.Mismatch;
import dev.wspact.verdict.Uncontracted;
import dev.wspact.verdict.Verdict;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Results to report on, by the name of their golden directory. */
final class Results {
    static final String FILE = "contracts/trading-desk-price-feed.json";
    private static final String ESC = "\u001b";

    private Results() {}

    static Map<String, ContractResult> all() {
        Map<String, ContractResult> results = new LinkedHashMap<>();
        results.put("passed", passed());
        results.put("measured", measured());
        results.put("broken", broken());
        results.put("refused", refused());
        results.put("turned-away", turnedAway());
        results.put("unreachable", unreachable());
        results.put("hostile", hostile());
        results.put("long-values", longValues());
        results.put("uncontracted-fails", uncontractedFails());
        results.put("frames", FrameResults.frames());
        results.put("timeline", FrameResults.timeline());
        results.put("empty", contract(List.of(), List.of(), new Uncontracted(List.of(), false)));
        return results;
    }

    /** One reason for three interactions, and another one for the fourth. */
    static ContractResult unreachable() {
        Verdict down = new Verdict.Errored(
                "nothing listens on localhost:8080 (Connection refused)", "Start the provider, or correct the URL");
        Verdict state = new Verdict.Errored(
                "the provider state \"the market is open\" could not be set up: HTTP status 500",
                "See the log of the provider");
        return contract(
                List.of(
                        result("a tick", InteractionType.PUSH, down, 0, 0),
                        result("an opening", InteractionType.PUSH, state, 0, 0),
                        result("a ping", InteractionType.EXCHANGE, down, 0, 0),
                        result("an expired session", InteractionType.CLOSE, down, 0, 0)),
                List.of(),
                new Uncontracted(List.of(), false));
    }

    static ContractResult measured() {
        InteractionResult tick = result("a tick", InteractionType.PUSH, Verdict.PASSED, 500, 1);
        InteractionResult ahead = result("news of a clock that is ahead", InteractionType.PUSH, Verdict.PASSED, 1, 1);
        return contract(
                List.of(
                        withLatency(
                                tick,
                                500,
                                List.of(step(700, 1_000, 40), step(1_000, 61_500, 460)),
                                800,
                                12_300,
                                700_000,
                                1_250_000,
                                61_000_000),
                        withLatency(
                                ahead, 1, List.of(step(-3_000, -2_000, 1)), -2_500, -2_500, -2_500, -2_500, -2_500)),
                List.of(session(1, 3)),
                new Uncontracted(List.of(), false));
    }

    private static Latency.Step step(long overMicros, long upToMicros, long messages) {
        return new Latency.Step(Duration.ofNanos(1000 * overMicros), Duration.ofNanos(1000 * upToMicros), messages);
    }

    private static InteractionResult withLatency(
            InteractionResult result, long messages, List<Latency.Step> steps, long... micros) {
        List<Duration> lengths = Arrays.stream(micros)
                .mapToObj(length -> Duration.ofNanos(1000 * length))
                .toList();
        return new InteractionResult(
                result.subject(),
                result.verdict(),
                result.messages(),
                result.connection(),
                new Latency(
                        messages,
                        lengths.get(0),
                        lengths.get(1),
                        lengths.get(2),
                        lengths.get(3),
                        lengths.get(4),
                        steps));
    }

    static ContractResult passed() {
        return contract(
                List.of(
                        result(
                                "a tick",
                                InteractionType.PUSH,
                                Verdict.PASSED,
                                3,
                                1,
                                "market is open",
                                "EURUSD is listed"),
                        result("a subscription", InteractionType.EXCHANGE, Verdict.PASSED, 1, 1)),
                List.of(session(1, 3)),
                new Uncontracted(List.of(new Arrival("heartbeat", 12, "{\"type\":\"heartbeat\"}")), false));
    }

    private static ContractResult broken() {
        Verdict price = new Verdict.Failed(
                List.of(
                        mismatch(2, "$.price", "decimal", "a decimal number", "\"12,50\" (a string)"),
                        mismatch(2, "$.seq", "order", "a number above 7, strictly increasing", "7")),
                3);
        Verdict missing = new Verdict.NotSeen(
                "a message with type = \"closing\"",
                Duration.ofSeconds(5),
                List.of(
                        new Arrival("tick", 2, "{\"type\":\"tick\",\"price\":\"12,50\"}"),
                        new Arrival("ack", 1, "{\"type\":\"ack\"}")),
                "see that the provider sends it in this state, or give it longer with within");
        Verdict handshake = new Verdict.Failed(
                List.of(new Mismatch(
                        new Mismatch.Address(2, 0, Duration.ZERO, "$.status", new Place(FILE, "/interactions/3", 88)),
                        "status",
                        "401",
                        "101",
                        "let the provider refuse clients without credentials")),
                0);
        return contract(
                List.of(
                        result(
                                "a tick after subscribing to EURUSD",
                                InteractionType.PUSH,
                                price,
                                2,
                                1,
                                "market is open"),
                        result("a closing bell", InteractionType.PUSH, missing, 0, 1, "market is open", "it is 17:30"),
                        result("an anonymous client", InteractionType.HANDSHAKE, handshake, 0, 2),
                        result("a new message", InteractionType.PUSH, new Verdict.Pending(missing), 0, 1),
                        result("a subscription", InteractionType.EXCHANGE, Verdict.PASSED, 1, 1)),
                List.of(session(1, 2), session(2, 0)),
                new Uncontracted(List.of(), false));
    }

    private static ContractResult refused() {
        Verdict refused = new Verdict.Errored(
                "nothing listens at ws://bob:hunter2@localhost:1234/feed?token=hunter2&topic=fx (connection refused)",
                "start the provider before the verification, or correct wspact.url");
        Verdict http = new Verdict.Errored(
                "the interaction is plain HTTP, which is not verified over a WebSocket",
                "verify it with Pact's own plugin, under a provider name of its own");
        return contract(
                List.of(
                        result("a tick", InteractionType.PUSH, refused, 0, 1),
                        result("an expired session", InteractionType.CLOSE, refused, 0, 0),
                        result("a price by HTTP", InteractionType.OTHER, http, 0, 0)),
                List.of(new ConnectionRecord(
                        1,
                        URI.create("ws://bob:hunter2@localhost:1234/feed?token=hunter2&topic=fx"),
                        null,
                        new Transcript(List.of(), 0),
                        null,
                        null)),
                new Uncontracted(List.of(), false));
    }

    private static ContractResult turnedAway() {
        Verdict verdict = new Verdict.Failed(
                List.of(new Mismatch(
                        new Mismatch.Address(1, 0, Duration.ZERO, "$", new Place(FILE, "/interactions/0", 5)),
                        "status",
                        "101, an open connection",
                        "401, WWW-Authenticate: Bearer",
                        "give the verifier the credentials that it needs (wspact.headers)")),
                0);
        String page = "{\r\n\t\"error\": \"expired\",\r\n\t\"access_token\": \"hunter2\",\r\n\t\"seen\": \"" + ESC
                + "[2J ?token=hunter2\", \"padding\": \"" + "x".repeat(600) + "\"\r\n}";
        var text = new HandshakeResponse(
                401,
                new Headers(Map.of("Set-Cookie", List.of("sid=hunter2"), "WWW-Authenticate", List.of("Bearer"))),
                new ResponseBody(new Payload.Text(page), false));
        var bytes = new HandshakeResponse(
                500, Headers.NONE, new ResponseBody(Payload.Binary.of(new byte[] {31, -117, 8, 0}), true));
        return contract(
                List.of(
                        result("a tick", InteractionType.PUSH, verdict, 0, 1),
                        result(
                                "a bell",
                                InteractionType.PUSH,
                                new Verdict.Errored("it could not be judged", "try again"),
                                0,
                                2)),
                List.of(turnedAway(1, text), turnedAway(2, bytes)),
                new Uncontracted(List.of(), false));
    }

    private static ConnectionRecord turnedAway(int number, HandshakeResponse response) {
        return new ConnectionRecord(
                number, URI.create("ws://localhost:1234/feed"), response, new Transcript(List.of(), 0), null, null);
    }

    private static ContractResult hostile() {
        return allOf(ESC + "[2J" + ESC + "]0;owned\u0007\u202Egnp.exe\r\n\u0000\uFFFF\uD800 <b>&amp;]]>\"'");
    }

    /** A result that has one text wherever a text may be. */
    static ContractResult allOf(String evil) {
        Verdict failed = new Verdict.Failed(
                List.of(new Mismatch(
                        new Mismatch.Address(
                                1, 1, Duration.ofMillis(3), "$['" + evil + "']", new Place(evil, "/" + evil, 7)),
                        "regex " + evil,
                        evil,
                        evil,
                        evil)),
                0);
        var subject = new InteractionResult.Subject(
                evil, evil, List.of(evil), InteractionType.PUSH, new Place(evil, "/" + evil, 0));
        var connection = new ConnectionRecord(
                        1,
                        URI.create("ws://localhost:1234/"),
                        new HandshakeResponse(
                                101,
                                new Headers(Map.of("Set-Cookie", List.of("sid=hunter2"), "X-Evil", List.of(evil)))),
                        new Transcript(
                                List.of(
                                        new CapturedMessage(
                                                Direction.RECEIVED, 1, Duration.ofMillis(3), new Payload.Text(evil)),
                                        new CapturedMessage(
                                                Direction.RECEIVED,
                                                2,
                                                Duration.ofMillis(4),
                                                Payload.Binary.of(new byte[] {0, 27, -1}))),
                                0),
                        new CloseStatus(4001, evil),
                        Direction.RECEIVED)
                .withRequest(new Headers(Map.of("Authorization", List.of(evil), "X-Evil", List.of(evil))));
        return new ContractResult(
                new ContractResult.Subject("../../" + evil, evil, evil, List.of(evil)),
                List.of(new InteractionResult(subject, failed, 1, 1)),
                List.of(connection),
                new Uncontracted(List.of(new Arrival(evil, 1, evil)), false),
                period());
    }

    private static ContractResult longValues() {
        String same = "{\"items\":[" + "\"abcdefghij\",".repeat(200);
        Verdict failed = new Verdict.Failed(
                List.of(mismatch(1, "$.list", "equality", same + "\"last\"]}", same + "\"LAST\",\"more\"]}")), 0);
        var messages = List.of(
                new CapturedMessage(Direction.SENT, 1, Duration.ZERO, new Payload.Text("😀".repeat(100))),
                new CapturedMessage(
                        Direction.RECEIVED, 1, Duration.ofMillis(90_500), Payload.Binary.of(new byte[100_000])));
        return contract(
                List.of(result("a very " + "long ".repeat(100) + "list", InteractionType.PUSH, failed, 1, 1)),
                List.of(new ConnectionRecord(
                        1,
                        URI.create("ws://localhost:1234/feed"),
                        accepted(),
                        new Transcript(messages, 1_000_000),
                        new CloseStatus(1000, ""),
                        Direction.SENT)),
                new Uncontracted(List.of(), false));
    }

    private static ContractResult uncontractedFails() {
        return contract(
                List.of(result("a tick", InteractionType.PUSH, Verdict.PASSED, 1, 1)),
                List.of(session(1, 1)),
                new Uncontracted(
                        List.of(
                                new Arrival("heartbeat", 12, "{\"type\":\"heartbeat\"}"),
                                new Arrival("binary", 1, "3 bytes")),
                        true));
    }

    private static Mismatch mismatch(long message, String path, String rule, String expected, String actual) {
        return new Mismatch(
                new Mismatch.Address(
                        1,
                        message,
                        Duration.ofMillis(143),
                        path,
                        new Place(FILE, "/interactions/0/contents/content", 21)),
                rule,
                expected,
                actual,
                "fix price-feed, or ask trading-desk to loosen the rule at " + path);
    }

    static InteractionResult result(
            String description,
            InteractionType type,
            Verdict verdict,
            long messages,
            int connection,
            String... states) {
        return new InteractionResult(
                new InteractionResult.Subject(
                        description, null, List.of(states), type, new Place(FILE, "/interactions/0", 12)),
                verdict,
                messages,
                connection);
    }

    private static ConnectionRecord session(int number, int ticks) {
        var messages = new java.util.ArrayList<CapturedMessage>();
        messages.add(new CapturedMessage(
                Direction.SENT, 1, Duration.ofMillis(1), new Payload.Text("{\"subscribe\":\"EURUSD\"}")));
        for (int i = 1; i <= ticks; i++) {
            messages.add(new CapturedMessage(
                    Direction.RECEIVED,
                    i,
                    Duration.ofMillis(70L * i),
                    new Payload.Text(i == 1 ? "{\"type\":\"ack\"}" : "{\"type\":\"tick\",\"price\":\"12,50\"}")));
        }
        return new ConnectionRecord(
                        number,
                        URI.create("ws://localhost:1234/feed"),
                        accepted(),
                        new Transcript(messages, 0),
                        new CloseStatus(1000, ""),
                        Direction.SENT)
                .withRequest(new Headers(
                        Map.of("Authorization", List.of("redacted"), "Sec-WebSocket-Protocol", List.of("v1"))));
    }

    static HandshakeResponse accepted() {
        return new HandshakeResponse(101, new Headers(Map.of("Upgrade", List.of("websocket"))));
    }

    static ContractResult contract(
            List<InteractionResult> interactions, List<ConnectionRecord> connections, Uncontracted uncontracted) {
        return new ContractResult(
                new ContractResult.Subject(
                        "trading-desk",
                        "price-feed",
                        FILE,
                        List.of("the schema of \"a tick\" names no draft, 2020-12 is assumed")),
                interactions,
                connections,
                uncontracted,
                period());
    }

    private static ContractResult.Period period() {
        return new ContractResult.Period(Instant.parse("2026-11-25T08:30:00.123456789Z"), Duration.ofMillis(5_143));
    }
}
