package dev.wspact.internal.websocket.frame;

import org.jspecify.annotations.Nullable;

/** Decodes texts with characters above U+00FF, which take two bytes each inside a String. */
final class WideText {
    private static final int NONE = -1;

    private WideText() {}

    /**
     * A text from its first character above U+00FF, or its first fault, on; null if it is not UTF-8, or ends inside a character.
     *
     * @param start the characters before it, a byte each
     * @param count how many they are
     */
    static @Nullable String decode(byte[] start, int count, byte[] bytes, int from, int end) {
        char[] chars = new char[count + end - from];
        widen(start, 0, count, chars, 0);
        int length = count;
        int at = from;
        while (at < end) {
            if (bytes[at] >= 0) {
                int ascii = Utf8Decoder.skipAscii(bytes, at, end) - at;
                widen(bytes, at, ascii, chars, length);
                at += ascii;
                length += ascii;
                continue;
            }
            int point = point(bytes, at, end);
            if (point < 0) {
                return null;
            }
            if (point < Character.MIN_SUPPLEMENTARY_CODE_POINT) {
                chars[length++] = (char) point;
            } else {
                chars[length++] = Character.highSurrogate(point);
                chars[length++] = Character.lowSurrogate(point);
            }
            at += size(point);
        }
        return new String(chars, 0, length);
    }

    private static void widen(byte[] latin, int from, int count, char[] chars, int at) {
        for (int i = 0; i < count; i++) {
            chars[at + i] = (char) (latin[from + i] & 0xFF);
        }
    }

    private static int size(int point) {
        return point < 0x800 ? 2 : point < Character.MIN_SUPPLEMENTARY_CODE_POINT ? 3 : 4;
    }

    /** The character that begins here, which is not ASCII. */
    private static int point(byte[] bytes, int at, int end) {
        int first = bytes[at] & 0xFF;
        if (first < 0xE0) {
            return first >= 0xC2 && tails(bytes, at, end, 1) ? (first & 0x1F) << 6 | tail(bytes[at + 1]) : NONE;
        }
        if (first < 0xF0) {
            return tails(bytes, at, end, 2) ? three(first, bytes[at + 1], bytes[at + 2]) : NONE;
        }
        return first <= 0xF4 && tails(bytes, at, end, 3)
                ? four(first, bytes[at + 1], bytes[at + 2], bytes[at + 3])
                : NONE;
    }

    /** Neither written too long nor a surrogate, which have no place in UTF-8. */
    private static int three(int first, byte second, byte third) {
        int point = (first & 0x0F) << 12 | tail(second) << 6 | tail(third);
        return point >= 0x800 && !(point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) ? point : NONE;
    }

    /** Neither written too long nor beyond the last character. */
    private static int four(int first, byte second, byte third, byte fourth) {
        int point = (first & 0x07) << 18 | tail(second) << 12 | tail(third) << 6 | tail(fourth);
        return Character.isSupplementaryCodePoint(point) ? point : NONE;
    }

    /** Whether so many bytes behind this one can continue a character. */
    private static boolean tails(byte[] bytes, int at, int end, int count) {
        if (count >= end - at) {
            return false;
        }
        for (int i = at + 1; i <= at + count; i++) {
            if ((bytes[i] & 0xC0) != 0x80) {
                return false;
            }
        }
        return true;
    }

    private static int tail(byte octet) {
        return octet & 0x3F;
    }
}
