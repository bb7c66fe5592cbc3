package dev.wspact.internal.websocket.frame;

/** Masks and unmasks, which is the same (<a href="https://www.rfc-editor.org/rfc/rfc6455#section-5.3">RFC 6455 section 5.3</a>). */
final class Masking {
    private Masking() {}

    /** A masked copy of a piece of a payload that begins at an offset of it. */
    static byte[] apply(int key, long payloadOffset, byte[] bytes, int from, int count) {
        byte[] masked = new byte[count];
        for (int i = 0; i < count; i++) {
            int shift = 24 - 8 * (int) ((payloadOffset + i) & 3);
            masked[i] = (byte) (bytes[from + i] ^ (key >> shift));
        }
        return masked;
    }
}
