package dev.wspact.internal.websocket;

import dev.wspact.internal.time.Deadline;
import dev.wspact.message.CapturedMessage;
import dev.wspact.message.Direction;
import dev.wspact.message.HandshakeResponse;
import dev.wspact.message.Payload;
import jakarta.websocket.CloseReason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The verifying thread's side of one connection. A guard on the client's timer aborts the connection when a write or the
 * close takes too long, since a write that blocks cannot be ended in any other way.
 */
final class LiveSession implements Session {
    /** How long the server may take to answer our close; less than the second by which a verification may be late. */
    private static final Duration CLOSE_TIME = Duration.ofMillis(500);

    private final jakarta.websocket.Session tyrus;
    private final HandshakeResponse handshake;
    private final Reception reception;
    private final Wire wire;
    private final ScheduledExecutorService timer;
    private final Thread connectionThread;
    private long sent;

    /** Called on the connection's thread. */
    LiveSession(
            jakarta.websocket.Session tyrus,
            HandshakeResponse handshake,
            Reception reception,
            Wire wire,
            ScheduledExecutorService timer) {
        this.tyrus = tyrus;
        this.handshake = handshake;
        this.reception = reception;
        this.wire = wire;
        this.timer = timer;
        this.connectionThread = Thread.currentThread();
    }

    @Override
    public HandshakeResponse handshake() {
        return handshake;
    }

    @Override
    public Duration sinceOpen() {
        return reception.sinceOpen();
    }

    @Override
    public CapturedMessage send(Payload payload, Deadline deadline) throws IOException {
        if (reception.inbox().ended()) {
            throw new IOException("the connection is closed");
        }
        Duration left = deadline.remaining();
        if (left.isZero()) {
            throw new IOException("there is no time left to send the message");
        }
        Future<?> guard = timer.schedule(this::giveUpWriting, left.toNanos(), TimeUnit.NANOSECONDS);
        try {
            write(payload);
        } catch (RuntimeException e) {
            // Tyrus says so when the connection was closed in the meantime
            throw new IOException("the connection is closed", e);
        } finally {
            guard.cancel(false);
        }
        sent++;
        return new CapturedMessage(Direction.SENT, sent, sinceOpen(), payload);
    }

    @Override
    public @Nullable SessionEvent next(Deadline deadline) throws InterruptedException {
        return reception.inbox().next(deadline);
    }

    @Override
    public void close() {
        reception.inbox().discard();
        if (timer.isShutdown()) {
            // the client was closed before, and has aborted this connection
            return;
        }
        Future<?> guard = timer.schedule(wire::abort, CLOSE_TIME.toNanos(), TimeUnit.NANOSECONDS);
        try {
            sendClose();
            connectionThread.join(2 * CLOSE_TIME.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            guard.cancel(false);
            wire.abort();
        }
    }

    private void sendClose() {
        if (reception.inbox().ended() || !connectionThread.isAlive()) {
            return;
        }
        try {
            tyrus.close(new CloseReason(CloseReason.CloseCodes.NORMAL_CLOSURE, ""));
        } catch (IOException | IllegalStateException e) {
            // the server was faster, and there is nobody left to say goodbye to
            wire.abort();
        }
    }

    private void write(Payload payload) throws IOException {
        if (payload instanceof Payload.Text text) {
            tyrus.getBasicRemote().sendText(text.value());
        } else {
            tyrus.getBasicRemote().sendBinary(ByteBuffer.wrap(payload.toBytes()));
        }
    }

    private void giveUpWriting() {
        reception.abandon(
                "the server does not read: a message could not be sent in time",
                "See what the provider is doing, or raise the timeout");
        wire.abort();
    }
}
