package dev.wspact.message;

import org.jspecify.annotations.Nullable;

/** What a frame is (<a href="https://www.rfc-editor.org/rfc/rfc6455#section-5.2">RFC 6455 section 5.2</a>). */
public enum Opcode {
    /** A further fragment of the message in flight. */
    CONTINUATION(0x0),
    /** The first or only fragment of a text message. */
    TEXT(0x1),
    /** The first or only fragment of a binary message. */
    BINARY(0x2),
    /** The closing handshake. */
    CLOSE(0x8),
    /** Is the other side alive? */
    PING(0x9),
    /** An answer to a ping, or a heartbeat that nobody asked for. */
    PONG(0xA);

    private final int code;

    Opcode(int code) {
        this.code = code;
    }

    /** The four bits on the wire. */
    public int code() {
        return code;
    }

    /** Whether frames of this kind may stand between the fragments of a message. */
    public boolean control() {
        return code >= 0x8;
    }

    /** The opcode with these four bits; null if they are reserved. */
    public static @Nullable Opcode of(int code) {
        return switch (code) {
            case 0x0 -> CONTINUATION;
            case 0x1 -> TEXT;
            case 0x2 -> BINARY;
            case 0x8 -> CLOSE;
            case 0x9 -> PING;
            case 0xA -> PONG;
            default -> null;
        };
    }
}
