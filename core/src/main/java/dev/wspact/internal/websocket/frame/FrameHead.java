package dev.wspact.internal.websocket.frame;

import dev.wspact.message.Opcode;

/**
 * The head of a frame (<a href="https://www.rfc-editor.org/rfc/rfc6455#section-5.2">RFC 6455 section 5.2</a>), checked.
 *
 * @param fin whether the frame ends its message
 * @param rsv the three reserved bits, RSV1 is 4
 * @param opcode what the frame is
 * @param masked whether the payload is masked
 * @param maskKey the key, 0 if it is not masked
 * @param payloadLength in bytes, as announced
 */
public record FrameHead(boolean fin, int rsv, Opcode opcode, boolean masked, int maskKey, long payloadLength) {
    /** The bit "per-message compressed" among the three reserved ones (RFC 7692 section 6). */
    public static final int RSV1 = 4;

    /** Whether the bit "per-message compressed" is set (RFC 7692 section 6). */
    public boolean compressed() {
        return rsv == RSV1;
    }

    /** Whether the frame is no fragment: a message of its own, or a control frame. */
    public boolean whole() {
        return fin && opcode != Opcode.CONTINUATION;
    }
}
