package dev.wspact.message;

import java.util.Objects;

/**
 * The server's answer to the opening handshake
 * (<a href="https://www.rfc-editor.org/rfc/rfc6455#section-4.2.2">RFC 6455 section 4.2.2</a>): 101 if the connection
 * was accepted, any other HTTP status if it was refused.
 *
 * @param status the HTTP status code
 * @param headers the header fields of the answer
 * @param body the body of a refusal
 */
public record HandshakeResponse(int status, Headers headers, ResponseBody body) {
    /** The status of an accepted handshake. */
    public static final int SWITCHING_PROTOCOLS = 101;

    /** Rejects missing parts. */
    public HandshakeResponse {
        Objects.requireNonNull(headers, "headers");
        Objects.requireNonNull(body, "body");
    }

    /** An answer without a body. */
    public HandshakeResponse(int status, Headers headers) {
        this(status, headers, ResponseBody.NONE);
    }

    /** Whether the server accepted the connection. */
    public boolean accepted() {
        return status == SWITCHING_PROTOCOLS;
    }
}
