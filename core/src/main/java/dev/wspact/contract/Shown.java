package dev.wspact.contract;

import java.util.Locale;

/** Texts from a contract as parts of a message to people: on one line, of bounded length, and harmless to a terminal. */
final class Shown {
    private Shown() {}

    /** A text with escapes as in Java for what cannot be seen; its middle is left out where it is longer than the limit. */
    static String text(String text, int limit) {
        if (text.length() <= limit) {
            return visible(text);
        }
        int head = boundary(text, limit * 3 / 4);
        int tail = boundary(text, text.length() - limit / 4);
        return visible(text.substring(0, head)) + "…" + visible(text.substring(tail));
    }

    /** Never within a surrogate pair. */
    private static int boundary(String text, int index) {
        return Character.isLowSurrogate(text.charAt(index)) ? index - 1 : index;
    }

    private static String visible(String text) {
        if (text.codePoints().allMatch(Shown::isHarmless)) {
            return text;
        }
        StringBuilder visible = new StringBuilder(text.length());
        text.codePoints().forEach(point -> append(visible, point));
        return visible.toString();
    }

    private static void append(StringBuilder visible, int point) {
        switch (point) {
            case '\n' -> visible.append("\\n");
            case '\r' -> visible.append("\\r");
            case '\t' -> visible.append("\\t");
            default -> {
                if (isHarmless(point)) {
                    visible.appendCodePoint(point);
                } else {
                    for (char unit : Character.toChars(point)) {
                        visible.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
                    }
                }
            }
        }
    }

    private static boolean isHarmless(int point) {
        return switch (Character.getType(point)) {
            // format characters include those that reorder text
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
