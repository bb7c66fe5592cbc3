package dev.wspact.internal.http;

import java.io.IOException;

/** An answer of more bytes than are taken. */
public final class AnswerTooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    AnswerTooLargeException(int limit) {
        super("the answer is larger than " + limit + " bytes");
    }
}
