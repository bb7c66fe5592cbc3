package dev.wspact.internal.websocket;

import dev.wspact.internal.websocket.io.Channel;
import dev.wspact.internal.websocket.io.ChannelListener;
import dev.wspact.message.HandshakeResponse;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * What comes on one connection: first the answer to the opening handshake, then frames, or the body of a refusal. Between
 * answer and frames nothing is read, until somebody on another thread has judged the answer and says who takes the frames.
 */
final class Intake implements ChannelListener {
    private final CompletableFuture<Channel> connected = new CompletableFuture<>();
    private final CompletableFuture<Answer> answer = new CompletableFuture<>();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final HttpHeadReader head;
    private @Nullable Channel channel;
    private ByteBuffer behind = ByteBuffer.allocate(0);
    private @Nullable HttpBodyReader body;
    private @Nullable Reception frames;
    private @Nullable IOException failure;

    /** What comes on one connection; the head of the answer has at most so many bytes. */
    Intake(int headBytes) {
        head = new HttpHeadReader(headBytes);
    }

    /** The connection, once it is open. */
    CompletableFuture<Channel> connected() {
        return connected;
    }

    /** The answer, once its head is whole. */
    CompletableFuture<Answer> answer() {
        return answer;
    }

    /** Done when the connection has ended. */
    CompletableFuture<Void> ended() {
        return ended;
    }

    /** Gives what comes behind the answer to the reception, on the connection's thread. */
    void frames(Channel open, Reception reception) {
        open.execute(() -> {
            frames = reception;
            // before the reception may have reason to stop it
            open.reading(true);
            reception.received(behind);
            behind = ByteBuffer.allocate(0);
            if (ended.isDone()) {
                reception.ended(failure);
            }
        });
    }

    @Override
    public void connected(Channel open) {
        channel = open;
        connected.complete(open);
    }

    @Override
    public void received(ByteBuffer bytes) {
        if (frames != null) {
            frames.received(bytes);
        } else if (body != null) {
            body.read(bytes);
        } else if (answer.isDone()) {
            keep(bytes);
        } else {
            readAnswer(bytes);
        }
    }

    @Override
    public void ended(@Nullable IOException cause) {
        IOException end = cause == null ? new EOFException("the connection has ended") : cause;
        connected.completeExceptionally(end);
        answer.completeExceptionally(end);
        failure = cause;
        ended.complete(null);
        if (body != null) {
            body.ended();
        }
        if (frames != null) {
            frames.ended(cause);
        }
    }

    private void readAnswer(ByteBuffer bytes) {
        try {
            HttpHead whole = head.read(bytes);
            if (whole != null) {
                answered(whole, bytes);
            }
        } catch (NotHttpException e) {
            answer.completeExceptionally(e);
            open().abort();
        }
    }

    /** Behind a refusal comes its body, behind anything else frames, which have to wait for somebody who takes them. */
    private void answered(HttpHead whole, ByteBuffer bytes) {
        long now = System.nanoTime();
        HttpBodyReader refusal = HttpBodyReader.of(whole);
        if (whole.status() == HandshakeResponse.SWITCHING_PROTOCOLS) {
            open().reading(false);
            keep(bytes);
        } else {
            refusal.read(bytes);
            body = refusal;
        }
        answer.complete(new Answer(whole, now, refusal));
    }

    /** What comes before anybody takes frames; no more than was on its way when reading stopped. */
    private void keep(ByteBuffer bytes) {
        ByteBuffer both = ByteBuffer.allocate(behind.remaining() + bytes.remaining());
        behind = both.put(behind).put(bytes).flip();
    }

    private Channel open() {
        Channel open = channel;
        if (open == null) {
            throw new IllegalStateException("nothing can come before the connection");
        }
        return open;
    }

    /**
     * The answer to the opening handshake.
     *
     * @param head its head
     * @param atNanos when the head was whole, on the clock of {@link System#nanoTime()}
     * @param body reads what comes behind it, if it is a refusal
     */
    record Answer(HttpHead head, long atNanos, HttpBodyReader body) {}
}
