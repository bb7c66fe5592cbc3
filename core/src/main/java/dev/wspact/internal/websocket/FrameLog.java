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
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Notes every frame of a connection in both directions, and keeps the first and the last of them, half of the limit each.
 * Each frame passes here, so nothing is made of one but a note, and notes are used again. Any thread may call.
 */
final class FrameLog {
    private static final byte[] NOTHING = {};

    private final int limit;
    private final int first;
    private final List<Note> notes = new ArrayList<>();
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
        next().write(Direction.RECEIVED, received, atNanos, head, head.opcode().control() ? 0 : message);
        last().start = startIsKept(head) ? frame.payload(CapturedFrame.KEPT) : NOTHING;
    }

    /** A frame is with the operating system. */
    synchronized void sent(WholeFrame frame, long atNanos) {
        FrameHead head = frame.head();
        sent++;
        next().write(Direction.SENT, sent, atNanos, head, head.opcode().control() ? 0 : sentMessages + 1);
        last().start = startIsKept(head) ? frame.payload(CapturedFrame.KEPT) : NOTHING;
        if (head.fin() && !head.opcode().control()) {
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
        long omitted = seen - notes.size();
        for (int i = 0; i < notes.size(); i++) {
            kept.add(notes.get(slot(i < first ? i : omitted + i)).frame(openedAtNanos));
        }
        return new FrameHistory(opened, new Transcript.Frames(kept, omitted), closing);
    }

    /** The note to write next: a new one, or the oldest that is not one of the first. */
    private Note next() {
        if (notes.size() < limit) {
            notes.add(new Note());
        }
        seen++;
        return last();
    }

    private Note last() {
        return notes.get(slot(seen - 1));
    }

    /** Where the frame with this index, from 0, is or was noted. */
    private int slot(long index) {
        return index < limit ? (int) index : first + (int) ((index - first) % (limit - first));
    }

    private static boolean startIsKept(FrameHead head) {
        return head.opcode().control() || !head.whole();
    }

    /** A frame as it is noted; used again for another one. */
    private static final class Note {
        private Direction direction = Direction.RECEIVED;
        private Opcode opcode = Opcode.TEXT;
        private long number;
        private long atNanos;
        private boolean fin;
        private boolean compressed;
        private long length;
        private long message;
        private byte[] start = NOTHING;

        void write(Direction by, long itsNumber, long at, FrameHead head, long itsMessage) {
            direction = by;
            number = itsNumber;
            atNanos = at;
            opcode = head.opcode();
            fin = head.fin();
            compressed = head.compressed();
            length = head.payloadLength();
            message = itsMessage;
        }

        CapturedFrame frame(long openedAtNanos) {
            return new CapturedFrame(
                    direction,
                    number,
                    Duration.ofNanos(atNanos - openedAtNanos),
                    new CapturedFrame.Head(opcode, fin, compressed, length),
                    message,
                    Payload.Binary.of(start));
        }
    }
}
