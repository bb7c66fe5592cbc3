package dev.wspact.junit5.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A consumer's own client, on the JDK's WebSocket. */
final class WebSocketClient implements AutoCloseable {
    private static final long LONG = 30;

    private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
    private final CompletableFuture<String> closed = new CompletableFuture<>();
    private final WebSocket socket;

    private WebSocketClient(WebSocket.Builder builder, URI server, String path) throws Exception {
        socket = builder.buildAsync(server.resolve(path), new Listener()).get(LONG, TimeUnit.SECONDS);
    }

    static WebSocketClient connect(URI server, String path) throws Exception {
        return new WebSocketClient(HttpClient.newHttpClient().newWebSocketBuilder(), server, path);
    }

    /** A client that subscribes as the contracts of the tests say. */
    static WebSocketClient subscribed(URI server) throws Exception {
        WebSocketClient client = connect(server, "/notifications");
        client.send("{\"type\":\"subscribe\"}");
        return client;
    }

    void send(String text) throws Exception {
        socket.sendText(text, true).get(LONG, TimeUnit.SECONDS);
    }

    /** The next message, or {@code closed <code> <reason>}. */
    String next() throws Exception {
        String next = received.poll(LONG, TimeUnit.SECONDS);
        assertThat(next).as("a message within %s s", LONG).isNotNull();
        return next;
    }

    /** Closes as RFC 6455 says, and waits for the answer. */
    @Override
    public void close() {
        if (!closed.isDone()) {
            socket.sendClose(WebSocket.NORMAL_CLOSURE, "")
                    .orTimeout(LONG, TimeUnit.SECONDS)
                    .join();
        }
        closed.orTimeout(LONG, TimeUnit.SECONDS).join();
    }

    /** Leaves without a word. */
    void abort() {
        socket.abort();
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                received.add(text.toString());
                text.setLength(0);
            }
            webSocket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
            ended(statusCode + " " + reason);
            return null;
        }

        @Override
        public void onError(WebSocket webSocket, Throwable error) {
            ended(error.toString());
        }

        private void ended(String how) {
            received.add("closed " + how);
            closed.complete(how);
        }
    }
}
