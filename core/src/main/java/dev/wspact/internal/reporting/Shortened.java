package dev.wspact.internal.reporting;

import dev.wspact.message.Visible;

/** Cuts long texts where it hurts least. Never splits a surrogate pair. */
public final class Shortened {
    private static final int CONTEXT = 20;

    private Shortened() {}

    /** The beginning of a text. */
    public static String start(String text, int limit) {
        return text.length() <= limit ? text : text.substring(0, Visible.boundary(text, limit));
    }

    /** The beginning of a text, with a note of how much was left out. */
    public static String text(String text, int limit) {
        String start = start(text, limit);
        int missing = text.length() - start.length();
        return missing == 0 ? text : start + "… (" + missing + " more)";
    }

    /**
     * The part of a text around the place where it begins to differ from another one; what both begin with is left out,
     * except for a few characters.
     */
    public static String around(String text, String other, int limit) {
        if (text.length() <= limit) {
            return text;
        }
        int start = Visible.boundary(text, Math.max(0, commonPrefix(text, other) - CONTEXT));
        return start == 0 ? text(text, limit) : "…" + text(text.substring(start), limit);
    }

    private static int commonPrefix(String one, String two) {
        int length = Math.min(one.length(), two.length());
        int common = 0;
        while (common < length && one.charAt(common) == two.charAt(common)) {
            common++;
        }
        return common;
    }
}
