package dev.wspact.maven;

/** There is nothing to verify. The message says where it was looked for, and what to do. */
final class NoContractsException extends Exception {
    private static final long serialVersionUID = 1L;

    NoContractsException(String message) {
        super(message);
    }
}
