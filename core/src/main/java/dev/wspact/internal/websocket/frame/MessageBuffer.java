package dev.wspact.internal.websocket.frame;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What has come of a message. A small one is in one array that grows and is used again; a large one is kept in pieces and
 * joined only when all of it is wanted, since growing by copying would need three times its size.
 */
final class MessageBuffer {
    private static final int SMALL = 64 << 10;
    private static final int PIECE = 256 << 10;
    private static final byte[] NOTHING = {};

    private final List<byte[]> fullPieces = new ArrayList<>();
    private byte[] last = new byte[0];
    private int inLast;
    private int length;

    /** All of it in one array, which may be longer. */
    byte[] array() {
        if (!fullPieces.isEmpty()) {
            join();
        }
        return last;
    }

    int length() {
        return length;
    }

    void append(byte[] from, int offset, int count) {
        int at = offset;
        int end = offset + count;
        if (fullPieces.isEmpty() && length + (long) count <= SMALL) {
            growTo(length + count);
        }
        while (at < end) {
            if (inLast == last.length) {
                addPiece();
            }
            int part = Math.min(end - at, last.length - inLast);
            System.arraycopy(from, at, last, inLast, part);
            at += part;
            inLast += part;
        }
        length += count;
    }

    /** All of it in an array of the caller's own; nothing is left. */
    byte[] take() {
        byte[] all = array();
        byte[] whole = length > SMALL && all.length == length ? all : Arrays.copyOf(all, length);
        clear();
        return whole;
    }

    void clear() {
        fullPieces.clear();
        length = 0;
        inLast = 0;
        if (last.length > SMALL) {
            last = new byte[0];
        }
    }

    private void growTo(int needed) {
        if (needed > last.length) {
            last = Arrays.copyOf(last, Math.min(SMALL, Math.max(2 * last.length, needed)));
        }
    }

    private void addPiece() {
        if (inLast > 0) {
            fullPieces.add(last);
        }
        last = new byte[PIECE];
        inLast = 0;
    }

    private void join() {
        byte[] all = new byte[length];
        int at = 0;
        for (int i = 0; i < fullPieces.size(); i++) {
            // a piece that is copied is needed no more
            byte[] piece = fullPieces.set(i, NOTHING);
            System.arraycopy(piece, 0, all, at, piece.length);
            at += piece.length;
        }
        System.arraycopy(last, 0, all, at, inLast);
        fullPieces.clear();
        last = all;
        inLast = length;
    }
}
