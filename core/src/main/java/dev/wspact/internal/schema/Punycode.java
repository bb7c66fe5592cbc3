package dev.wspact.internal.schema;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Decodes labels such as {@code xn--fa-hia} (RFC 3492, section 6.2). {@link java.net.IDN} knows the rules of 2003 only,
 * by which no label holds a sharp s, a final sigma, or a joiner.
 */
final class Punycode {
    private static final int BASE = 36;
    private static final int SMALLEST_THRESHOLD = 1;
    private static final int LARGEST_THRESHOLD = 26;
    /** More than any label of 63 octets can stand for. */
    private static final long TOO_MUCH = 64L * Character.MAX_CODE_POINT;

    private final String digits;
    private final List<Integer> decoded;
    private int position;
    private int bias = 72;

    private Punycode(String encoded) {
        int hyphen = encoded.lastIndexOf('-');
        digits = encoded.substring(hyphen + 1);
        decoded = encoded.substring(0, Math.max(hyphen, 0)).codePoints().boxed().collect(Collectors.toList());
    }

    /** What an encoded label, without its {@code xn--}, stands for; null if it is none. */
    static @Nullable String decode(String encoded) {
        // a hyphen in front separates nothing, and one at the end leaves nothing that is encoded
        boolean empty = encoded.isEmpty() || encoded.startsWith("-") || encoded.endsWith("-");
        return empty ? null : new Punycode(encoded).decode();
    }

    private @Nullable String decode() {
        long state = 0;
        int point = 128;
        boolean first = true;
        while (position < digits.length()) {
            long delta = delta();
            int length = decoded.size() + 1;
            long next = state + delta;
            long newPoint = point + next / length;
            if (delta < 0 || newPoint > Character.MAX_CODE_POINT) {
                return null;
            }
            bias = adapted(delta, length, first);
            first = false;
            point = (int) newPoint;
            decoded.add((int) (next % length), point);
            state = next % length + 1;
        }
        return decoded.stream().map(Character::toString).collect(Collectors.joining());
    }

    /** The next number, -1 if it is none. */
    private long delta() {
        long delta = 0;
        long weight = 1;
        for (int k = BASE; position < digits.length() && delta < TOO_MUCH && weight < TOO_MUCH; k += BASE) {
            int digit = digit(digits.charAt(position));
            position++;
            delta += digit * weight;
            int threshold = Math.min(Math.max(k - bias, SMALLEST_THRESHOLD), LARGEST_THRESHOLD);
            if (digit < threshold) {
                return digit < 0 ? -1 : delta;
            }
            weight *= BASE - threshold;
        }
        return -1;
    }

    private static int digit(char c) {
        int letter = c - 'a';
        return c >= '0' && c <= '9' ? c - '0' + 26 : letter < 26 ? letter : -1;
    }

    private static int adapted(long delta, int length, boolean first) {
        long scaled = first ? delta / 700 : delta / 2;
        scaled += scaled / length;
        int k = 0;
        while (scaled > (BASE - SMALLEST_THRESHOLD) * LARGEST_THRESHOLD / 2) {
            scaled /= BASE - SMALLEST_THRESHOLD;
            k += BASE;
        }
        return (int) (k + 36 * scaled / (scaled + 38));
    }
}
