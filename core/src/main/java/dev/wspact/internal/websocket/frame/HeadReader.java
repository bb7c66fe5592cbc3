package dev.wspact.internal.websocket.frame;

import dev.wspact.message.Opcode;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Collects the 2 to 14 bytes of a frame's head and checks what can be told from them alone (<a
 * href="https://www.rfc-editor.org/rfc/rfc6455#section-5.2">RFC 6455 section 5.2</a>).
 */
final class HeadReader {
    private static final int LONGEST = 14;
    private static final int SHORTEST = 2;
    private static final int TWO_BYTES = 126;
    private static final int EIGHT_BYTES = 127;

    private final Role sender;
    private final boolean inflates;
    private final byte[] bytes = new byte[LONGEST];
    private int count;
    private int size = SHORTEST;

    HeadReader(Role sender, boolean inflates) {
        this.sender = sender;
        this.inflates = inflates;
    }

    /** Whether some of a head has come, and not all. */
    boolean midHead() {
        return count > 0 && count < size;
    }

    /** What has come of the head last looked at. */
    byte[] bytes() {
        return Arrays.copyOf(bytes, count);
    }

    /** Takes bytes of the head, starting a new one if the last is complete; null if more must come. */
    @Nullable
    FrameHead read(Piece from) throws BrokenRuleException {
        if (count == size) {
            count = 0;
            size = SHORTEST;
        }
        if (count < SHORTEST) {
            if (!fill(from)) {
                return null;
            }
            checkFirstBytes();
            size = wholeSize();
        }
        return fill(from) ? head() : null;
    }

    private boolean fill(Piece from) {
        int step = Math.min(size - count, from.left());
        System.arraycopy(from.array(), from.at(), bytes, count, step);
        from.take(step);
        count += step;
        return count == size;
    }

    private int wholeSize() {
        int extended = shortLength() == EIGHT_BYTES ? 8 : shortLength() == TWO_BYTES ? 2 : 0;
        return SHORTEST + extended + (masked() ? 4 : 0);
    }

    private void checkFirstBytes() throws BrokenRuleException {
        Opcode opcode = opcode();
        if (masked() != sender.masks()) {
            throw Rule.MASKING.broken(
                    masked()
                            ? "the frame is masked, and a server must not mask its frames"
                            : "the frame is not masked, and a client must mask its frames");
        }
        checkReservedBits(opcode);
        if (opcode.control() && !fin()) {
            throw Rule.CONTROL_FRAME.broken(
                    "a " + name(opcode) + " frame is fragmented, and control frames must not be");
        }
        if (opcode.control() && shortLength() > FrameWriter.LONGEST_CONTROL_PAYLOAD) {
            throw Rule.CONTROL_FRAME.broken("a " + name(opcode) + " frame has more than 125 bytes of payload");
        }
    }

    private void checkReservedBits(Opcode opcode) throws BrokenRuleException {
        int rsv = rsv();
        if (rsv == 0) {
            return;
        }
        if (rsv != FrameHead.RSV1 || !inflates) {
            throw Rule.RESERVED_BITS.broken("a reserved bit is set that no extension in use gives a meaning:"
                    + ((rsv & FrameHead.RSV1) != 0 && !inflates ? " RSV1" : "")
                    + ((rsv & 2) != 0 ? " RSV2" : "")
                    + ((rsv & 1) != 0 ? " RSV3" : ""));
        }
        if (opcode.control() || opcode == Opcode.CONTINUATION) {
            throw Rule.COMPRESSED_BIT.broken("RSV1 (compressed) is set on a " + name(opcode)
                    + " frame; it belongs on the first frame of a message only");
        }
    }

    private FrameHead head() throws BrokenRuleException {
        long length = payloadLength();
        int maskKey = masked() ? (int) number(size - 4, 4) : 0;
        return new FrameHead(fin(), rsv(), opcode(), masked(), maskKey, length);
    }

    private long payloadLength() throws BrokenRuleException {
        if (shortLength() < TWO_BYTES) {
            return shortLength();
        }
        boolean two = shortLength() == TWO_BYTES;
        long length = two ? number(SHORTEST, 2) : number(SHORTEST, 8);
        if (length < 0) {
            throw Rule.LENGTH_FORM.broken("the highest bit of the 64-bit payload length is set");
        }
        if (length < (two ? TWO_BYTES : 1 << 16)) {
            throw Rule.LENGTH_FORM.broken("the payload length " + length + " is written in " + (two ? 16 : 64)
                    + " bits, and the shortest form must be used");
        }
        return length;
    }

    /** Big-endian. */
    private long number(int at, int length) {
        long number = 0;
        for (int i = at; i < at + length; i++) {
            number = (number << 8) | (bytes[i] & 0xFF);
        }
        return number;
    }

    private boolean fin() {
        return (bytes[0] & 0x80) != 0;
    }

    private int rsv() {
        return (bytes[0] >> 4) & 7;
    }

    private Opcode opcode() throws BrokenRuleException {
        int code = bytes[0] & 0x0F;
        Opcode opcode = Opcode.of(code);
        if (opcode == null) {
            throw Rule.RESERVED_OPCODE.broken(
                    "the opcode 0x" + Integer.toHexString(code).toUpperCase(Locale.ROOT) + " is reserved");
        }
        return opcode;
    }

    private boolean masked() {
        return bytes[1] < 0;
    }

    private int shortLength() {
        return bytes[1] & 0x7F;
    }

    static String name(Opcode opcode) {
        return opcode.name().toLowerCase(Locale.ROOT);
    }
}
