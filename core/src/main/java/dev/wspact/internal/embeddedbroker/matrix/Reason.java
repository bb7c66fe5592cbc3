package dev.wspact.internal.embeddedbroker.matrix;

/**
 * A reason for an answer, in words.
 *
 * @param type {@code success}, {@code error} or {@code warning}
 */
public record Reason(String type, String text) {
    static Reason error(String text) {
        return new Reason("error", text);
    }

    static Reason warning(String text) {
        return new Reason("warning", text);
    }

    static Reason success(String text) {
        return new Reason("success", text);
    }
}
