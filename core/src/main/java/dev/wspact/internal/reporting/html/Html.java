package dev.wspact.internal.reporting.html;

import dev.wspact.internal.reporting.Shortened;
import dev.wspact.message.Visible;
import java.util.HashSet;
import java.util.Set;

/**
 * Writes HTML. The only way to put a text on the page is {@link #text(String)}, and the only way to give an attribute its
 * value is {@link Attribute}: both are escaped here, so that no one who writes a part of the report can forget it. Control
 * characters and those that reorder text are made visible, and no text is longer than some thousand characters.
 */
final class Html {
    /** The longest text that is shown in one piece, in characters. */
    static final int LONGEST = 4_000;

    private final StringBuilder out = new StringBuilder(1 << 16);
    private final Set<String> ids = new HashSet<>();

    /** An element with what the action writes in it. */
    Html in(Tag tag, Runnable content) {
        open(tag).append('>');
        content.run();
        out.append("</").append(tag.name()).append('>');
        return this;
    }

    Html in(String element, Runnable content) {
        return in(Tag.of(element), content);
    }

    /** An element with a text in it. */
    Html text(Tag tag, String text) {
        return in(tag, () -> text(text));
    }

    Html text(String element, String text) {
        return text(Tag.of(element), text);
    }

    /** An element that has no content: one of HTML's void elements, or a shape. */
    Html empty(Tag tag) {
        open(tag).append(tag.name().equals("meta") ? ">" : "/>");
        return this;
    }

    /** A text. */
    Html text(String text) {
        out.append(escaped(text));
        return this;
    }

    /** A line end in the source, for those who read it. */
    Html line() {
        out.append('\n');
        return this;
    }

    /** Our own style sheet, which no result has a part in. */
    Html style(StyleSheet sheet) {
        out.append("<style>").append(sheet.text()).append("</style>");
        return this;
    }

    /** How many characters have been written. */
    int length() {
        return out.length();
    }

    /** The document. */
    String document() {
        return "<!DOCTYPE html>\n" + out + "\n";
    }

    private StringBuilder open(Tag tag) {
        out.append('<').append(tag.name());
        for (Attribute attribute : tag.attributes()) {
            // a result file that gives two connections one number has links to the first of them
            if (attribute.name().equals("id") && !ids.add(attribute.value())) {
                continue;
            }
            out.append(' ').append(attribute.name()).append("=\"");
            out.append(escaped(attribute.value())).append('"');
        }
        return out;
    }

    private static String escaped(String text) {
        String visible = Visible.text(Shortened.text(text, LONGEST));
        StringBuilder escaped = new StringBuilder(visible.length() + 16);
        for (int i = 0; i < visible.length(); i++) {
            char c = visible.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }
}
