package dev.wspact.junit5.internal.provider;

import java.io.ByteArrayOutputStream;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Joins what arrives to whole messages, {@code String} or {@code byte[]}, and keeps them until they are taken: one thread
 * puts in, others take. A server that sends more than is kept is cut off.
 */
final class CapturedInbox implements WebSocket.Listener {
    private static final int MOST_BYTES = 16 * 1024 * 1024;
    private static final int MOST_MESSAGES = 10_000;

    private final List<Object> messages = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final ByteArrayOutputStream binary = new ByteArrayOutputStream();
    private String condition = "is open";
    private boolean ended;
    private long bytes;

    @Override
    public synchronized @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
        if (fits(socket, data.length())) {
            text.append(data);
            if (last) {
                put(text.toString());
                text.setLength(0);
            }
        }
        socket.request(1);
        return null;
    }

    @Override
    public synchronized @Nullable CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
        if (fits(socket, data.remaining())) {
            byte[] part = new byte[data.remaining()];
            data.get(part);
            binary.writeBytes(part);
            if (last) {
                put(binary.toByteArray());
                binary.reset();
            }
        }
        socket.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
        end("was closed by the server with " + code + (reason.isEmpty() ? "" : " \"" + reason + "\""));
        return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable failure) {
        end("failed: " + failure);
    }

    /** Takes the first message that is wanted; empty if there is none by then, or none can come any more. */
    synchronized Optional<Object> take(Predicate<Object> wanted, Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        int seen = 0;
        while (true) {
            for (Iterator<Object> rest = messages.listIterator(seen); rest.hasNext(); seen++) {
                Object message = rest.next();
                if (wanted.test(message)) {
                    rest.remove();
                    return Optional.of(message);
                }
            }
            long left = end - System.nanoTime();
            if (ended || left <= 0) {
                return Optional.empty();
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
    }

    /** Waits until the connection has ended. */
    synchronized void awaitEnd(Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        for (long left = patience.toNanos(); !ended && left > 0; left = end - System.nanoTime()) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
    }

    /** What has not been taken. */
    synchronized List<Object> untaken() {
        return List.copyOf(messages);
    }

    /** How the connection stands, as the predicate of a sentence. */
    synchronized String condition() {
        return condition;
    }

    private void put(Object message) {
        messages.add(message);
        notifyAll();
    }

    private boolean fits(WebSocket socket, int more) {
        bytes += more;
        if (!ended && (bytes > MOST_BYTES || messages.size() >= MOST_MESSAGES)) {
            end("was cut off: more than " + MOST_MESSAGES + " messages or " + MOST_BYTES + " bytes were not taken");
            socket.abort();
        }
        return !ended;
    }

    private synchronized void end(String how) {
        condition = ended ? condition : how;
        ended = true;
        notifyAll();
    }
}
