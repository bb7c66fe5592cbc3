package dev.wspact.message;

import java.time.Duration;
import java.util.Objects;

/**
 * One frame as it was on the wire (<a href="https://www.rfc-editor.org/rfc/rfc6455#section-5.2">RFC 6455 section 5.2</a>).
 *
 * @param direction who sent it
 * @param number 1-based place in the connection, counted per direction over all frames
 * @param sinceOpen time between the end of the opening handshake and the last byte of the frame
 * @param head its bits, opcode and length
 * @param message {@linkplain CapturedMessage#position position} of the message that a data frame belongs to; 0 for a
 *     control frame
 * @param start the start of the payload of a control frame or a fragment, unmasked, at most {@link #KEPT} bytes; empty for
 *     a frame that is a whole message, since the message has it
 */
public record CapturedFrame(
        Direction direction, long number, Duration sinceOpen, Head head, long message, Payload.Binary start) {
    /** How many bytes of a payload are kept: all of a control frame. */
    public static final int KEPT = 125;

    /** Rejects missing parts and a number below 1. */
    public CapturedFrame {
        Objects.requireNonNull(direction, "direction");
        Objects.requireNonNull(sinceOpen, "sinceOpen");
        Objects.requireNonNull(head, "head");
        Objects.requireNonNull(start, "start");
        if (number < 1) {
            throw new IllegalArgumentException("number is 1-based, but was " + number);
        }
        if (message < 0) {
            throw new IllegalArgumentException("message is 1-based, or 0 for none, but was " + message);
        }
    }

    /**
     * What a frame says of itself.
     *
     * @param opcode what it is
     * @param fin whether it ends its message
     * @param compressed whether the message that it begins is compressed (RSV1, RFC 7692 section 6)
     * @param length of the payload in bytes, as on the wire
     */
    public record Head(Opcode opcode, boolean fin, boolean compressed, long length) {
        /** Rejects a missing opcode and a negative length. */
        public Head {
            Objects.requireNonNull(opcode, "opcode");
            if (length < 0) {
                throw new IllegalArgumentException("length is a count of bytes, but was " + length);
            }
        }
    }
}
