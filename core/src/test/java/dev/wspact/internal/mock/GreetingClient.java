package dev.wspact.internal.mock;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A consumer's client as it may be: it hands greetings on, and connects again when it is cut off. */
final class GreetingClient implements WebSocket.Listener {
    private final URI url;
    private final boolean reconnects;
    private final HttpClient http = HttpClient.newHttpClient();
    private final BlockingQueue<String> greetings = new LinkedBlockingQueue<>();
    private volatile WebSocket socket;
    private volatile CompletableFuture<Void> reconnected = CompletableFuture.completedFuture(null);

    GreetingClient(URI server) {
        this(server, false);
    }

    private GreetingClient(URI server, boolean reconnects) {
        this.url = server.resolve("/greetings");
        this.reconnects = reconnects;
        this.socket = connect();
    }

    static GreetingClient reconnecting(URI server) {
        return new GreetingClient(server, true);
    }

    String nextGreeting() throws InterruptedException {
        return Objects.requireNonNull(greetings.poll(Feeds.LONG.toSeconds(), TimeUnit.SECONDS), "no greeting came");
    }

    void close() {
        reconnected.join();
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
    }

    private WebSocket connect() {
        return http.newWebSocketBuilder().buildAsync(url, this).join();
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        greetings.add(data.toString().replaceAll(".*\"hello\":\"(.*)\".*", "$1"));
        webSocket.request(1);
        return null;
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
        if (reconnects) {
            reconnected = http.newWebSocketBuilder().buildAsync(url, this).thenAccept(again -> socket = again);
        }
    }
}
