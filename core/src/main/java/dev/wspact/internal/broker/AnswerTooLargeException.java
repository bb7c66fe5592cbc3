package dev.wspact.internal.broker;

import java.io.IOException;

/** An answer of more bytes than are taken. */
final class AnswerTooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    AnswerTooLargeException(int limit) {
        super("the answer is larger than " + limit + " bytes");
    }
}
