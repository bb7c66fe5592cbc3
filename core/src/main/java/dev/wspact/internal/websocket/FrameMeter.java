package dev.wspact.internal.websocket;

import dev.wspact.message.CloseStatus;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Walks over the server's bytes from frame to frame (RFC 6455 section 5.2) without keeping them: it knows how large the
 * message in flight is before anyone has buffered it, and what the server's close frame really says. Judges nothing else;
 * broken frames are for the library behind it to find. Confined to the connection's thread.
 */
final class FrameMeter {
    private static final int CLOSE = 0x8;
    private static final int LONGEST_CONTROL_PAYLOAD = 125;

    private final long limit;
    private final ByteBuffer head = ByteBuffer.allocate(14);
    private final ByteBuffer closePayload = ByteBuffer.allocate(LONGEST_CONTROL_PAYLOAD);
    private long payloadLeft;
    private long messageBytes;
    private boolean inClose;
    private boolean closed;
    private boolean tooLarge;
    private @Nullable CloseStatus closeStatus;

    /** A meter for messages of at most this many bytes. */
    FrameMeter(long limit) {
        this.limit = limit;
        head.limit(2);
    }

    /**
     * Walks over bytes as they came.
     *
     * @return how many of them belong to frames within the limit, up to and with the close frame
     */
    int walk(byte[] bytes, int length) {
        int at = 0;
        int headStart = 0;
        while (at < length && !ended()) {
            if (payloadLeft > 0) {
                int step = (int) Math.min(payloadLeft, length - at);
                if (inClose) {
                    closePayload.put(bytes, at, step);
                }
                at += step;
                payloadLeft -= step;
            } else {
                headStart = head.position() == 0 ? at : headStart;
                head.put(bytes[at++]);
                if (head.hasRemaining() || growHead()) {
                    continue;
                }
                beginFrame();
            }
            if (payloadLeft == 0 && inClose) {
                closed = true;
                closeStatus = closeStatus();
            }
        }
        return tooLarge ? headStart : at;
    }

    /** How many bytes of the frame in flight have yet to come, as far as its head has been walked over. */
    long payloadLeft() {
        return payloadLeft;
    }

    /** Whether a message is larger than the limit; it is not walked into. */
    boolean foundTooLarge() {
        return tooLarge;
    }

    /** What the server's close frame says, null if none has come or if its payload is broken. */
    @Nullable
    CloseStatus close() {
        return closeStatus;
    }

    /** Whether there is nothing behind what has been walked over that could matter. */
    boolean ended() {
        return tooLarge || closed;
    }

    /** Makes room for the extended length and the mask; false if the head is whole. */
    private boolean growHead() {
        int second = head.get(1);
        int length = second & 0x7F;
        int size = 2 + (length == 127 ? 8 : length == 126 ? 2 : 0) + ((second & 0x80) != 0 ? 4 : 0);
        if (head.position() >= size) {
            return false;
        }
        head.limit(size);
        return true;
    }

    private void beginFrame() {
        int first = head.get(0);
        int opcode = first & 0x0F;
        boolean masked = (head.get(1) & 0x80) != 0;
        payloadLeft = payloadLength();
        head.clear().limit(2);
        // a length with the highest bit set is negative here, and as wrong as one over the limit
        long room = opcode < CLOSE ? limit - messageBytesBefore(opcode) : Math.max(limit, LONGEST_CONTROL_PAYLOAD);
        tooLarge = payloadLeft < 0 || payloadLeft > room;
        inClose = opcode == CLOSE && payloadLeft <= LONGEST_CONTROL_PAYLOAD && !masked;
        if (opcode < CLOSE && !tooLarge) {
            boolean last = (first & 0x80) != 0;
            messageBytes = last ? 0 : messageBytesBefore(opcode) + payloadLeft;
        }
    }

    private long messageBytesBefore(int opcode) {
        return opcode == 0 ? messageBytes : 0;
    }

    private long payloadLength() {
        int length = head.get(1) & 0x7F;
        return switch (length) {
            case 126 -> head.getShort(2) & 0xFFFF;
            case 127 -> head.getLong(2);
            default -> length;
        };
    }

    private @Nullable CloseStatus closeStatus() {
        ByteBuffer payload = closePayload.flip();
        if (payload.remaining() == 1) {
            return null;
        }
        if (!payload.hasRemaining()) {
            return new CloseStatus(CloseStatus.NO_STATUS, "");
        }
        int code = payload.getShort() & 0xFFFF;
        return new CloseStatus(code, StandardCharsets.UTF_8.decode(payload).toString());
    }
}
