package dev.wspact.internal.websocket.frame;

/**
 * Who sends a frame. A client must mask its frames, a server must not (<a
 * href="https://www.rfc-editor.org/rfc/rfc6455#section-5.1">RFC 6455 section 5.1</a>).
 */
public enum Role {
    /** The side that opened the connection. */
    CLIENT,
    /** The side that accepted it. */
    SERVER;

    /** Whether frames of this sender are masked. */
    public boolean masks() {
        return this == CLIENT;
    }
}
