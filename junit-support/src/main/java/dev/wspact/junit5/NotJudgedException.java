package dev.wspact.junit5;

/**
 * Thrown by a provider test if an interaction could not be judged, for instance because nothing listens at the URL or a
 * provider state could not be reached. It blames neither side: a broken contract is an {@link AssertionError}.
 */
public final class NotJudgedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Keeps the text, which says what happened and what to do. */
    NotJudgedException(String message) {
        super(message);
    }
}
