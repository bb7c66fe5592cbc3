package dev.wspact.internal.embeddedbroker.store;

/** The store cannot be opened, read or written. */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoreException(String problem) {
        super(problem);
    }

    StoreException(String problem, Exception cause) {
        super(problem + ": " + cause.getMessage(), cause);
    }
}
