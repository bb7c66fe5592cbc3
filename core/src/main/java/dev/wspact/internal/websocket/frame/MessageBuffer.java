package dev.wspact.internal.websocket.frame;

import java.util.Arrays;

/** What has come of a message: an array that grows with it, and is given back when it has become large. */
final class MessageBuffer {
    private static final int SMALL = 64 << 10;

    private byte[] bytes = new byte[0];
    private int length;

    byte[] array() {
        return bytes;
    }

    int length() {
        return length;
    }

    void append(byte[] from, int offset, int count) {
        if (count > bytes.length - length) {
            long doubled = Math.min(2L * bytes.length, Integer.MAX_VALUE - 8L);
            bytes = Arrays.copyOf(bytes, (int) Math.max(doubled, (long) length + count));
        }
        System.arraycopy(from, offset, bytes, length, count);
        length += count;
    }

    byte[] toByteArray() {
        return Arrays.copyOf(bytes, length);
    }

    void clear() {
        length = 0;
        if (bytes.length > SMALL) {
            bytes = new byte[0];
        }
    }
}
