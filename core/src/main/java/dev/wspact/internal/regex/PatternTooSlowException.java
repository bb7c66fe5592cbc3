package dev.wspact.internal.regex;

/**
 * A regular expression that did not come to an end by its deadline, because it backtracks without bounds on this input,
 * or that needs more stack for it than there is.
 */
public final class PatternTooSlowException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String pattern;
    private final String problem;

    /** Names the pattern. */
    public PatternTooSlowException(String pattern) {
        this(pattern, "does not come to an end in time");
    }

    private PatternTooSlowException(String pattern, String problem) {
        super("the pattern " + pattern + " " + problem);
        this.pattern = pattern;
        this.problem = problem;
    }

    /** For a pattern that repeats a group so often that the stack does not suffice. */
    static PatternTooSlowException tooDeep(String pattern) {
        return new PatternTooSlowException(pattern, "repeats a group too often to be decided");
    }

    /** What the pattern does, to follow its name in a sentence. */
    public String problem() {
        return problem;
    }

    /** The pattern as the contract has it. */
    public String pattern() {
        return pattern;
    }
}
