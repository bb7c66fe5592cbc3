package dev.wspact.internal.reporting;

import dev.wspact.contract.InteractionType;
import dev.wspact.contract.Place;
import dev.wspact.message.CapturedFrame;
import dev.wspact.message.CapturedMessage;
import dev.wspact.message.CloseStatus;
import dev.wspact.message.Direction;
import dev.wspact.message.Opcode;
import dev.wspact.message.Payload;
import dev.wspact.message.Transcript;
import dev.wspact.verdict.Arrival;
import dev.wspact.verdict.ConnectionRecord;
import dev.wspact.verdict.ContractResult;
import dev.wspact.verdict.Judgment;
import dev.wspact.verdict.Mismatch;
import dev.wspact.verdict.Uncontracted;
import dev.wspact.verdict.Verdict;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Results whose frames are of every kind. */
final class FrameResults {
    private FrameResults() {}

    /** A ping among fragments, a flood of pings, a message that never ends, and a close by the verifier. */
    static ContractResult frames() {
        var tick = new CapturedMessage(Direction.RECEIVED, 1, Duration.ofMillis(30), new Payload.Text("tick"));
        List<CapturedFrame> frames = new ArrayList<>(List.of(
                frame(
                        Direction.RECEIVED,
                        1,
                        10,
                        new CapturedFrame.Head(Opcode.TEXT, false, true, 2),
                        1,
                        "\u0001\u0002"),
                frame(Direction.RECEIVED, 2, 20, new CapturedFrame.Head(Opcode.PING, true, false, 2), 0, "hb"),
                frame(Direction.SENT, 1, 21, new CapturedFrame.Head(Opcode.PONG, true, false, 2), 0, "hb"),
                frame(Direction.RECEIVED, 3, 30, new CapturedFrame.Head(Opcode.CONTINUATION, true, false, 1), 1, "k")));
        for (int i = 0; i < 3; i++) {
            frames.add(frame(
                    Direction.RECEIVED, 4 + i, 40 + i, new CapturedFrame.Head(Opcode.PING, true, false, 0), 0, ""));
        }
        frames.add(
                frame(Direction.RECEIVED, 7, 50, new CapturedFrame.Head(Opcode.BINARY, false, false, 9), 2, "\u0000"));
        frames.add(
                frame(Direction.SENT, 2, 60, new CapturedFrame.Head(Opcode.CLOSE, true, false, 2), 0, "\u0003\u00f1"));
        Verdict errored = new Verdict.Errored(
                "the server sends a message larger than 8 bytes, the limit for one message",
                "if the provider means to send such messages, raise the limit");
        return Results.contract(
                List.of(Results.result("a tick", InteractionType.PUSH, errored, 1, 1)),
                List.of(new ConnectionRecord(
                        1,
                        URI.create("ws://localhost:1234/feed"),
                        Results.accepted(),
                        new Transcript(
                                Instant.parse("2026-11-25T08:30:01Z"),
                                List.of(tick),
                                0,
                                new Transcript.Frames(frames, 0)),
                        new CloseStatus(1009, ""),
                        Direction.SENT)),
                new Uncontracted(List.of(), false));
    }

    /** Messages of every judgment, a mismatch deep in a message, one in a message that was not kept, and a close by the server. */
    static ContractResult timeline() {
        String order =
                """
                {"type":"order","id":"A-17","lines":[{"sku":"x1","price":"12,50","amount":2},{"sku":"x2","price":7.25}],\
                "customer":{"name":"Zoë <b>Öz</b>","since":"2020-02-30"}}""";
        List<CapturedMessage> messages = List.of(
                new CapturedMessage(Direction.SENT, 1, Duration.ofMillis(2), new Payload.Text("{\"type\":\"auth\"}")),
                received(1, 9, "{\"type\":\"ack\"}"),
                new CapturedMessage(
                        Direction.SENT, 2, Duration.ofMillis(12), new Payload.Text("{\"type\":\"subscribe\"}")),
                received(2, 40, "{\"type\":\"welcome\"}"),
                received(3, 61, order),
                received(4, 80, "{\"type\":\"presence\",\"user\":7}"),
                received(5, 95, "{\"type\":\"blob\"}"),
                new CapturedMessage(
                        Direction.RECEIVED, 9, Duration.ofMillis(2_900), Payload.Binary.of(new byte[] {1, 2, 3})));
        List<CapturedFrame> frames = List.of(
                frame(Direction.RECEIVED, 3, 50, new CapturedFrame.Head(Opcode.PING, true, false, 2), 0, "hb"),
                frame(Direction.SENT, 3, 51, new CapturedFrame.Head(Opcode.PONG, true, false, 2), 0, "hb"),
                frame(
                        Direction.RECEIVED,
                        9,
                        2_950,
                        new CapturedFrame.Head(Opcode.CLOSE, true, false, 12),
                        0,
                        "\u000f\u00a1going away"));
        Verdict failed = new Verdict.Failed(
                List.of(
                        inOrder(3, "$.lines[0].price", "decimal", "a decimal number", "\"12,50\" (a string)"),
                        inOrder(3, "$.lines[1].amount", "type", "an integer", "nothing there"),
                        inOrder(3, "$.customer.since", "schema format", "a date", "\"2020-02-30\""),
                        inOrder(7, "$.type", "equality", "\"order\"", "\"Order\"")),
                0);
        ContractResult result = Results.contract(
                List.of(
                        Results.result("an order", InteractionType.PUSH, failed, 2, 1, "order A-17 exists"),
                        Results.result("a welcome", InteractionType.PUSH, Verdict.PASSED, 1, 1)),
                List.of(new ConnectionRecord(
                        1,
                        URI.create("ws://localhost:1234/orders"),
                        Results.accepted(),
                        new Transcript(
                                Instant.parse("2026-11-25T08:30:01Z"), messages, 3, new Transcript.Frames(frames, 0)),
                        new CloseStatus(4001, "going away"),
                        Direction.RECEIVED,
                        Map.of(
                                1L, Judgment.AWAITED,
                                2L, Judgment.PASSED,
                                3L, Judgment.FAILED,
                                4L, Judgment.UNCONTRACTED,
                                5L, Judgment.NOT_JUDGED,
                                9L, Judgment.UNCONTRACTED))),
                new Uncontracted(List.of(new Arrival("presence", 4, "{\"type\":\"presence\",\"user\":7}")), false));
        return result.withCommand("mvn verify -pl :shop");
    }

    private static CapturedMessage received(long position, long atMillis, String text) {
        return new CapturedMessage(Direction.RECEIVED, position, Duration.ofMillis(atMillis), new Payload.Text(text));
    }

    private static Mismatch inOrder(long message, String path, String rule, String expected, String actual) {
        return new Mismatch(
                new Mismatch.Address(
                        1,
                        message,
                        Duration.ofMillis(message == 3 ? 61 : 180),
                        path,
                        new Place(Results.FILE, "/interactions/0/contents/content", 21)),
                rule,
                expected,
                actual,
                "fix price-feed, or ask trading-desk to loosen the rule at " + path);
    }

    static CapturedFrame frame(
            Direction direction, long number, long atMillis, CapturedFrame.Head head, long message, String start) {
        return new CapturedFrame(
                direction,
                number,
                Duration.ofMillis(atMillis),
                head,
                message,
                Payload.Binary.of(start.getBytes(StandardCharsets.ISO_8859_1)));
    }
}
