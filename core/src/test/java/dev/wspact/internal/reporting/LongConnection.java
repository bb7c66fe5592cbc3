package dev.wspact.internal.reporting;

import dev.wspact.message.CapturedMessage;
import dev.wspact.message.Direction;
import dev.wspact.message.Payload;
import dev.wspact.message.Transcript;
import dev.wspact.verdict.ConnectionRecord;
import dev.wspact.verdict.ContractResult;
import dev.wspact.verdict.Judgment;
import dev.wspact.verdict.Uncontracted;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;

/** A connection over which 10,000 frames went. */
final class LongConnection {
    static final int FRAMES = 10_000;

    private LongConnection() {}

    /** The frames at the positions that are picked fail; the others are as agreed. */
    static ContractResult failingAt(LongPredicate fails) {
        List<CapturedMessage> messages = new ArrayList<>();
        Map<Long, Judgment> judgments = new HashMap<>();
        for (long position = 1; position <= FRAMES; position++) {
            messages.add(new CapturedMessage(
                    Direction.RECEIVED,
                    position,
                    Duration.ofMillis(3 * position),
                    new Payload.Text(
                            "{\"type\":\"tick\",\"seq\":" + position + ",\"text\":\"" + "x".repeat(80) + "\"}")));
            judgments.put(position, fails.test(position) ? Judgment.FAILED : Judgment.PASSED);
        }
        return Results.contract(
                List.of(),
                List.of(new ConnectionRecord(
                        1, URI.create("ws://localhost:1/"), null, new Transcript(messages, 0), null, null, judgments)),
                new Uncontracted(List.of(), false));
    }
}
