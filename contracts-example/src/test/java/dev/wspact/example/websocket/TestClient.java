package dev.wspact.example.websocket;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A client of the JDK that keeps what arrives. Its methods wait at most ten seconds. */
final class TestClient implements WebSocket.Listener, AutoCloseable {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private final BlockingQueue<String> arrived = new LinkedBlockingQueue<>();
    private final CompletableFuture<String> closed = new CompletableFuture<>();
    private final StringBuilder fragments = new StringBuilder();
    private final WebSocket socket;

    private TestClient(int port, @Nullable String token) {
        WebSocket.Builder builder = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .connectTimeout(LONGEST_WAIT)
                .subprotocols("v1.notify");
        if (token != null) {
            builder.header("Authorization", "Bearer " + token);
        }
        socket = builder.buildAsync(URI.create("ws://127.0.0.1:" + port + "/notifications"), this)
                .join();
    }

    static TestClient connect(int port, @Nullable String token) {
        return new TestClient(port, token);
    }

    String subprotocol() {
        return socket.getSubprotocol();
    }

    void send(String text) {
        socket.sendText(text, true).join();
    }

    @Nullable
    String next() throws InterruptedException {
        return arrived.poll(LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS);
    }

    /** Close code and reason. */
    String closed() {
        return closed.orTimeout(LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS).join();
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        fragments.append(data);
        if (last) {
            arrived.add(fragments.toString());
            fragments.setLength(0);
        }
        webSocket.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket webSocket, int code, String reason) {
        closed.complete(code + " " + reason);
        return null;
    }

    @Override
    public void close() {
        socket.abort();
    }
}
