package dev.wspact.internal.embeddedbroker.store;

/** Others used the store for longer than a request may wait. */
public final class StoreBusyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoreBusyException(String problem) {
        super(problem);
    }
}
