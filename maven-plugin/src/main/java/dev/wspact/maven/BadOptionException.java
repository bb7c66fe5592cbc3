package dev.wspact.maven;

/** A parameter whose value makes no sense. The message names the parameter, its value unless secret, and what to write. */
final class BadOptionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadOptionException(String message) {
        super(message);
    }
}
