package dev.wspact.internal.websocket.frame;

import java.nio.ByteBuffer;
import java.util.zip.Deflater;

/**
 * Deflates the messages that one side sends (<a href="https://www.rfc-editor.org/rfc/rfc7692#section-7.2.1">RFC 7692 section
 * 7.2.1</a>). Holds native memory until closed; confined to one thread at a time.
 */
public final class MessageDeflater implements AutoCloseable {
    private static final int LARGEST_WINDOW = 15;
    private static final int TAIL = 4;
    private static final int STEP = 8 << 10;

    private final boolean contextTakeover;
    private final int windowBits;
    private final Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    private final byte[] step = new byte[STEP];

    /** A deflater of what one side sends. */
    public MessageDeflater(DeflateParameters parameters, Role sender) {
        this.contextTakeover = parameters.contextTakeover(sender);
        this.windowBits = parameters.windowBits(sender);
    }

    /** The payload of a compressed message, to be sent with RSV1. */
    public ByteBuffer deflate(ByteBuffer message) {
        if (!message.hasRemaining()) {
            // an empty block without its tail; zlib would not write a second one in a row
            return ByteBuffer.wrap(new byte[1]);
        }
        var deflated = new MessageBuffer();
        ByteBuffer rest = message.duplicate();
        if (windowBits == LARGEST_WINDOW) {
            deflate(rest, Deflater.SYNC_FLUSH, deflated);
        } else {
            inPieces(rest, deflated);
        }
        if (!contextTakeover) {
            deflater.reset();
        }
        return ByteBuffer.wrap(deflated.array(), 0, deflated.length() - TAIL);
    }

    @Override
    public void close() {
        deflater.end();
    }

    /** The JDK's deflater has no window size; after a full flush nothing refers back, so a piece is never left. */
    private void inPieces(ByteBuffer rest, MessageBuffer deflated) {
        int end = rest.limit();
        while (rest.position() < end) {
            rest.limit(Math.min(rest.position() + (1 << windowBits), end));
            deflate(rest, Deflater.FULL_FLUSH, deflated);
        }
    }

    private void deflate(ByteBuffer piece, int flush, MessageBuffer deflated) {
        deflater.setInput(piece);
        int count = deflater.deflate(step, 0, STEP, flush);
        while (count == STEP) {
            deflated.append(step, 0, count);
            count = deflater.deflate(step, 0, STEP, flush);
        }
        deflated.append(step, 0, count);
    }
}
