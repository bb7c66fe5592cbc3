package dev.wspact.internal.websocket.frame;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads one direction of a connection after the opening handshake: takes bytes as they come, however they are cut, checks
 * every rule of <a href="https://www.rfc-editor.org/rfc/rfc6455#section-5">RFC 6455 sections 5</a>, 7.4 and 8.1, and hands
 * whole messages to a listener. A violation is found at the first byte that shows it.
 *
 * <p>Between calls it keeps at most the head of a frame and what has come of the message in flight; that grows with what has
 * come, never with what a head announces. Confined to one thread at a time. What follows a close frame, or a failure, is
 * counted and discarded, as RFC 6455 section 1.4 bids.
 */
public final class MessageReader {
    private static final int SHOWN_PAYLOAD = 32;
    private static final String MORE = " …";

    private final MessageListener listener;
    private final HeadReader heads;
    private final MessageAssembly message;
    private final ControlRate rate;
    private final FrameView view = new FrameView();
    private @Nullable FrameHead head;
    private long payloadRead;
    private long frames;
    private boolean ended;
    private long discarded;
    private boolean paused;

    /**
     * A reader of what one side sends.
     *
     * @param inflater for permessage-deflate, null where it is not in use; the caller's to close
     */
    public MessageReader(
            Role sender, ReaderLimits limits, @Nullable MessageInflater inflater, MessageListener listener) {
        this(sender, limits, inflater, listener, System::nanoTime);
    }

    /** A reader with a clock of its own, for the limit on control frames. */
    MessageReader(
            Role sender,
            ReaderLimits limits,
            @Nullable MessageInflater inflater,
            MessageListener listener,
            LongSupplier nanos) {
        this.listener = listener;
        this.heads = new HeadReader(sender, inflater != null);
        this.message = new MessageAssembly(limits, inflater);
        this.rate = new ControlRate(limits.controlFramesPerSecond(), nanos);
    }

    /**
     * Takes all bytes of a buffer, which it neither keeps nor changes; leaves those behind the message or control frame after
     * which it is paused.
     *
     * @throws ProtocolViolationException if they break the protocol; the connection is to be failed
     * @throws LimitExceededException if they are more than we take; the same
     */
    public void read(ByteBuffer bytes) throws ProtocolViolationException, LimitExceededException {
        Piece piece = Piece.of(bytes);
        boolean sound = false;
        paused = false;
        try {
            while (piece.left() > 0 && !ended && !paused) {
                readOn(piece);
            }
            sound = true;
        } catch (BrokenRuleException e) {
            throw new ProtocolViolationException(
                    new ProtocolViolation(e.how(), e.rule().section(), e.rule().closeCode(), frames, shown(piece)));
        } finally {
            ended |= !sound;
            int left = ended ? 0 : piece.left();
            discarded += piece.left() - left;
            bytes.position(bytes.limit() - left);
            view.forget();
        }
    }

    /** Has {@link #read} return at the next end of a frame; for the listener, while it is being told something. */
    public void pause() {
        paused = true;
    }

    /** Whether a message has begun and not ended. */
    public boolean midMessage() {
        return message.inFlight();
    }

    /** Whether a frame has begun and not ended. */
    public boolean midFrame() {
        return head != null || heads.midHead();
    }

    /** Whether nothing is read any more: a close frame has come, or reading failed. */
    public boolean ended() {
        return ended;
    }

    /** How many frames have begun. */
    public long frames() {
        return frames;
    }

    /** How many bytes have come behind the close frame or the failure. */
    public long discardedBytes() {
        return discarded;
    }

    private void readOn(Piece bytes) throws BrokenRuleException, LimitExceededException {
        FrameHead current = head;
        if (current == null) {
            if (!heads.midHead()) {
                frames++;
                payloadRead = 0;
                view.reset();
            }
            current = heads.read(bytes);
            if (current == null) {
                return;
            }
            begin(current);
        }
        readPayload(current, bytes);
    }

    private void begin(FrameHead next) throws BrokenRuleException, LimitExceededException {
        view.begin(next, frames);
        if (next.opcode().control()) {
            rate.count();
        } else {
            message.begin(next);
        }
    }

    private void readPayload(FrameHead current, Piece bytes) throws BrokenRuleException, LimitExceededException {
        int count = (int) Math.min(current.payloadLength() - payloadRead, bytes.left());
        byte[] array = bytes.array();
        int from = bytes.at();
        if (current.masked()) {
            array = Masking.apply(current.maskKey(), payloadRead, array, from, count);
            from = 0;
        }
        bytes.take(count);
        payloadRead += count;
        view.add(array, from, count);
        boolean last = payloadRead == current.payloadLength();
        head = last ? null : current;
        if (last) {
            listener.frame(view);
        }
        if (!current.opcode().control()) {
            data(current, array, from, count);
        } else if (last) {
            control(current);
        }
    }

    private void data(FrameHead current, byte[] array, int from, int count)
            throws BrokenRuleException, LimitExceededException {
        if (current.whole() && count == current.payloadLength()) {
            message.deliver(array, from, count, listener);
            return;
        }
        message.append(array, from, count);
        if (payloadRead == current.payloadLength() && current.fin()) {
            message.deliver(listener);
        }
    }

    private void control(FrameHead current) throws BrokenRuleException {
        byte[] payload = view.payload(FrameView.VISIBLE);
        switch (current.opcode()) {
            case PING -> listener.ping(payload);
            case PONG -> listener.pong(payload);
            default -> {
                var status = ClosePayload.parse(payload);
                ended = true;
                listener.close(status);
            }
        }
    }

    /** The head of the frame that is wrong and the start of its payload; of a broken head, what stands behind it. */
    private String shown(Piece rest) {
        @Nullable FrameHead known = view.knownHead();
        byte[] payload = view.payload(SHOWN_PAYLOAD);
        boolean more = known != null && known.payloadLength() > payload.length;
        if (payloadRead == 0) {
            long behind = known == null ? rest.left() : Math.min(known.payloadLength(), rest.left());
            int shown = (int) Math.min(behind, SHOWN_PAYLOAD);
            payload = Arrays.copyOfRange(rest.array(), rest.at(), rest.at() + shown);
            more = (known == null ? behind : known.payloadLength()) > payload.length;
        }
        String start = Hex.of(heads.bytes());
        return start + (payload.length == 0 ? "" : " " + Hex.of(payload)) + (more ? MORE : "");
    }
}
