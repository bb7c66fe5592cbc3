package dev.wspact.internal.websocket.frame;

import dev.wspact.message.CloseStatus;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * A frame that somebody else has written, ready to be sent.
 *
 * @param head its head
 * @param masked its payload as it is on the wire
 */
public record WholeFrame(FrameHead head, ByteBuffer masked) {
    /**
     * Takes apart the only frame in a buffer, which is left as it is.
     *
     * @throws IllegalArgumentException if it is not exactly one frame that the sender may send
     */
    public static WholeFrame of(Role sender, ByteBuffer frame) {
        Piece bytes = Piece.of(frame);
        @Nullable FrameHead head;
        try {
            head = new HeadReader(sender, true).read(bytes);
        } catch (BrokenRuleException e) {
            throw new IllegalArgumentException(e.how(), e);
        }
        if (head == null || head.payloadLength() != bytes.left()) {
            throw new IllegalArgumentException("not one whole frame");
        }
        return new WholeFrame(head, frame.slice(frame.limit() - bytes.left(), bytes.left()));
    }

    /** The start of the payload, unmasked: at most so many bytes. */
    public byte[] payload(int atMost) {
        byte[] start = new byte[Math.min(atMost, masked.remaining())];
        masked.get(masked.position(), start);
        return head.masked() ? Masking.apply(head.maskKey(), 0, start, 0, start.length) : start;
    }

    /**
     * What it says if it is a close frame.
     *
     * @throws IllegalArgumentException if no close frame may say so
     */
    public CloseStatus closeStatus() {
        try {
            return ClosePayload.parse(payload());
        } catch (BrokenRuleException e) {
            throw new IllegalArgumentException(e.how(), e);
        }
    }

    /** All of the payload, unmasked. */
    public byte[] payload() {
        return payload(Integer.MAX_VALUE);
    }
}
