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
    private static final char[] NO_CHARS = {};

    private byte[] latin = NOTHING;
    private byte[] bytes = NOTHING;
    private int at;
    private int end;
    private char[] chars = NO_CHARS;
    private int length;

    /** The text; null if it is not UTF-8, or ends inside a character. {@link Utf8Check} says where. */
    @Nullable
    String decode(byte[] text, int from, int count) {
        int ascii = skipAscii(text, from, from + count);
        if (ascii == from + count) {
            return new String(text, from, count, StandardCharsets.ISO_8859_1);
        }
        bytes = text;
        at = from;
        end = from + count;
        try {
            return latin1(ascii);
        } finally {
            forget();
        }
    }

    private void forget() {
        bytes = NOTHING;
        chars = NO_CHARS;
        if (latin.length > SMALL) {
            latin = NOTHING;
        }
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

    /** The text if no character is above U+00FF: each is one byte then, also inside a String. */
    private @Nullable String latin1(int ascii) {
        if (latin.length < end - at) {
            latin = new byte[end - at];
        }
        int n = ascii - at;
        System.arraycopy(bytes, at, latin, 0, n);
        at = ascii;
        while (at < end) {
            int first = bytes[at];
            if (first >= 0) {
                int run = skipAscii(bytes, at, end) - at;
                System.arraycopy(bytes, at, latin, n, run);
                n += run;
                at += run;
            } else if ((first & 0xFE) == 0xC2 && tails(1)) {
                latin[n++] = (byte) (first << 6 | tail(1));
                at += 2;
            } else {
                return wide(n);
            }
        }
        return new String(latin, 0, n, StandardCharsets.ISO_8859_1);
    }

    /** The text from here on, whatever its characters, behind the start that has been decoded. */
    private @Nullable String wide(int count) {
        chars = new char[count + end - at];
        for (int i = 0; i < count; i++) {
            chars[i] = (char) (latin[i] & 0xFF);
        }
        length = count;
        while (at < end) {
            int first = bytes[at];
            if (first >= 0) {
                chars[length++] = (char) first;
                at++;
            } else if (!character(first & 0xFF)) {
                return null;
            }
        }
        return new String(chars, 0, length);
    }

    private boolean character(int first) {
        if (first >= 0xC2 && first <= 0xDF) {
            return tails(1) && add(2, (first & 0x1F) << 6 | tail(1));
        }
        if (first >= 0xE0 && first <= 0xEF && tails(2)) {
            int point = (first & 0x0F) << 12 | tail(1) << 6 | tail(2);
            return point >= 0x800
                    && !(point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)
                    && add(3, point);
        }
        if (first >= 0xF0 && first <= 0xF4 && tails(3)) {
            int point = (first & 0x07) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3);
            return Character.isSupplementaryCodePoint(point) && add(4, point);
        }
        return false;
    }

    /** Whether so many bytes behind this one can continue a character. */
    private boolean tails(int count) {
        if (count >= end - at) {
            return false;
        }
        for (int i = 1; i <= count; i++) {
            if ((bytes[at + i] & 0xC0) != 0x80) {
                return false;
            }
        }
        return true;
    }

    private int tail(int index) {
        return bytes[at + index] & 0x3F;
    }

    private boolean add(int size, int point) {
        length += Character.toChars(point, chars, length);
        at += size;
        return true;
    }
}
