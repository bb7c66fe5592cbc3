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
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Queue;
import javax.net.ssl.SSLException;
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

    /** How the JDK tells of an alert. */
    private static final String ALERT = "Received fatal alert: ";

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

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
    private Queue<SessionEvent> batch = new ArrayDeque<>(1);
    private long batchBytes;
    /** Bytes for which there is room in the inbox, or was when this was last asked. */
    private long room = INBOX_BYTES;
    /** Whether the inbox is full, and nothing is read until there is room. */
    private boolean waiting;
    /** What had come already when the inbox was full. */
    private ByteBuffer unread = NOTHING;

    private long unreadAtNanos;
    /** What to do about the end of the connection when all before it has been read; null while it has not ended. */
    private @Nullable Runnable end;

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
            if (!channel.execute(this::readOn)) {
                inbox.end(new SessionEvent.Closed(new CloseStatus(CloseStatus.ABNORMAL, ""), sinceOpen()));
            }
        });
    }

    /** Takes bytes as they came, at once or when there is room; drops them once nothing more can matter. */
    void received(ByteBuffer bytes) {
        // what came in one piece came at one time
        long nanos = System.nanoTime();
        heardAtNanos = nanos;
        if (!waiting) {
            read(bytes, nanos);
        }
        if (bytes.hasRemaining()) {
            keep(bytes, nanos);
        }
    }

    /** There is room again: what came before the inbox was full comes first. */
    private void readOn() {
        waiting = false;
        ByteBuffer kept = unread;
        unread = NOTHING;
        read(kept, unreadAtNanos);
        if (waiting) {
            unread = kept;
            return;
        }
        if (end == null) {
            channel.reading(true);
        } else {
            end.run();
        }
    }

    /** One read of the connection is all that comes once nothing more is to be read; in TLS, in several records. */
    private void keep(ByteBuffer bytes, long atNanos) {
        ByteBuffer both = ByteBuffer.allocate(unread.remaining() + bytes.remaining());
        unread = both.put(unread).put(bytes).flip();
        unreadAtNanos = atNanos;
    }

    private void read(ByteBuffer bytes, long atNanos) {
        if (over) {
            bytes.position(bytes.limit());
            return;
        }
        nowNanos = atNanos;
        now = sinceOpen(atNanos);
        try {
            Objects.requireNonNull(reader, "reader").read(bytes);
            handOver();
        } catch (ProtocolViolationException e) {
            CloseStatus status = new CloseStatus(e.violation().closeCode(), "");
            end(new SessionEvent.Violated(e.violation().text(), status, sinceOpen()));
            fail(status);
        } catch (LimitExceededException e) {
            handOver();
            exceeded(e);
            fail(new CloseStatus(e.closeCode(), ""));
        }
    }

    /** The connection has ended; in order if there is no cause. What came before the end is still read. */
    void ended(@Nullable IOException cause) {
        end = () -> conclude(cause);
        if (!waiting || cause instanceof ChannelFailedException) {
            end.run();
        }
    }

    private void conclude(@Nullable IOException cause) {
        over = true;
        if (cause instanceof ChannelFailedException) {
            abandon("reading the connection failed: " + cause.getMessage(), "Please report this as an error of wspact");
        }
        String alert = alert(cause);
        if (cause instanceof SSLException && alert.isEmpty()) {
            abandon(
                    "TLS was given up, since what the server sent is not valid TLS: " + cause.getMessage(),
                    "See whether something on the way (a proxy, a load balancer) changes what the provider sends, and"
                            + " look into its log");
        }
        // reset by the server, ended by it, or ended by us; for those this says all there is to say
        end(new SessionEvent.Closed(
                new CloseStatus(CloseStatus.ABNORMAL, ""),
                sinceOpen(),
                alert.isEmpty() ? "" : "the server sent the TLS alert " + alert));
        writer.release();
        if (inflater != null) {
            inflater.close();
        }
    }

    /** The name of the fatal alert with which the server ended TLS (RFC 8446 section 6.2); empty if there was none. */
    private static String alert(@Nullable IOException cause) {
        String text = cause instanceof SSLException ? String.valueOf(cause.getMessage()) : "";
        int at = text.indexOf(ALERT);
        return at < 0 ? "" : text.substring(at + ALERT.length());
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
        batch.add(event);
        batchBytes += size;
        if (batchBytes >= room) {
            handOver();
            if (room == 0) {
                waiting = true;
                channel.reading(false);
                Objects.requireNonNull(reader, "reader").pause();
            }
        }
    }

    /** To do so once for all that came in one piece is cheaper than once for each message. */
    void handOver() {
        if (!batch.isEmpty()) {
            // the next will be about as long: one message of thousands of connections, or thousands of one
            Queue<SessionEvent> next = new ArrayDeque<>(batch.size());
            room = inbox.put(batch, batchBytes);
            batch = next;
            batchBytes = 0;
        }
    }

    private void end(SessionEvent last) {
        handOver();
        inbox.end(last);
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
        end(new SessionEvent.Closed(status, sinceOpen()));
    }
}
