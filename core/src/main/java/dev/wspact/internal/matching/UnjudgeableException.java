package dev.wspact.internal.matching;

/** A message, or what a contract expects of it, that cannot be judged; it must never count as a match. */
public final class UnjudgeableException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String remedy;

    /**
     * Says why and what to do, both without a final full stop.
     *
     * @param problem why it cannot be judged
     * @param remedy what to do about it
     */
    public UnjudgeableException(String problem, String remedy) {
        super(problem);
        this.remedy = remedy;
    }

    /** Why it cannot be judged. */
    public String problem() {
        return String.valueOf(getMessage());
    }

    /** What to do about it. */
    public String remedy() {
        return remedy;
    }
}
