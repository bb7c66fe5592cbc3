package dev.wspact.internal.websocket.frame;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Inflates the messages of one side (<a href="https://www.rfc-editor.org/rfc/rfc7692#section-7.2.2">RFC 7692 section
 * 7.2.2</a>), in small steps, so that a bomb is found after one of them. Holds native memory until closed; confined to one
 * thread at a time.
 */
public final class MessageInflater implements AutoCloseable {
    private static final byte[] TAIL = {0, 0, (byte) 0xFF, (byte) 0xFF};

    /** An empty block that ends the stream: only a stream that has come to an end of a block takes it as such. */
    private static final byte[] LAST_BLOCK = {3, 0};

    private static final int STEP = 8 << 10;

    private final boolean contextTakeover;
    private final Inflater inflater = new Inflater(true);
    private final byte[] step = new byte[STEP];

    /** An inflater that keeps its window from message to message, or not. */
    public MessageInflater(boolean contextTakeover) {
        this.contextTakeover = contextTakeover;
    }

    /** An inflater of what one side sends. */
    public static MessageInflater of(DeflateParameters parameters, Role sender) {
        return new MessageInflater(parameters.contextTakeover(sender));
    }

    @Override
    public void close() {
        inflater.end();
    }

    /** Takes inflated bytes; the array is used again after the call. */
    interface Sink {
        void accept(byte[] bytes, int count) throws BrokenRuleException, LimitExceededException;
    }

    /** Inflates the next piece of a message. */
    void inflate(byte[] bytes, int from, int count, Sink sink) throws BrokenRuleException, LimitExceededException {
        inflater.setInput(bytes, from, count);
        try {
            int inflated = inflater.inflate(step);
            while (inflated > 0 || inflater.finished()) {
                if (inflated > 0) {
                    sink.accept(step, inflated);
                } else {
                    // section 7.2.3.5: a block may say that it is the last, and the message goes on behind it
                    int rest = inflater.getRemaining();
                    inflater.reset();
                    inflater.setInput(bytes, from + count - rest, rest);
                }
                inflated = inflater.inflate(step);
            }
        } catch (DataFormatException e) {
            throw Rule.COMPRESSED_DATA.broken("the compressed message cannot be inflated ("
                    + (e.getMessage() == null ? "corrupt data" : e.getMessage()) + ")");
        }
    }

    /** The message has ended. */
    void finish(Sink sink) throws BrokenRuleException, LimitExceededException {
        inflate(TAIL, 0, TAIL.length, sink);
        if (!contextTakeover) {
            endStream(sink);
        }
    }

    /** With context takeover a cut message shows only in the next one: there is no way to ask where the stream stands. */
    private void endStream(Sink sink) throws BrokenRuleException, LimitExceededException {
        inflater.setInput(LAST_BLOCK);
        try {
            int inflated = inflater.inflate(step);
            if (inflated > 0) {
                sink.accept(step, inflated);
            }
        } catch (DataFormatException e) {
            throw Rule.COMPRESSED_DATA.broken("the compressed message is cut: it ends inside a block");
        }
        if (!inflater.finished()) {
            throw Rule.COMPRESSED_DATA.broken("the compressed message is cut: it ends inside a block");
        }
        inflater.reset();
    }
}
