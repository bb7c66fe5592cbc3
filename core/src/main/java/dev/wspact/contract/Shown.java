package dev.wspact.contract;

import dev.wspact.message.Visible;

/** Texts from a contract as parts of a message to people: on one line, of bounded length, and harmless to a terminal. */
final class Shown {
    private Shown() {}

    /** A text with escapes as in Java for what cannot be seen; its middle is left out where it is longer than the limit. */
    static String text(String text, int limit) {
        if (text.length() <= limit) {
            return Visible.text(text);
        }
        int head = Visible.boundary(text, limit * 3 / 4);
        int tail = Visible.boundary(text, text.length() - limit / 4);
        return Visible.text(text.substring(0, head)) + "…" + Visible.text(text.substring(tail));
    }
}
