package dev.wspact.internal.websocket;

import dev.wspact.internal.websocket.frame.FrameWriter;
import dev.wspact.internal.websocket.frame.LimitExceededException;
import dev.wspact.internal.websocket.frame.MessageListener;
import dev.wspact.internal.websocket.frame.MessageReader;
import dev.wspact.internal.websocket.frame.Opcode;
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
import org.glassfish.tyrus.spi.ReadHandler;
import org.jspecify.annotations.Nullable;

/**
 * The receiving side of one connection, on the connections' thread: our codec checks and joins the server's frames, and
 * messages and the end are appended to the inbox. Tyrus sees the control frames only, and answers them.
 */
final class Reception extends Endpoint implements MessageListener {
    /**
     * Bytes of messages that wait for the verifying thread before the server has to wait. All of them are still judged when
     * the time is over, and that must not take long: with the overhead they are two thousand at most.
     */
    private static final long INBOX_BYTES = 512 << 10;

    /** What a message takes in memory beside its payload, roughly; so that tiny messages fill the inbox, too. */
    private static final int OVERHEAD = 256;

    private static final int TOO_BIG = 1009;
    private static final byte[] NOTHING = {};

    private final Channel channel;
    private final Inbox inbox = new Inbox(INBOX_BYTES);
    private final MessageReader reader;
    private @Nullable Session tyrus;
    private @Nullable ReadHandler controlFrames;
    private volatile long openedAtNanos;
    private long received;
    private boolean over;

    /** A reception of what comes on a channel. */
    Reception(Channel channel, Limits limits) {
        this.channel = channel;
        this.reader = new MessageReader(Role.SERVER, ReaderLimits.ofMessageBytes(limits.messageBytes()), null, this);
    }

    @Override
    public void onOpen(Session session, EndpointConfig config) {
        // nothing to register: no message passes through Tyrus
    }

    /** Starts it, before the first byte is received: who answers control frames, and when the connection was open. */
    void open(Session session, ReadHandler answering, long atNanos) {
        tyrus = session;
        controlFrames = answering;
        openedAtNanos = atNanos;
        inbox.whenRoom(() -> channel.reading(true));
    }

    /** Takes bytes as they came; drops them once nothing more can matter. */
    void received(ByteBuffer bytes) {
        if (over) {
            return;
        }
        try {
            reader.read(bytes);
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
        toTyrus(Opcode.PING, payload);
    }

    @Override
    public void pong(byte[] payload) {
        // nobody waits for one
    }

    @Override
    public void close(CloseStatus status) {
        over = true;
        closed(status);
        // Tyrus would answer 1014 with 1002; an empty close it answers with one
        toTyrus(Opcode.CLOSE, NOTHING);
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
        return Duration.ofNanos(System.nanoTime() - openedAtNanos);
    }

    private void arrived(Payload payload, int size) {
        received++;
        CapturedMessage message = new CapturedMessage(Direction.RECEIVED, received, sinceOpen(), payload);
        if (!inbox.put(new SessionEvent.Arrived(message), size + (long) OVERHEAD)) {
            channel.reading(false);
        }
    }

    private void exceeded(LimitExceededException e) {
        if (e.closeCode() == TOO_BIG) {
            abandon(
                    "the server sends a message larger than " + e.value() + " bytes, the limit for one message",
                    "If the provider means to send such messages, raise the limit on the size of a message (messageBytes)");
        } else {
            abandon("the server costs too much: " + e.getMessage(), "See what the provider is doing");
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

    /** Has Tyrus answer a control frame. */
    private void toTyrus(Opcode opcode, byte[] payload) {
        Objects.requireNonNull(controlFrames, "controlFrames")
                .handle(FrameWriter.frame(Role.SERVER, true, 0, opcode, ByteBuffer.wrap(payload), 0));
    }

    private void closed(CloseStatus status) {
        inbox.end(new SessionEvent.Closed(status, sinceOpen()));
    }
}
