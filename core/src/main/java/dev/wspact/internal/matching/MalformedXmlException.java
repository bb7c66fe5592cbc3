package dev.wspact.internal.matching;

/** A text that is not one XML document, or one that is not read because it could do harm. */
final class MalformedXmlException extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedXmlException(String problem, Throwable cause) {
        super(problem, cause);
    }
}
