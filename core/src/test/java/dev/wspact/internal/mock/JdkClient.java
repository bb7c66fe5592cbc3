package dev.wspact.internal.mock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wspact.message.CloseStatus;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A consumer's client on the JDK's own WebSocket. */
final class JdkClient implements WebSocket.Listener {
    private final BlockingQueue<String> texts = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> pings = new LinkedBlockingQueue<>();
    private final CompletableFuture<CloseStatus> closed = new CompletableFuture<>();
    private final StringBuilder fragments = new StringBuilder();
    private @Nullable WebSocket socket;

    private JdkClient() {}

    /** A connected client. */
    static JdkClient connect(URI base, String path, String... subprotocols) {
        return connect(base, path, HttpClient.newHttpClient().newWebSocketBuilder(), subprotocols);
    }

    static JdkClient connect(URI base, String path, WebSocket.Builder builder, String... subprotocols) {
        JdkClient client = new JdkClient();
        if (subprotocols.length > 0) {
            builder.subprotocols(subprotocols[0], java.util.Arrays.copyOfRange(subprotocols, 1, subprotocols.length));
        }
        client.socket = builder.buildAsync(URI.create(base + path), client).join();
        return client;
    }

    /** The status with which a connection is refused. */
    static int refusal(URI base, String path, String... subprotocols) {
        try {
            connect(base, path, subprotocols);
        } catch (CompletionException e) {
            assertThat(e).hasCauseInstanceOf(WebSocketHandshakeException.class);
            return ((WebSocketHandshakeException) e.getCause()).getResponse().statusCode();
        }
        throw new AssertionError("the connection was accepted");
    }

    JdkClient send(String text) {
        socket().sendText(text, true).join();
        return this;
    }

    /** The next text message. */
    String text() throws InterruptedException {
        String text = texts.poll(Feeds.LONG.toSeconds(), TimeUnit.SECONDS);
        assertThat(text).as("the next message").isNotNull();
        return java.util.Objects.requireNonNull(text);
    }

    /** Waits for a ping. */
    String ping() throws InterruptedException {
        return java.util.Objects.requireNonNull(pings.poll(Feeds.LONG.toSeconds(), TimeUnit.SECONDS));
    }

    /** How the connection ends. */
    CloseStatus closed() {
        return closed.orTimeout(Feeds.LONG.toSeconds(), TimeUnit.SECONDS).join();
    }

    boolean hasTexts() {
        return !texts.isEmpty();
    }

    void close() {
        socket().sendClose(WebSocket.NORMAL_CLOSURE, "").join();
    }

    String subprotocol() {
        return socket().getSubprotocol();
    }

    WebSocket socket() {
        return java.util.Objects.requireNonNull(socket);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        fragments.append(data);
        if (last) {
            texts.add(fragments.toString());
            fragments.setLength(0);
        }
        webSocket.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onPing(WebSocket webSocket, ByteBuffer message) {
        pings.add(java.nio.charset.StandardCharsets.UTF_8.decode(message).toString());
        webSocket.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
        closed.complete(new CloseStatus(statusCode, reason));
        return null;
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
        closed.complete(new CloseStatus(CloseStatus.ABNORMAL, ""));
    }
}
