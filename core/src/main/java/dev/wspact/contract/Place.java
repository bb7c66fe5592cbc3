package dev.wspact.contract;

import java.util.Objects;

/**
 * Where something stands in a contract, for texts.
 *
 * @param source the file or URL, as the user named it
 * @param pointer JSON Pointer (RFC 6901) into the source; empty for the whole document
 * @param line 1-based line, 0 if unknown
 */
public record Place(String source, String pointer, int line) {
    private static final int LONGEST = 300;

    /** Rejects missing parts and a negative line. */
    public Place {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(pointer, "pointer");
        if (line < 0) {
            throw new IllegalArgumentException("line is 1-based (0 if unknown), but was " + line);
        }
    }

    /** {@code source:line #pointer}, leaving out what is unknown, and the middle of what is very long. */
    @Override
    public String toString() {
        return Shown.text(source, LONGEST)
                + (line > 0 ? ":" + line : "")
                + (pointer.isEmpty() ? "" : " #" + Shown.text(pointer, LONGEST));
    }
}
