package dev.wspact.internal.json;

/** A text that is not one JSON value in the strict sense: trailing content, a duplicate member, too deep, too long. */
public final class MalformedJsonException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;

    /**
     * A problem at a place in the text.
     *
     * @param problem what is wrong, without the place and without a final full stop
     * @param line 1-based, 0 if unknown
     * @param column 1-based, 0 if unknown
     */
    public MalformedJsonException(String problem, int line, int column) {
        super(problem);
        this.line = line;
        this.column = column;
    }

    /** What is wrong, without the place and without a final full stop. */
    public String problem() {
        return String.valueOf(getMessage());
    }

    /** 1-based line of the problem, 0 if unknown. */
    public int line() {
        return line;
    }

    /** 1-based column of the problem, 0 if unknown. */
    public int column() {
        return column;
    }
}
