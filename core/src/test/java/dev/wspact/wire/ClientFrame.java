package dev.wspact.wire;

import dev.wspact.message.CloseStatus;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** One frame of the client, unmasked. */
public final class ClientFrame {
    private final int firstByte;
    private final byte[] payload;

    ClientFrame(int firstByte, byte[] payload) {
        this.firstByte = firstByte;
        this.payload = payload;
    }

    /** Final bit, reserved bits and opcode. */
    public int firstByte() {
        return firstByte;
    }

    /** What kind of frame it is (RFC 6455 section 5.2). */
    public int opcode() {
        return firstByte & 0x0F;
    }

    /** Whether it is the last fragment of its message. */
    public boolean last() {
        return (firstByte & 0x80) != 0;
    }

    /** A copy of the payload. */
    public byte[] payload() {
        return payload.clone();
    }

    /** The payload as text. */
    public String text() {
        return new String(payload, StandardCharsets.UTF_8);
    }

    /** What a close frame says. */
    public CloseStatus closeStatus() {
        if (payload.length < 2) {
            return new CloseStatus(CloseStatus.NO_STATUS, "");
        }
        return new CloseStatus(
                ByteBuffer.wrap(payload).getShort() & 0xFFFF,
                new String(payload, 2, payload.length - 2, StandardCharsets.UTF_8));
    }
}
