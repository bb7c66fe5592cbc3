package dev.wspact.internal.mock;

import dev.wspact.internal.websocket.frame.FrameHead;
import dev.wspact.message.CapturedFrame;
import dev.wspact.message.CapturedMessage;
import dev.wspact.message.Direction;
import dev.wspact.message.Payload;
import dev.wspact.message.Transcript;
import dev.wspact.verification.Limits;
import java.time.Duration;
import java.time.Instant;

/** What goes over one connection, within limits, as the client sees it. Confined to the journal's lock. */
final class SessionLog {
    private final Instant opened;
    private final long openedAtNanos;
    private final Kept<CapturedMessage> messages;
    private final Kept<CapturedFrame> frames;
    private final long bytes;
    private long keptBytes;
    private long withoutPayload;
    private final Count sent = new Count();
    private final Count received = new Count();

    SessionLog(Instant opened, long openedAtNanos, Limits limits) {
        this.opened = opened;
        this.openedAtNanos = openedAtNanos;
        this.messages = new Kept<>(limits.transcriptMessages());
        this.frames = new Kept<>(limits.transcriptFrames());
        this.bytes = limits.transcriptBytes();
    }

    /** Time since the connection was opened. */
    Duration since(long nanos) {
        return Duration.ofNanos(nanos - openedAtNanos);
    }

    /** A whole message; those beyond the limit of bytes are only counted. */
    CapturedMessage message(Direction direction, Payload payload, long atNanos) {
        long position = ++count(direction).messages;
        CapturedMessage message = new CapturedMessage(direction, position, since(atNanos), payload);
        keptBytes += payload.sizeInBytes();
        if (keptBytes <= bytes) {
            messages.add(message);
        } else {
            withoutPayload++;
        }
        return message;
    }

    /** A frame; of a data frame that is a whole message the payload is not repeated. */
    void frame(Direction direction, FrameHead head, byte[] start, long atNanos) {
        long number = ++count(direction).frames;
        boolean control = head.opcode().control();
        frames.add(new CapturedFrame(
                direction,
                number,
                since(atNanos),
                new CapturedFrame.Head(head.opcode(), head.fin(), head.compressed(), head.payloadLength()),
                control ? 0 : count(direction).messages + 1,
                Payload.Binary.of(control || !head.whole() ? start : new byte[0])));
    }

    Transcript transcript() {
        return new Transcript(
                opened,
                messages.toList(),
                messages.omitted() + withoutPayload,
                new Transcript.Frames(frames.toList(), frames.omitted()));
    }

    private Count count(Direction direction) {
        return direction == Direction.SENT ? sent : received;
    }

    private static final class Count {
        private long messages;
        private long frames;
    }
}
