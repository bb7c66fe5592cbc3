package dev.wspact.internal.websocket.frame;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One frame as the tap sees it. The reader reuses it: it is valid only during the call of
 * {@link MessageListener#frame(FrameView)}.
 */
public final class FrameView {
    /** How much of a payload can be seen at least, if it is as long: all of a control frame. In bytes. */
    public static final int VISIBLE = 125;

    private static final byte[] NOTHING = {};

    /** Made for the first payload that comes in pieces; most come in one. */
    private byte[] kept = NOTHING;

    private byte[] source = kept;
    private int offset;
    private int length;
    private @Nullable FrameHead head;
    private long number;

    FrameView() {}

    /** The frame's head: its bits, opcode and announced length. */
    public FrameHead head() {
        return Objects.requireNonNull(head, "head");
    }

    /** The frame's number on this connection in this direction, from 1. */
    public long number() {
        return number;
    }

    /** The start of the payload, unmasked but still compressed: at most so many bytes, as far as they can be seen. */
    public byte[] payload(int atMost) {
        return Arrays.copyOfRange(source, offset, offset + Math.min(atMost, length));
    }

    /** The head as far as it is known. */
    @Nullable
    FrameHead knownHead() {
        return head;
    }

    /** A frame begins; nothing is known of it yet. */
    void reset() {
        head = null;
        length = 0;
    }

    void begin(FrameHead next, long nextNumber) {
        head = next;
        number = nextNumber;
    }

    /** Takes the next piece of the payload; a payload in one piece is not copied. */
    void add(byte[] bytes, int from, int count) {
        if (count == head().payloadLength()) {
            // most frames of a chunk: a store of a reference that is no change costs more than the question
            if (source != bytes) {
                source = bytes;
            }
            offset = from;
            length = count;
        } else {
            forget();
            if (kept.length == 0) {
                kept = new byte[VISIBLE];
                source = kept;
            }
            int step = Math.min(count, VISIBLE - length);
            System.arraycopy(bytes, from, kept, length, step);
            length += step;
        }
    }

    /** Lets go of bytes that belong to the caller. */
    void forget() {
        if (source != kept) {
            source = kept;
            offset = 0;
            length = 0;
        }
    }
}
