package dev.wspact.internal.reporting.html;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A path into a message in Pact's notation: {@code $.items[0]['first name']}.
 *
 * @param steps names of members, and indexes of elements as decimal numbers
 */
record PactPath(List<String> steps) {
    PactPath {
        steps = List.copyOf(steps);
    }

    /** The path of a text; null if it is none. */
    static @Nullable PactPath parse(String text) {
        if (!text.startsWith("$")) {
            return null;
        }
        List<String> steps = new ArrayList<>();
        int at = 1;
        while (at < text.length()) {
            int end = text.charAt(at) == '.' ? endOfName(text, at + 1) : endOfBracket(text, at);
            if (end < 0) {
                return null;
            }
            String step = text.charAt(at) == '.' ? text.substring(at + 1, end) : text.substring(at + 1, end - 1);
            steps.add(step.length() > 1 && step.startsWith("'") ? step.substring(1, step.length() - 1) : step);
            at = end;
        }
        return new PactPath(steps);
    }

    private static int endOfName(String text, int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) != '.' && text.charAt(end) != '[') {
            end++;
        }
        return end == start ? -1 : end;
    }

    /** Behind the closing bracket; a quoted name may hold brackets of its own. */
    private static int endOfBracket(String text, int start) {
        if (text.charAt(start) != '[') {
            return -1;
        }
        boolean quoted = text.startsWith("['", start);
        int close = quoted ? text.indexOf("']", start + 2) + 1 : text.indexOf(']', start);
        return close <= start + 1 ? -1 : close + 1;
    }
}
