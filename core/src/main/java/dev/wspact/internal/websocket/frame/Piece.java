package dev.wspact.internal.websocket.frame;

import java.nio.ByteBuffer;

/**
 * Bytes that have come, in one piece, to be taken from the front. What little of a {@link ByteBuffer} each frame needs, in so
 * little code that the JIT compiler is soon done with it.
 */
final class Piece {
    private final byte[] array;
    private final int end;
    private int at;

    private Piece(byte[] array, int at, int end) {
        this.array = array;
        this.at = at;
        this.end = end;
    }

    /** What remains in a buffer, which is left as it is; copied only if it is not in an array. */
    static Piece of(ByteBuffer bytes) {
        if (bytes.hasArray()) {
            int from = bytes.arrayOffset() + bytes.position();
            return new Piece(bytes.array(), from, from + bytes.remaining());
        }
        byte[] copy = new byte[bytes.remaining()];
        bytes.get(bytes.position(), copy);
        return new Piece(copy, 0, copy.length);
    }

    /** Where the bytes are; not to be written to. */
    byte[] array() {
        return array;
    }

    /** The index of the next byte in the array. */
    int at() {
        return at;
    }

    /** How many bytes have not been taken. */
    int left() {
        return end - at;
    }

    /** Takes so many bytes, which must be left. */
    void take(int count) {
        at += count;
    }
}
