package dev.wspact.internal.websocket;

import dev.wspact.internal.websocket.frame.FrameHead;
import dev.wspact.internal.websocket.frame.FrameView;
import dev.wspact.internal.websocket.frame.WholeFrame;
import dev.wspact.message.CapturedFrame;
import dev.wspact.message.CloseStatus;
import dev.wspact.message.Direction;
import dev.wspact.message.Opcode;
import dev.wspact.message.Payload;
import dev.wspact.message.Transcript;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Notes every frame of a connection in both directions, and keeps the first and the last of them, half of the limit each.
 * Each frame passes here, so nothing is made of one but a few numbers, in places that are used again. Any thread may call.
 */
final class FrameLog {
    private static final byte[] NOTHING = {};
    private static final int LONGS_A_NOTE = 5;
    private static final int OPCODE = 0xF;
    private static final int FIN = 0x10;
    private static final int COMPRESSED = 0x20;
    private static final int SENT = 0x40;
    private static final int FIRST_SIZE = 8;

    private final int limit;
    private final int first;
    /** Of each frame its number, time, length, message and bits. */
    private long[] notes = new long[0];

    private byte[][] starts = {};
    private int noted;
    /** Where the next frame is noted. */
    private int next;

    private long openedAtNanos;
    private Instant opened = Instant.EPOCH;
    private long seen;
    private long received;
    private long sent;
    private long sentMessages;
    private FrameHistory.@Nullable Closing closing;

    FrameLog(int limit) {
        this.limit = limit;
        this.first = limit / 2;
    }

    /** The connection is open since this moment of the monotonic clock. */
    synchronized void opened(long atNanos) {
        openedAtNanos = atNanos;
        opened = Instant.now().minusNanos(System.nanoTime() - atNanos);
    }

    /** A frame has come, of this message if it is a data frame. */
    synchronized void received(FrameView frame, long atNanos, long message) {
        FrameHead head = frame.head();
        received++;
        boolean control = head.opcode().control();
        int slot = note(received, atNanos, head.payloadLength(), control ? 0 : message, bits(head));
        keepStart(slot, control || !head.whole() ? frame.payload(CapturedFrame.KEPT) : NOTHING);
    }

    /** A frame is with the operating system. */
    synchronized void sent(WholeFrame frame, long atNanos) {
        FrameHead head = frame.head();
        sent++;
        boolean control = head.opcode().control();
        int slot = note(sent, atNanos, head.payloadLength(), control ? 0 : sentMessages + 1, bits(head) | SENT);
        keepStart(slot, control || !head.whole() ? frame.payload(CapturedFrame.KEPT) : NOTHING);
        if (head.fin() && !control) {
            sentMessages++;
        }
    }

    /** A close frame has been sent or received; the first of both sides counts. */
    synchronized void closed(Direction by, CloseStatus status) {
        if (closing == null) {
            closing = new FrameHistory.Closing(by, status);
        }
    }

    /** All that is known by now. */
    synchronized FrameHistory history() {
        List<CapturedFrame> kept = new ArrayList<>();
        long omitted = seen - noted;
        for (int i = 0; i < noted; i++) {
            kept.add(frame(slot(i < first ? i : omitted + i)));
        }
        return new FrameHistory(opened, new Transcript.Frames(kept, omitted), closing);
    }

    /** Writes a new note, or over the oldest that is not one of the first; tells which. */
    private int note(long number, long atNanos, long length, long message, int bits) {
        int slot = next;
        next = slot + 1 == limit ? first : slot + 1;
        seen++;
        if (slot == noted) {
            noted++;
            grow();
        }
        int at = slot * LONGS_A_NOTE;
        notes[at] = number;
        notes[at + 1] = atNanos;
        notes[at + 2] = length;
        notes[at + 3] = message;
        notes[at + 4] = bits;
        return slot;
    }

    private void grow() {
        if (noted > starts.length) {
            int size = Math.min(limit, Math.max(FIRST_SIZE, 2 * starts.length));
            notes = Arrays.copyOf(notes, size * LONGS_A_NOTE);
            int before = starts.length;
            starts = Arrays.copyOf(starts, size);
            Arrays.fill(starts, before, size, NOTHING);
        }
    }

    /** Stores a reference only where it changes, since that costs more than the question. */
    private void keepStart(int slot, byte[] start) {
        if (starts[slot] != start) {
            starts[slot] = start;
        }
    }

    private CapturedFrame frame(int slot) {
        int at = slot * LONGS_A_NOTE;
        int bits = (int) notes[at + 4];
        return new CapturedFrame(
                (bits & SENT) == 0 ? Direction.RECEIVED : Direction.SENT,
                notes[at],
                Duration.ofNanos(notes[at + 1] - openedAtNanos),
                new CapturedFrame.Head(
                        Objects.requireNonNull(Opcode.of(bits & OPCODE)),
                        (bits & FIN) != 0,
                        (bits & COMPRESSED) != 0,
                        notes[at + 2]),
                notes[at + 3],
                Payload.Binary.of(starts[slot]));
    }

    private static int bits(FrameHead head) {
        return head.opcode().code() | (head.fin() ? FIN : 0) | (head.compressed() ? COMPRESSED : 0);
    }

    /** Where the frame with this index, from 0, is or was noted. */
    private int slot(long index) {
        return index < limit ? (int) index : first + (int) ((index - first) % (limit - first));
    }
}
