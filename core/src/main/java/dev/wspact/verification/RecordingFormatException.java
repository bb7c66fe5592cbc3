package dev.wspact.verification;

import dev.wspact.message.Visible;
import java.util.Objects;

/** A recording that cannot be understood. The message names file, line, problem and remedy and is ready to print. */
public final class RecordingFormatException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The most characters of a problem; names and values from a hostile file can be of any length. */
    private static final int LONGEST = 1000;

    private final int line;

    /**
     * A finished message from its parts, in which control characters are made visible, and what is very long is cut.
     *
     * @param file the recording, as the user named it
     * @param line 1-based, 0 if the problem has no line
     * @param problem what is wrong there, without a final full stop
     * @param remedy what to do about it, without a final full stop
     */
    public RecordingFormatException(String file, int line, String problem, String remedy) {
        super("%s%s: %s. %s.".formatted(shown(file), line > 0 ? ":" + line : "", shown(problem), shown(remedy)));
        this.line = line;
    }

    /** The 1-based line of the problem, 0 if it has none. */
    public int line() {
        return line;
    }

    private static String shown(String text) {
        Objects.requireNonNull(text, "text");
        return text.length() <= LONGEST
                ? Visible.text(text)
                : Visible.text(text.substring(0, Visible.boundary(text, LONGEST))) + "…";
    }
}
