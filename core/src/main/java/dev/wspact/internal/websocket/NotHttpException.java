package dev.wspact.internal.websocket;

import java.io.IOException;

/** What came is no HTTP answer. The message says what it is, without a final full stop. */
final class NotHttpException extends IOException {
    private static final long serialVersionUID = 1L;

    /** First bytes of a TLS record that holds an alert: a TLS server does not understand a plain request. */
    private static final byte[] TLS_ALERT = {0x15, 0x03};

    private final boolean tls;

    NotHttpException(String message) {
        this(message, false);
    }

    private NotHttpException(String message, boolean tls) {
        super(message);
        this.tls = tls;
    }

    /** Says how the answer begins. */
    static NotHttpException quoting(byte[] begin) {
        if (begin[0] == TLS_ALERT[0] && begin[1] == TLS_ALERT[1]) {
            return new NotHttpException("the server answered with a TLS alert", true);
        }
        StringBuilder text = new StringBuilder();
        for (byte octet : begin) {
            text.append(octet >= 0x20 && octet < 0x7F ? String.valueOf((char) octet) : "\\x%02x".formatted(octet));
        }
        return new NotHttpException("the answer is not HTTP but begins with \"" + text + "\"");
    }

    /** Whether it looks like TLS. */
    boolean looksLikeTls() {
        return tls;
    }
}
