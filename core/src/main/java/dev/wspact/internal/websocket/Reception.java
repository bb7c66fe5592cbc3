package dev.wspact.internal.websocket;

import dev.wspact.internal.websocket.frame.DeflateParameters;
import dev.wspact.internal.websocket.frame.FrameView;
import dev.wspact.internal.websocket.frame.LimitExceededException;
import dev.wspact.internal.websocket.frame.MessageInflater;
import dev.wspact.internal.websocket.frame.MessageListener;
import dev.wspact.internal.websocket.frame.MessageReader;
import dev.wspact.internal.websocket.frame.ProtocolViolationException;
import dev.wspact.internal.websocket.frame.ReaderLimits;
import dev.wspact.internal.websocket.frame.Role;
import dev.wspact.internal.websocket.io.Channel;
import dev.wspact.internal.websocket.io.ChannelFailedException;
import dev.wspact.message.CapturedMessage;
import dev.wspact.message.CloseStatus;
import dev.wspact.message.Direction;
import dev.wspact.message.Payload;
import dev.wspact.verification.Limits;
import jakarta.websocket.CloseReason;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The receiving side of one connection, on the connections' thread: our codec checks and joins the server's frames, and
 * messages and the end are appended to the inbox. Tyrus sees none of it.
 */
final class Reception extends Endpoint implements MessageListener {
    /**
     * Bytes of messages that wait for the verifying thread before the server has to wait. All of them are still judged when
     * the time is over, and that must not take long: with the overhead they are four thousand at most.
     */
    private static final long INBOX_BYTES = 512 << 10;

    /** What a message takes in memory beside its payload, roughly; so that tiny messages fill the inbox, too. */
    private static final int OVERHEAD = 256;

    private static final int GOING_AWAY = 1001;

    private final Channel channel;
    private final Inbox inbox = new Inbox(INBOX_BYTES);
    private final ReaderLimits limits;
    private final WireWriter writer;
    private final FrameLog frames;
    private @Nullable MessageReader reader;
    private @Nullable MessageInflater inflater;
    private @Nullable Session tyrus;
    private volatile long openedAtNanos;
    private volatile long heardAtNanos;
    private long nowNanos;
    private Duration now = Duration.ZERO;
    private long received;
    private boolean over;

    /** A reception of what comes on a channel, which notes each frame in the log; the writer is its other direction. */
    Reception(Channel channel, Limits limits, WireWriter writer, FrameLog frames) {
        this.channel = channel;
        this.writer = writer;
        this.frames = frames;
        this.limits = readerLimits(limits);
    }

    private static ReaderLimits readerLimits(Limits limits) {
        return new ReaderLimits(
                limits.messageBytes(),
                limits.fragmentsPerMessage(),
                limits.controlFramesPerSecond(),
                limits.inflatedBytes());
    }

    @Override
    public void onOpen(Session session, EndpointConfig config) {
        // nothing to register: no message passes through Tyrus
    }

    /**
     * Starts it, before the first byte is received.
     *
     * @param atNanos when the connection was open
     * @param compression how messages are compressed in both directions; null if they are not
     */
    void open(Session session, long atNanos, @Nullable DeflateParameters compression) {
        if (compression != null) {
            inflater = MessageInflater.of(compression, Role.SERVER);
            writer.compress(compression);
        }
        reader = new MessageReader(Role.SERVER, limits, inflater, this);
        tyrus = session;
        openedAtNanos = atNanos;
        frames.opened(atNanos);
        heardAtNanos = atNanos;
        inbox.whenRoom(() -> {
            // it was not the server that kept silent while nothing was read
            heardAtNanos = System.nanoTime();
            channel.reading(true);
        });
    }

    /** Takes bytes as they came; drops them once nothing more can matter. */
    void received(ByteBuffer bytes) {
        // what came in one piece came at one time
        nowNanos = System.nanoTime();
        heardAtNanos = nowNanos;
        if (over) {
            return;
        }
        now = sinceOpen(nowNanos);
        try {
            Objects.requireNonNull(reader, "reader").read(bytes);
            inbox.flush();
        } catch (ProtocolViolationException e) {
            CloseStatus status = new CloseStatus(e.violation().closeCode(), "");
            inbox.end(new SessionEvent.Violated(e.violation().text(), status, sinceOpen()));
            fail(status);
        } catch (LimitExceededException e) {
            exceeded(e);
            fail(new CloseStatus(e.closeCode(), ""));
        }
    }

