package dev.wspact.internal.providerstate;

/** A provider state that could not be reached or left. */
public final class ProviderStateException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String remedy;

    /**
     * Says what happened and what to do, both without a final full stop.
     *
     * @param problem what happened
     * @param remedy what to do about it
     */
    public ProviderStateException(String problem, String remedy) {
        super(problem);
        this.remedy = remedy;
    }

    /** The same, with the error that led to it. */
    ProviderStateException(String problem, String remedy, Throwable cause) {
        super(problem, cause);
        this.remedy = remedy;
    }

    /** What happened. */
    public String problem() {
        return String.valueOf(getMessage());
    }

    /** What to do about it. */
    public String remedy() {
        return remedy;
    }
}
