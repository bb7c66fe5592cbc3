package dev.wspact.internal.websocket.frame;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Decodes whole texts and checks them on the way (<a href="https://www.rfc-editor.org/rfc/rfc3629#section-4">RFC 3629
 * section 4</a>). Most texts are ASCII but for a few letters: runs of ASCII are found eight bytes at a time and copied,
 * where the JDK's own decoder goes letter by letter from the first that is not ASCII and is five times slower. Confined to
 * one thread.
 */
final class Utf8Decoder {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final int STRIDE = 4 * Long.BYTES;

    private static final int SMALL = 64 << 10;
    private static final byte[] NOTHING = {};

    private byte[] latin = NOTHING;

    /** The text; null if it is not UTF-8, or ends inside a character. {@link Utf8Check} says where. */
    @Nullable
    String decode(byte[] text, int from, int count) {
        int end = from + count;
        int at = from;
        byte[] chars = latin;
        int n = 0;
        while (true) {
            int run = skipAscii(text, at, end) - at;
            if (run == count) {
                return new String(text, from, count, StandardCharsets.ISO_8859_1);
            }
            if (chars.length < count) {
                chars = room(count);
            }
            System.arraycopy(text, at, chars, n, run);
            n += run;
            at += run;
            if (at == end) {
                // no character is above U+00FF: each is one byte, also inside a String
                return new String(chars, 0, n, StandardCharsets.ISO_8859_1);
            }
            if (!latin1(text, at, end)) {
                return WideText.decode(chars, n, text, at, end);
            }
            chars[n++] = (byte) (text[at] << 6 | (text[at + 1] & 0x3F));
            at += 2;
        }
    }

    /** Whether a character stands here that is not ASCII and not above U+00FF. */
    private static boolean latin1(byte[] text, int at, int end) {
        return (text[at] & 0xFE) == 0xC2 && at + 1 < end && (text[at + 1] & 0xC0) == 0x80;
    }

    private byte[] room(int count) {
        byte[] room = new byte[count];
        if (count <= SMALL) {
            latin = room;
        }
        return room;
    }

    /** The index of the first byte that is not ASCII, or the end. */
    static int skipAscii(byte[] bytes, int from, int end) {
        int at = from;
        while (at <= end - STRIDE
                && ((word(bytes, at) | word(bytes, at + 8) | word(bytes, at + 16) | word(bytes, at + 24)) & HIGH_BITS)
                        == 0) {
            at += STRIDE;
        }
        while (at <= end - Long.BYTES && (word(bytes, at) & HIGH_BITS) == 0) {
            at += Long.BYTES;
        }
        while (at < end && bytes[at] >= 0) {
            at++;
        }
        return at;
    }

    private static long word(byte[] bytes, int at) {
        return (long) LONGS.get(bytes, at);
    }
}
