package dev.wspact.internal.websocket.frame;

/**
 * Checks UTF-8 (<a href="https://www.rfc-editor.org/rfc/rfc3629#section-4">RFC 3629 section 4</a>) piece by piece, and
 * finds the first byte that cannot be right. No overlong forms, no surrogates, nothing above U+10FFFF.
 */
final class Utf8Check {
    private static final int LOWEST_TAIL = 0x80;
    private static final int HIGHEST_TAIL = 0xBF;

    /** How many bytes of the character in flight have yet to come, and the range of the next. */
    private int tails;

    private int lowest = LOWEST_TAIL;
    private int highest = HIGHEST_TAIL;

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
                at = Utf8Decoder.skipAscii(bytes, at, end);
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
