package dev.wspact.internal.reporting;

import dev.wspact.message.Visible;
import java.util.ArrayList;
import java.util.List;

/**
 * One line of a failure: what it is about, and what was found.
 *
 * @param name the left column, at most as wide as "session so far"; empty if the fact goes on with the one before
 * @param value the right column, on one line; wrapped when it is shown
 */
record Fact(String name, String value) {
    /** The widest line that is shown. */
    static final int WIDTH = 150;

    private static final int LONGEST = 4_000;
    private static final int NAME_WIDTH = "session so far".length();
    private static final String CONTINUED = " ".repeat(NAME_WIDTH + " : ".length());
    private static final int VALUE_WIDTH = WIDTH - CONTINUED.length();

    /** A fact whose value is made visible, and cut where it is far longer than anyone reads. */
    static Fact of(String name, String value) {
        return new Fact(name, Visible.text(Shortened.text(value, LONGEST)));
    }

    /** The facts in two columns, one element a line. */
    static List<String> align(List<Fact> facts) {
        List<String> lines = new ArrayList<>();
        for (Fact fact : facts) {
            String left = fact.name.isEmpty()
                    ? CONTINUED
                    : fact.name + CONTINUED.substring(fact.name.length(), NAME_WIDTH) + " : ";
            for (String part : wrap(fact.value, VALUE_WIDTH)) {
                lines.add((left + part).stripTrailing());
                left = CONTINUED;
            }
        }
        return lines;
    }

    /** The text in lines no wider than that, broken at spaces where there are any. */
    static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        String rest = text;
        while (rest.length() > width) {
            int space = rest.lastIndexOf(' ', width);
            int end = space > width / 2 ? space : width - (Character.isLowSurrogate(rest.charAt(width)) ? 1 : 0);
            lines.add(rest.substring(0, end).stripTrailing());
            rest = rest.substring(end).stripLeading();
        }
        lines.add(rest);
        return lines;
    }
}
