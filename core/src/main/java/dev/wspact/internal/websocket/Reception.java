package dev.wspact.internal.websocket;

import dev.wspact.message.CapturedMessage;
import dev.wspact.message.CloseStatus;
import dev.wspact.message.Direction;
import dev.wspact.message.Payload;
import jakarta.websocket.CloseReason;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.Session;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.glassfish.tyrus.spi.ReadHandler;
import org.jspecify.annotations.Nullable;

/**
 * The receiving side of one connection: reads the wire, lets Tyrus cut frames and join fragments, and appends messages
 * and the end to the inbox. Everything happens on the connection's thread, except that Tyrus calls {@link #onClose} on the
 * verifying thread when that closes.
 */
final class Reception extends Endpoint {
    private static final int CHUNK = 64 << 10;

    /** Tyrus copies all of a frame that it has so far with every chunk, so large frames come in large ones. */
    private static final int LARGE_CHUNK = 1 << 20;

    /** What a message takes in memory beside its payload, roughly; so that tiny messages fill the inbox, too. */
    private static final int OVERHEAD = 256;

    private final Inbox inbox;
    private final int limit;
    private final FrameMeter meter;
    private final StringBuilder text = new StringBuilder();
    private final ByteArrayOutputStream binary = new ByteArrayOutputStream();
    private volatile long openedAtNanos;
    private long received;
    private volatile @Nullable CloseReason closedByTyrus;

    /** A reception that takes messages up to a limit in bytes. */
    Reception(Inbox inbox, int limit) {
        this.inbox = inbox;
        this.limit = limit;
        this.meter = new FrameMeter(limit);
    }

    @Override
    public void onOpen(Session session, EndpointConfig config) {
        // partial handlers: whole ones look for a decoder on every message
        session.addMessageHandler(String.class, (MessageHandler.Partial<String>) this::textPart);
        session.addMessageHandler(ByteBuffer.class, (MessageHandler.Partial<ByteBuffer>) this::binaryPart);
    }

    @Override
    public void onClose(Session session, CloseReason reason) {
        if (closedByTyrus == null) {
            closedByTyrus = reason;
        }
    }

    @Override
    public void onError(Session session, Throwable error) {
        abandon("the message could not be read: " + error, "Please report this as an error of wspact");
    }

    /** Starts the clock of {@link #sinceOpen}. */
    void openedAt(long nanos) {
        openedAtNanos = nanos;
    }

    /** Reads until the connection ends or is given up, then drops what still comes until the server has ended TCP. */
    void receive(InputStream in, ReadHandler frames, Session session) {
        try {
            readMessages(in, frames, session);
            drain(in);
        } catch (IOException e) {
            // reset by the server, or ended by us; either way the end below says all there is to say
            closed(new CloseStatus(CloseStatus.ABNORMAL, ""));
        }
        closed(new CloseStatus(CloseStatus.ABNORMAL, ""));
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

    private void readMessages(InputStream in, ReadHandler frames, Session session) throws IOException {
        byte[] small = new byte[CHUNK];
        while (!inbox.ended() && !meter.ended()) {
            boolean large = meter.payloadLeft() >= LARGE_CHUNK;
            byte[] chunk = large ? new byte[LARGE_CHUNK] : small;
            int length = large ? in.readNBytes(chunk, 0, LARGE_CHUNK) : in.read(chunk);
            if (length <= 0) {
                return;
            }
            int sound = meter.walk(chunk, length);
            if (closedByTyrus == null) {
                frames.handle(ByteBuffer.wrap(chunk, 0, sound));
                endIfTyrusEnded();
            }
        }
        if (meter.foundTooLarge()) {
            abandonTooLarge(session);
        }
    }

    /** Whether by the server's close frame or because the server broke the protocol. */
    private void endIfTyrusEnded() {
        CloseReason reason = closedByTyrus;
        CloseStatus wire = meter.close();
        if (wire != null) {
            closed(wire);
        } else if (reason != null) {
            String phrase = reason.getReasonPhrase();
            closed(new CloseStatus(reason.getCloseCode().getCode(), phrase == null ? "" : phrase));
        }
    }

    private void abandonTooLarge(Session session) throws IOException {
        abandon(
                "the server sends a message larger than " + limit + " bytes, the limit for one message",
                "If the provider means to send such messages, raise the limit on the size of a message (messageBytes)");
        session.close(new CloseReason(CloseReason.CloseCodes.TOO_BIG, ""));
    }

    private void drain(InputStream in) throws IOException {
        if (meter.foundTooLarge()) {
            return;
        }
        byte[] chunk = new byte[CHUNK];
        int length = in.read(chunk);
        while (length >= 0) {
            meter.walk(chunk, length);
            length = in.read(chunk);
        }
    }

    private void textPart(String part, boolean last) {
        if (!last || !text.isEmpty()) {
            text.append(part);
        }
        if (last) {
            String whole = text.isEmpty() ? part : text.toString();
            text.setLength(0);
            text.trimToSize();
            arrived(new Payload.Text(whole));
        }
    }

    private void binaryPart(ByteBuffer part, boolean last) {
        if (last && binary.size() == 0) {
            arrived(Payload.Binary.of(part));
            return;
        }
        byte[] bytes = new byte[part.remaining()];
        part.get(bytes);
        binary.writeBytes(bytes);
        if (last) {
            byte[] whole = binary.toByteArray();
            binary.reset();
            arrived(Payload.Binary.of(whole));
        }
    }

    private void arrived(Payload payload) {
        Duration at = sinceOpen();
        received++;
        try {
            inbox.put(
                    new SessionEvent.Arrived(new CapturedMessage(Direction.RECEIVED, received, at, payload)),
                    payload.sizeInBytes() + (long) OVERHEAD);
        } catch (InterruptedException e) {
            // nobody interrupts this thread but who ends it
            Thread.currentThread().interrupt();
        }
    }

    private void closed(CloseStatus status) {
        inbox.end(new SessionEvent.Closed(status, sinceOpen()));
    }
}
