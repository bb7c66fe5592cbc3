package dev.wspact.internal.websocket;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The server's proof that it has read the client's key (<a
 * href="https://www.rfc-editor.org/rfc/rfc6455#section-4.2.2">RFC 6455 section 4.2.2</a>, point 5.4).
 */
public final class AcceptKey {
    private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    private AcceptKey() {}

    /** The only right value of {@code Sec-WebSocket-Accept} for a {@code Sec-WebSocket-Key}. */
    public static String of(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest((key + GUID).getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}
