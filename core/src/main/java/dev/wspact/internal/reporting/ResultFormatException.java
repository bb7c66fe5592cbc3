package dev.wspact.internal.reporting;

/** A JSON document that is no result file of this version. The message has place and problem. */
final class ResultFormatException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ResultFormatException(String pointer, String problem) {
        super((pointer.isEmpty() ? "" : "at " + pointer + ": ") + problem);
    }
}
