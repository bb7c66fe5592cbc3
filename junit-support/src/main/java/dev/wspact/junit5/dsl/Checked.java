package dev.wspact.junit5.dsl;

import java.time.Duration;

/** Values of the language, checked where they are written. What spans several of them is checked when the pact is built. */
final class Checked {
    private static final Duration LONGEST = Duration.ofDays(1);

    private Checked() {}

    /** A JSON Pointer (RFC 6901). */
    static String pointer(String pointer) {
        if (!pointer.startsWith("/")) {
            throw new IllegalArgumentException(
                    "A JSON Pointer begins with /, such as \"/items/0/id\", but this one is \"" + pointer + "\""
                            + (pointer.startsWith("$") ? ", which is a JSON path" : ""));
        }
        return pointer;
    }

    /** A time as contracts write it: ISO-8601, longer than nothing and no longer than a day. */
    static String duration(String what, Duration duration) {
        if (duration.isZero() || duration.isNegative() || duration.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "\"" + what + "\" must be longer than nothing and no longer than a day, but is " + duration);
        }
        return duration.toString();
    }

    /** A number of messages. */
    static int count(String what, int count, int fewest) {
        if (count < fewest) {
            throw new IllegalArgumentException("\"" + what + "\" must be at least " + fewest + ", but is " + count);
        }
        return count;
    }

    /** A text that says something. */
    static String words(String what, String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException(what + " is blank: say in words what it is about");
        }
        return text;
    }
}
