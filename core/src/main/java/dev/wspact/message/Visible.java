package dev.wspact.message;

import java.util.Locale;

/**
 * Makes a text from outside, such as a message or a contract, harmless to show to people: nothing in it moves the cursor,
 * colors, hides or reorders characters.
 */
public final class Visible {
    private Visible() {}

    /** The text on one line, with escapes as in Java for all that cannot be seen. */
    public static String text(String text) {
        if (text.codePoints().allMatch(Visible::isHarmless)) {
            return text;
        }
        StringBuilder visible = new StringBuilder(text.length());
        text.codePoints().forEach(point -> append(visible, point));
        return visible.toString();
    }

    /** The place at an index or just before it where a text may be cut: never within a surrogate pair. */
    public static int boundary(String text, int index) {
        return index > 0
                        && index < text.length()
                        && Character.isLowSurrogate(text.charAt(index))
                        && Character.isHighSurrogate(text.charAt(index - 1))
                ? index - 1
                : index;
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
        if (point >= 0x20 && point < 0x7f) {
            return true;
        }
        return switch (Character.getType(point)) {
            // format characters include those that reorder text; U+FFFE and U+FFFF are unassigned, which XML forbids
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
