package dev.wspact.internal.websocket;

import dev.wspact.internal.time.Deadline;
import dev.wspact.internal.websocket.io.Channel;
import dev.wspact.message.CapturedMessage;
import dev.wspact.message.Direction;
import dev.wspact.message.HandshakeResponse;
import dev.wspact.message.Payload;
import jakarta.websocket.CloseReason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** The verifying thread's side of one connection. */
final class LiveSession implements Session {
    /** How long the server may take to answer our close; less than the second by which a verification may be late. */
    private static final Duration CLOSE_TIME = Duration.ofMillis(500);

    private final jakarta.websocket.Session tyrus;
    private final HandshakeResponse handshake;
    private final Reception reception;
    private final Channel channel;
    private final CompletableFuture<Void> ended;
    private long sent;

    LiveSession(
            jakarta.websocket.Session tyrus,
            HandshakeResponse handshake,
            Reception reception,
            Channel channel,
            CompletableFuture<Void> ended) {
        this.tyrus = tyrus;
        this.handshake = handshake;
        this.reception = reception;
        this.channel = channel;
        this.ended = ended;
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
    public FrameHistory history() {
        return reception.history();
    }

    @Override
    public CapturedMessage send(Payload payload, Deadline deadline) throws IOException, InterruptedException {
        if (reception.inbox().ended()) {
            throw new IOException("the connection is closed");
        }
        if (deadline.hasPassed()) {
            throw new IOException("there is no time left to send the message");
        }
        try {
            Wait.await(write(payload), deadline);
        } catch (TimeoutException e) {
            giveUpWriting();
            throw new IOException("the server does not read", e);
        } catch (RuntimeException e) {
            // Tyrus says so when the connection was closed in the meantime
            throw new IOException("the connection is closed", e);
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
        try {
            sendClose();
            Wait.await(ended, Deadline.after(CLOSE_TIME));
        } catch (IOException | IllegalStateException | TimeoutException e) {
            // the server was faster, or does not answer: there is nobody left to say goodbye to
            channel.abort();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            channel.abort();
        }
    }

    private void sendClose() throws IOException {
        if (!reception.inbox().ended() && !ended.isDone()) {
            tyrus.close(new CloseReason(CloseReason.CloseCodes.NORMAL_CLOSURE, ""));
        }
    }

    private Future<Void> write(Payload payload) {
        return payload instanceof Payload.Text text
                ? tyrus.getAsyncRemote().sendText(text.value())
                : tyrus.getAsyncRemote().sendBinary(ByteBuffer.wrap(payload.toBytes()));
    }

    private void giveUpWriting() {
        reception.abandon(
                "the server does not read: a message could not be sent in time",
                "See what the provider is doing, or raise the timeout");
        channel.abort();
    }
}
