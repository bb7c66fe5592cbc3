package dev.wspact.internal.websocket.frame;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Checks UTF-8 (<a href="https://www.rfc-editor.org/rfc/rfc3629#section-4">RFC 3629 section 4</a>) piece by piece, and
 * finds the first byte that cannot be right. No overlong forms, no surrogates, nothing above U+10FFFF.
 */
final class Utf8Check {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final int LONG_RUN = 32;
    private static final int LOWEST_TAIL = 0x80;
    private static final int HIGHEST_TAIL = 0xBF;

    /** How many bytes of the character in flight have yet to come, and the range of the next. */
    private int tails;

    private int lowest = LOWEST_TAIL;
    private int highest = HIGHEST_TAIL;

    /** The index of the first byte that is not ASCII, or the end. */
    static int skipAscii(byte[] bytes, int from, int end) {
        int at = from;
        while (at <= end - Long.BYTES && ((long) LONGS.get(bytes, at) & HIGH_BITS) == 0) {
            at += Long.BYTES;
        }
        while (at < end && bytes[at] >= 0) {
            at++;
        }
        return at;
    }

    /**
     * Decodes bytes that have been checked. Long runs of ASCII are copied: the JDK's own decoder goes letter by letter from
     * the first that is not ASCII, and is five times slower then.
     */
    static String decode(byte[] bytes, int from, int length) {
        int end = from + length;
        int at = skipAscii(bytes, from, end);
        if (at == end) {
            return new String(bytes, from, length, StandardCharsets.ISO_8859_1);
        }
        int next = skipMixed(bytes, at, end);
        if (next == end && at - from < LONG_RUN) {
            return new String(bytes, from, length, StandardCharsets.UTF_8);
        }
        var text = new StringBuilder(length).append(new String(bytes, from, at - from, StandardCharsets.ISO_8859_1));
        while (at < end) {
            text.append(new String(bytes, at, next - at, StandardCharsets.UTF_8));
            at = skipAscii(bytes, next, end);
            text.append(new String(bytes, next, at - next, StandardCharsets.ISO_8859_1));
            next = skipMixed(bytes, at, end);
        }
        return text.toString();
    }

    /** Where the next long run of ASCII begins, or the end. */
    private static int skipMixed(byte[] bytes, int from, int end) {
        int run = from;
        for (int at = from; at < end; at++) {
            if (bytes[at] < 0) {
                run = at + 1;
            } else if (at - run >= LONG_RUN) {
                return run;
            }
        }
        return end;
    }

    /** Starts with a new text. */
    void reset() {
        tails = 0;
        lowest = LOWEST_TAIL;
        highest = HIGHEST_TAIL;
    }

    /** Whether the text so far ends with a whole character. */
    boolean complete() {
        return tails == 0;
    }

    /** The index of the first bad byte of the text's next piece, -1 if all are fine so far. */
    int firstBad(byte[] bytes, int from, int end) {
        int at = from;
        while (at < end) {
            if (tails == 0) {
                at = skipAscii(bytes, at, end);
                if (at == end) {
                    return -1;
                }
                startCharacter(bytes[at] & 0xFF);
                if (tails == 0) {
                    return at;
                }
            } else {
                int tail = bytes[at] & 0xFF;
                if (tail < lowest || tail > highest) {
                    return at;
                }
                lowest = LOWEST_TAIL;
                highest = HIGHEST_TAIL;
                tails--;
            }
            at++;
        }
        return -1;
    }

    private void startCharacter(int first) {
        if (first >= 0xC2 && first <= 0xDF) {
            tails = 1;
        } else if (first >= 0xE0 && first <= 0xEF) {
            tails = 2;
            lowest = first == 0xE0 ? 0xA0 : LOWEST_TAIL;
            highest = first == 0xED ? 0x9F : HIGHEST_TAIL;
        } else if (first >= 0xF0 && first <= 0xF4) {
            tails = 3;
            lowest = first == 0xF0 ? 0x90 : LOWEST_TAIL;
            highest = first == 0xF4 ? 0x8F : HIGHEST_TAIL;
        }
    }
}
