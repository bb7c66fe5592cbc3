package dev.wspact.internal.websocket.frame;

import dev.wspact.message.CloseStatus;
import dev.wspact.message.Opcode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes frames (<a href="https://www.rfc-editor.org/rfc/rfc6455#section-5.2">RFC 6455 section 5.2</a>), each with the
 * shortest form of its length. Checks only that a control frame is one.
 */
public final class FrameWriter {
    /** The longest payload of a control frame, in bytes (RFC 6455 section 5.5). */
    public static final int LONGEST_CONTROL_PAYLOAD = 125;

    private static final int LONGEST_HEAD = 14;
    private static final int CODE_BYTES = 2;

    private FrameWriter() {}

    /**
     * One frame, ready to be sent.
     *
     * @param rsv the three reserved bits, RSV1 is 4
     * @param payload left as it is
     * @param maskKey what a client masks with; a server's is not used
     * @throws IllegalArgumentException for a control frame that is fragmented or too long
     */
    public static ByteBuffer frame(Role sender, boolean fin, int rsv, Opcode opcode, ByteBuffer payload, int maskKey) {
        int length = payload.remaining();
        if (opcode.control() && (!fin || length > LONGEST_CONTROL_PAYLOAD)) {
            throw new IllegalArgumentException("a control frame is whole and has at most 125 bytes of payload");
        }
        ByteBuffer frame = ByteBuffer.allocate(Math.addExact(length, LONGEST_HEAD));
        frame.put((byte) ((fin ? 0x80 : 0) | ((rsv & 7) << 4) | opcode.code()));
        putLength(frame, length, sender.masks() ? 0x80 : 0);
        if (sender.masks()) {
            byte[] plain = new byte[length];
            payload.get(payload.position(), plain);
            frame.putInt(maskKey).put(Masking.apply(maskKey, 0, plain, 0, length));
        } else {
            frame.put(payload.duplicate());
        }
        return frame.flip();
    }

    /**
     * A message in fragments, of which only the first carries the opcode and the reserved bits; one frame if it has only
     * one.
     *
     * @param fragmentBytes the largest payload of a fragment
     */
    public static List<ByteBuffer> fragments(
            Role sender, int rsv, Opcode opcode, ByteBuffer message, int fragmentBytes, int maskKey) {
        if (fragmentBytes < 1) {
            throw new IllegalArgumentException("a fragment must have room for a byte");
        }
        List<ByteBuffer> frames = new ArrayList<>();
        int at = message.position();
        do {
            int count = Math.min(fragmentBytes, message.limit() - at);
            ByteBuffer piece = message.duplicate().position(at).limit(at + count);
            boolean first = frames.isEmpty();
            at += count;
            frames.add(frame(
                    sender,
                    at == message.limit(),
                    first ? rsv : 0,
                    first ? opcode : Opcode.CONTINUATION,
                    piece,
                    maskKey));
        } while (at < message.limit());
        return frames;
    }

    /**
     * A close frame; empty for {@link CloseStatus#NO_STATUS}.
     *
     * @throws IllegalArgumentException if the reason has more than 123 bytes in UTF-8
     */
    public static ByteBuffer close(Role sender, CloseStatus status, int maskKey) {
        if (status.code() == CloseStatus.NO_STATUS) {
            return frame(sender, true, 0, Opcode.CLOSE, ByteBuffer.allocate(0), maskKey);
        }
        byte[] reason = status.reason().getBytes(StandardCharsets.UTF_8);
        ByteBuffer payload = ByteBuffer.allocate(CODE_BYTES + reason.length);
        payload.putShort((short) status.code()).put(reason).flip();
        return frame(sender, true, 0, Opcode.CLOSE, payload, maskKey);
    }

    private static void putLength(ByteBuffer frame, int length, int maskBit) {
        if (length < 126) {
            frame.put((byte) (maskBit | length));
        } else if (length < 1 << 16) {
            frame.put((byte) (maskBit | 126)).putShort((short) length);
        } else {
            frame.put((byte) (maskBit | 127)).putLong(length);
        }
    }
}
