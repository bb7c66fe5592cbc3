package dev.wspact.junit5.internal.provider;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** One connection and what arrived on it, on the JDK's own client. */
public final class Capture implements AutoCloseable {
    private static final Duration FAREWELL = Duration.ofSeconds(1);
    private static final int SHOWN = 5;
    private static final int SAMPLE = 120;

    private final URI url;
    private final WebSocket socket;
    private final CapturedInbox inbox;

    private Capture(URI url, WebSocket socket, CapturedInbox inbox) {
        this.url = url;
        this.socket = socket;
        this.inbox = inbox;
    }

    /**
     * Connects.
     *
     * @throws IOException if the connection cannot be opened in time
     */
    public static Capture open(URI url, Map<String, String> headers, List<String> subprotocols, Duration patience)
            throws IOException {
        WebSocket.Builder builder =
                HttpClient.newHttpClient().newWebSocketBuilder().connectTimeout(patience);
        headers.forEach(builder::header);
        if (!subprotocols.isEmpty()) {
            builder.subprotocols(
                    subprotocols.get(0),
                    subprotocols.subList(1, subprotocols.size()).toArray(String[]::new));
        }
        var inbox = new CapturedInbox();
        return new Capture(url, get(builder.buildAsync(url, inbox), patience, "connect to " + url), inbox);
    }

    /**
     * Sends a text message.
     *
     * @throws IOException if it cannot be sent in time
     */
    public void send(String text, Duration patience) throws IOException {
        WebSocket ignored = get(socket.sendText(text, true), patience, "send to " + url);
    }

    /** The first text message that is wanted and was not taken yet, or else a failure. */
    public String awaitText(String what, Predicate<String> wanted, Duration patience) {
        return (String) await(what, message -> message instanceof String text && wanted.test(text), patience);
    }

    /** The first binary message that was not taken yet, or else a failure. */
    public byte[] awaitBinary(Duration patience) {
        return ((byte[]) await("a binary message", message -> message instanceof byte[], patience)).clone();
    }

    private Object await(String what, Predicate<Object> wanted, Duration patience) {
        try {
            return inbox.take(wanted, patience).orElseThrow(() -> new AssertionError(missing(what, patience)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + what + " was awaited from " + url, e);
        }
    }

    private String missing(String what, Duration patience) {
        List<Object> arrived = inbox.untaken();
        String instead = arrived.isEmpty()
                ? "no other message"
                : arrived.stream().limit(SHOWN).map(Capture::shown).collect(Collectors.joining("\n                 "))
                        + (arrived.size() > SHOWN
                                ? "\n                 and " + (arrived.size() - SHOWN) + " more"
                                : "");
        return "\nThe server did not send " + what + "\n\n"
                + "connected to   : " + url + "\n"
                + "waited         : " + patience.toMillis() + " ms; the connection " + inbox.condition() + "\n"
                + "instead        : " + instead + "\n"
                + "what to do     : make sure that the provider state causes the message, and that it is sent to this"
                + " connection\n";
    }

    private static String shown(Object message) {
        String text = message instanceof byte[] bytes
                ? "(binary) " + HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, SAMPLE / 2))
                : String.valueOf(message).replaceAll("\\p{Cntrl}", " ");
        return text.length() > SAMPLE ? text.substring(0, SAMPLE) + "…" : text;
    }

    @Override
    public void close() {
        try {
            WebSocket ignored = socket.sendClose(WebSocket.NORMAL_CLOSURE, "")
                    .orTimeout(FAREWELL.toMillis(), TimeUnit.MILLISECONDS)
                    .exceptionally(failure -> socket) // it was closed already
                    .join();
            inbox.awaitEnd(FAREWELL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            socket.abort();
        }
    }

    private static <T> T get(CompletableFuture<T> future, Duration patience, String what) throws IOException {
        try {
            return future.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw new IOException("could not " + what + ": " + e.getCause(), e.getCause());
        } catch (TimeoutException e) {
            throw new IOException("could not " + what + " within " + patience.toMillis() + " ms", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted; could not " + what, e);
        }
    }
}
