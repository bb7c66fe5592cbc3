package dev.wspact.internal.websocket.frame;

import dev.wspact.message.Opcode;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The message in flight: joins its fragments, inflates it, and checks its text as it comes (<a
 * href="https://www.rfc-editor.org/rfc/rfc6455#section-5.4">RFC 6455 sections 5.4</a> and 8.1).
 */
final class MessageAssembly {
    private final ReaderLimits limits;
    private final @Nullable MessageInflater inflater;
    private final MessageBuffer buffer = new MessageBuffer();
    private final Utf8Check utf8 = new Utf8Check();
    private final Utf8Decoder decoder = new Utf8Decoder();
    private boolean inFlight;
    private boolean text;
    private boolean compressed;
    private int fragments;
    private long wireBytes;

    MessageAssembly(ReaderLimits limits, @Nullable MessageInflater inflater) {
        this.limits = limits;
        this.inflater = inflater;
    }

    /** Whether a message has begun and not ended. */
    boolean inFlight() {
        return inFlight;
    }

    /** A data frame begins. */
    void begin(FrameHead head) throws BrokenRuleException, LimitExceededException {
        if (head.opcode() != Opcode.CONTINUATION) {
            beginMessage(head);
        } else if (!inFlight) {
            throw Rule.FRAGMENTATION.broken("a continuation frame comes where no message is in flight");
        }
        if (head.payloadLength() > limits.messageBytes() - wireBytes) {
            // both are below 2^63, and the sum need not be
            throw LimitExceededException.tooBig(
                    "a frame announces " + head.payloadLength() + " bytes of a message of which " + wireBytes
                            + " have come",
                    "messageBytes",
                    limits.messageBytes());
        }
        wireBytes += head.payloadLength();
        if (++fragments > limits.fragmentsPerMessage()) {
            throw LimitExceededException.tooMany(
                    "a message has " + fragments + " fragments and has not ended",
                    "fragmentsPerMessage",
                    limits.fragmentsPerMessage());
        }
    }

    private void beginMessage(FrameHead head) throws BrokenRuleException {
        if (inFlight) {
            throw Rule.FRAGMENTATION.broken("a " + HeadReader.name(head.opcode())
                    + " frame begins a message while the fragments of another have not ended");
        }
        inFlight = true;
        text = head.opcode() == Opcode.TEXT;
        compressed = head.compressed();
        fragments = 0;
        wireBytes = 0;
    }

    /** A message is there in one piece: no need to collect anything. */
    void deliver(byte[] bytes, int from, int count, MessageListener listener)
            throws BrokenRuleException, LimitExceededException {
        if (compressed) {
            append(bytes, from, count);
            deliver(listener);
        } else if (text) {
            String whole = decoder.decode(bytes, from, count);
            if (whole == null) {
                checkText(bytes, from, count, 0);
                checkTextEnd();
            }
            inFlight = false;
            listener.text(Objects.requireNonNull(whole));
        } else {
            inFlight = false;
            listener.binary(Arrays.copyOfRange(bytes, from, from + count));
        }
    }

    /** Some of the message has come. */
    void append(byte[] bytes, int from, int count) throws BrokenRuleException, LimitExceededException {
        if (compressed && inflater != null) {
            inflater.inflate(bytes, from, count, this::appendInflated);
        } else {
            appendPlain(bytes, from, count);
        }
    }

    /** All of the message has come. */
    void deliver(MessageListener listener) throws BrokenRuleException, LimitExceededException {
        if (compressed && inflater != null) {
            inflater.finish(this::appendInflated);
        }
        if (text) {
            checkTextEnd();
            String whole = decoder.decode(buffer.array(), 0, buffer.length());
            end();
            listener.text(Objects.requireNonNull(whole, "checked before"));
        } else {
            byte[] whole = buffer.take();
            end();
            listener.binary(whole);
        }
    }

    private void appendInflated(byte[] bytes, int count) throws BrokenRuleException, LimitExceededException {
        if (count > limits.inflatedBytes() - buffer.length()) {
            throw LimitExceededException.tooBig(
                    "a compressed message of which " + wireBytes + " bytes have been announced inflates to "
                            + ((long) buffer.length() + count) + " bytes or more",
                    "inflatedBytes",
                    limits.inflatedBytes());
        }
        appendPlain(bytes, 0, count);
    }

    private void appendPlain(byte[] bytes, int from, int count) throws BrokenRuleException {
        if (text) {
            checkText(bytes, from, count, buffer.length());
        }
        buffer.append(bytes, from, count);
    }

    private void checkText(byte[] bytes, int from, int count, int before) throws BrokenRuleException {
        int bad = utf8.firstBad(bytes, from, from + count);
        if (bad >= 0) {
            throw Rule.TEXT.broken("the text is not UTF-8: byte 0x" + Hex.of(bytes[bad]) + " at offset "
                    + ((long) before + bad - from) + " of the message");
        }
    }

    private void checkTextEnd() throws BrokenRuleException {
        if (!utf8.complete()) {
            throw Rule.TEXT.broken("the text is not UTF-8: it ends inside a character");
        }
    }

    private void end() {
        inFlight = false;
        utf8.reset();
        buffer.clear();
    }
}
