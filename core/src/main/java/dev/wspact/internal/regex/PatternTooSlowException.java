package dev.wspact.internal.regex;

/** A regular expression that did not come to an end by its deadline: it backtracks without bounds on this input. */
public final class PatternTooSlowException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String pattern;

    /** Names the pattern. */
    public PatternTooSlowException(String pattern) {
        super("the pattern " + pattern + " did not come to an end in time");
        this.pattern = pattern;
    }

    /** The pattern as the contract has it. */
    public String pattern() {
        return pattern;
    }
}
