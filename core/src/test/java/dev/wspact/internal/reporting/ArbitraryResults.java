package dev.wspact.internal.reporting;

import dev.wspact.contract.InteractionType;
import dev.wspact.contract.Place;
import dev.wspact.message.CapturedFrame;
import dev.wspact.message.CapturedMessage;
import dev.wspact.message.CloseStatus;
import dev.wspact.message.Direction;
import dev.wspact.message.HandshakeResponse;
import dev.wspact.message.Headers;
import dev.wspact.message.Opcode;
import dev.wspact.message.Payload;
import dev.wspact.message.ResponseBody;
import dev.wspact.message.Transcript;
import dev.wspact.verdict.Arrival;
import dev.wspact.verdict.ConnectionRecord;
import dev.wspact.verdict.ContractResult;
import dev.wspact.verdict.InteractionResult;
import dev.wspact.verdict.Judgment;
import dev.wspact.verdict.Latency;
import dev.wspact.verdict.Mismatch;
import dev.wspact.verdict.Uncontracted;
import dev.wspact.verdict.Verdict;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Results of every shape, from a seeded source; their texts hold these snippets beside random characters. */
record ArbitraryResults(Random random, List<String> snippets) {
    ArbitraryResults(Random random) {
        this(random, List.of("\""));
    }

    ContractResult contract() {
        return new ContractResult(
                new ContractResult.Subject(text(), text(), text(), some(this::text)),
                some(this::interaction),
                some(this::connection),
                new Uncontracted(some(this::arrival), random.nextBoolean()),
                new ContractResult.Period(
                        Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000)), duration()),
                random.nextBoolean() ? text() : null);
    }

    private InteractionResult interaction() {
        var types = InteractionType.values();
        return new InteractionResult(
                new InteractionResult.Subject(
                        text(),
                        random.nextBoolean() ? text() : null,
                        some(this::text),
                        types[random.nextInt(types.length)],
                        place()),
                random.nextInt(5) == 0 ? new Verdict.Pending(verdict()) : verdict(),
                random.nextLong() >>> 1,
                random.nextInt(100),
                random.nextBoolean() ? latency() : null);
    }

    private Latency latency() {
        return new Latency(
                1 + random.nextInt(100),
                duration().negated(),
                duration(),
                duration(),
                duration(),
                duration(),
                some(() -> new Latency.Step(duration().negated(), duration(), random.nextInt(9))));
    }

    private Verdict verdict() {
        return switch (random.nextInt(4)) {
            case 0 -> Verdict.PASSED;
            case 1 -> {
                List<Mismatch> mismatches = new ArrayList<>(some(this::mismatch));
                mismatches.add(mismatch());
                yield new Verdict.Failed(mismatches, random.nextInt(9));
            }
            case 2 -> new Verdict.NotSeen(text(), duration(), some(this::arrival), text());
            default -> new Verdict.Errored(text(), text());
        };
    }

    private Mismatch mismatch() {
        return new Mismatch(
                new Mismatch.Address(random.nextInt(9), random.nextLong() >>> 1, duration(), text(), place()),
                text(),
                text(),
                text(),
                text());
    }

    private ConnectionRecord connection() {
        CloseStatus close = random.nextBoolean() ? null : new CloseStatus(random.nextInt(5000), text());
        Direction[] sides = {Direction.SENT, Direction.RECEIVED, null};
        Transcript transcript = transcript();
        return new ConnectionRecord(
                random.nextInt(9),
                URI.create("wss://host:" + random.nextInt(65536) + "/a%20b?x=" + random.nextInt()),
                random.nextBoolean()
                        ? null
                        : new HandshakeResponse(
                                random.nextInt(600),
                                new Headers(Map.of("X-" + random.nextInt(), some(this::text))),
                                new ResponseBody(message().payload(), random.nextBoolean())),
                transcript,
                close,
                close == null ? null : sides[random.nextInt(sides.length)],
                judgments(transcript));
    }

    private Map<Long, Judgment> judgments(Transcript transcript) {
        Map<Long, Judgment> judgments = new HashMap<>();
        for (CapturedMessage message : transcript.messages()) {
            if (message.direction() == Direction.RECEIVED && random.nextBoolean()) {
                Judgment[] all = Judgment.values();
                judgments.put(message.position(), all[random.nextInt(all.length)]);
            }
        }
        return judgments;
    }

    private Transcript transcript() {
        List<CapturedFrame> frames = some(this::frame);
        return new Transcript(
                random.nextBoolean() ? null : Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000)),
                some(this::message),
                random.nextInt(9),
                frames.isEmpty() ? Transcript.Frames.NONE : new Transcript.Frames(frames, random.nextInt(9)));
    }

    private CapturedFrame frame() {
        byte[] start = new byte[random.nextInt(CapturedFrame.KEPT)];
        random.nextBytes(start);
        Opcode[] opcodes = Opcode.values();
        return new CapturedFrame(
                random.nextBoolean() ? Direction.SENT : Direction.RECEIVED,
                1 + random.nextInt(9),
                duration(),
                new CapturedFrame.Head(
                        opcodes[random.nextInt(opcodes.length)],
                        random.nextBoolean(),
                        random.nextBoolean(),
                        random.nextLong() >>> 1),
                random.nextInt(3),
                Payload.Binary.of(start));
    }

    private CapturedMessage message() {
        byte[] bytes = new byte[random.nextInt(40)];
        random.nextBytes(bytes);
        return new CapturedMessage(
                random.nextBoolean() ? Direction.SENT : Direction.RECEIVED,
                1 + random.nextInt(9),
                duration(),
                random.nextBoolean() ? new Payload.Text(text()) : Payload.Binary.of(bytes));
    }

    private Arrival arrival() {
        return new Arrival(text(), random.nextLong() >>> 1, text());
    }

    private Place place() {
        return new Place(text(), text(), random.nextInt(9));
    }

    private Duration duration() {
        return Duration.ofSeconds(random.nextInt(100_000), random.nextInt(1_000_000_000));
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            text.append(
                    switch (random.nextInt(4)) {
                        case 0 -> (char) random.nextInt(0x80);
                        case 1 -> (char) (0xd7f0 + random.nextInt(0x820));
                        case 2 -> snippets.get(random.nextInt(snippets.size()));
                        default -> (char) random.nextInt(0x10000);
                    });
        }
        return text.toString();
    }

    private <T> List<T> some(Supplier<T> one) {
        return Stream.generate(one).limit(random.nextInt(4)).toList();
    }
}