    /** The connection has ended; in order if there is no cause. */
    void ended(@Nullable IOException cause) {
        if (cause instanceof ChannelFailedException) {
            abandon("reading the connection failed: " + cause.getMessage(), "Please report this as an error of wspact");
        }
        // reset by the server, ended by it, or ended by us; this says all there is to say
        closed(new CloseStatus(CloseStatus.ABNORMAL, ""));
        writer.release();
        if (inflater != null) {
            inflater.close();
        }
    }

    @Override
    public void frame(FrameView frame) {
        frames.received(frame, nowNanos, received + 1);
    }

    @Override
    public void text(String message) {
        arrived(new Payload.Text(message), message.length());
    }

    @Override
    public void binary(byte[] message) {
        arrived(Payload.Binary.of(message), message.length);
    }

    @Override
    public void ping(byte[] payload) {
        put(new SessionEvent.Pinged(now), OVERHEAD);
        writer.answerPing(payload);
    }

    @Override
    public void pong(byte[] payload) {
        // nobody waits for one
    }

    @Override
    public void close(CloseStatus status) {
        over = true;
        frames.closed(Direction.RECEIVED, status);
        closed(status);
        writer.answerClose(status);
    }

    /** How long nothing at all has come from the server. */
    Duration silence() {
        return Duration.ofNanos(System.nanoTime() - heardAtNanos);
    }

    /** Gives up on a server that has been silent for too long, and closes the connection with 1001. */
    void abandonSilent(Duration longest) {
        abandon(
                "the server sent nothing at all for " + longest.toMillis() + " ms, the limit on idle time (idleTime)",
                "See whether the provider still serves the connection, or raise the limit");
        channel.execute(() -> fail(new CloseStatus(GOING_AWAY, "")));
    }

    /** Gives up on the connection. */
    void abandon(String problem, String remedy) {
        inbox.end(new SessionEvent.Abandoned(problem, remedy, sinceOpen()));
    }

    /** Where messages and the end are appended. */
    Inbox inbox() {
        return inbox;
    }

    /** Time since the end of the opening handshake. */
    Duration sinceOpen() {
        return sinceOpen(System.nanoTime());
    }

    private Duration sinceOpen(long atNanos) {
        return Duration.ofNanos(atNanos - openedAtNanos);
    }

    /** What has been on the wire. */
    FrameHistory history() {
        return frames.history();
    }

    private void arrived(Payload payload, int size) {
        received++;
        CapturedMessage message = new CapturedMessage(Direction.RECEIVED, received, now, payload);
        put(new SessionEvent.Arrived(message), size + (long) OVERHEAD);
    }

    private void put(SessionEvent event, long size) {
        if (!inbox.put(event, size)) {
            channel.reading(false);
        }
    }

    private void exceeded(LimitExceededException e) {
        if (e.limit().equals("messageBytes")) {
            abandon(
                    "the server sends a message larger than " + e.value() + " bytes, the limit for one message",
                    "If the provider means to send such messages, raise the limit on the size of a message (messageBytes)");
        } else {
            abandon(
                    "the server costs too much: " + e.getMessage(),
                    "See what the provider is doing. If it means to do so, raise the limit " + e.limit());
        }
    }

    /** Fails the connection (section 7.1.7): says why, and reads on only to drop what comes. */
    private void fail(CloseStatus status) {
        over = true;
        try {
            Objects.requireNonNull(tyrus, "tyrus")
                    .close(new CloseReason(CloseReason.CloseCodes.getCloseCode(status.code()), status.reason()));
        } catch (IOException e) {
            channel.abort();
        }
    }

    private void closed(CloseStatus status) {
        inbox.end(new SessionEvent.Closed(status, sinceOpen()));
    }
}
