package dev.wspact.hostile;

import java.io.ByteArrayOutputStream;
import java.util.zip.Deflater;

/** Messages compressed by the JDK as RFC 7692 section 7.2.1 asks, one after the other with the same window. */
final class Deflated {
    private static final int TAIL = 4;

    private Deflated() {}

    /** The last of some messages, compressed behind the others: without them it cannot be read. */
    static byte[] last(byte[]... messages) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        try {
            byte[] compressed = {};
            for (byte[] message : messages) {
                compressed = next(deflater, message);
            }
            return compressed;
        } finally {
            deflater.end();
        }
    }

    /** So many mebibytes of zeros. */
    static byte[] zeros(int mebibytes) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        try {
            var all = new ByteArrayOutputStream();
            for (int i = 0; i < mebibytes; i++) {
                byte[] part = next(deflater, new byte[1 << 20]);
                all.writeBytes(part);
                if (i < mebibytes - 1) {
                    all.writeBytes(Bytes.hex("00 00 FF FF"));
                }
            }
            return all.toByteArray();
        } finally {
            deflater.end();
        }
    }

    private static byte[] next(Deflater deflater, byte[] message) {
        deflater.setInput(message);
        var compressed = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        int count;
        do {
            count = deflater.deflate(buffer, 0, buffer.length, Deflater.SYNC_FLUSH);
            compressed.write(buffer, 0, count);
        } while (count == buffer.length);
        byte[] whole = compressed.toByteArray();
        return java.util.Arrays.copyOf(whole, whole.length - TAIL);
    }
}
