package dev.wspact.internal.reporting.html;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An attribute of an element. There is none that holds a script, a style or an address beyond the page, so that nothing
 * from outside can ever become one.
 */
record Attribute(String name, String value) {
    private static final Pattern WORDS = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 ,;:=./'_-]*");
    private static final Set<String> FIXED = Set.of(
            "aria-hidden",
            "charset",
            "content",
            "d",
            "http-equiv",
            "lang",
            "name",
            "points",
            "role",
            "scope",
            "tabindex",
            "viewBox");
    private static final Set<String> NUMBERS =
            Set.of("cx", "cy", "height", "r", "width", "x", "x1", "x2", "y", "y1", "y2", "colspan");

    Attribute {
        boolean known = name.equals("class")
                || name.equals("id")
                || name.equals("aria-label")
                || (name.equals("href") && value.startsWith("#"))
                || FIXED.contains(name)
                || NUMBERS.contains(name);
        if (!known) {
            throw new IllegalArgumentException("a report has no attribute " + name + " with this value");
        }
    }

    /** Names of classes in the style sheet. */
    static Attribute classes(String names) {
        return new Attribute("class", words(names));
    }

    static Attribute id(Anchor anchor) {
        return new Attribute("id", anchor.id());
    }

    /** A link to a place on this page. */
    static Attribute href(Anchor anchor) {
        return new Attribute("href", "#" + anchor.id());
    }

    /** What a screen reader says. */
    static Attribute label(String text) {
        return new Attribute("aria-label", text);
    }

    /** A constant of ours. */
    static Attribute fixed(String name, String value) {
        if (!FIXED.contains(name)) {
            throw new IllegalArgumentException("attribute " + name + " is not for constants");
        }
        return new Attribute(name, words(value));
    }

    /** A coordinate or a length. */
    static Attribute number(String name, double value) {
        if (!NUMBERS.contains(name)) {
            throw new IllegalArgumentException("attribute " + name + " is no number");
        }
        return new Attribute(name, shortest(value));
    }

    /** With one digit behind the point where it needs one. */
    static String shortest(double value) {
        long tenths = Math.round(value * 10);
        return tenths % 10 == 0 ? Long.toString(tenths / 10) : String.format(Locale.ROOT, "%.1f", tenths / 10.0);
    }

    private static String words(String constant) {
        if (!WORDS.matcher(constant).matches()) {
            throw new IllegalArgumentException("\"" + constant + "\" is no constant of ours");
        }
        return constant;
    }
}
