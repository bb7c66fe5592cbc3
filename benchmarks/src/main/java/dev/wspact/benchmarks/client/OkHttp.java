package dev.wspact.benchmarks.client;

import java.net.URI;
import java.util.concurrent.CompletableFuture;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import org.jspecify.annotations.Nullable;

/** OkHttp with its defaults, but for its limit of 64 connections at a time. */
final class OkHttp implements Client {
    private final OkHttpClient client = new OkHttpClient();

    OkHttp() {
        client.dispatcher().setMaxRequests(Integer.MAX_VALUE);
    }

    @Override
    public Connection connect(URI url, int batch, Arrivals arrivals) {
        PushConnection connection = new PushConnection(batch, arrivals);
        CompletableFuture<WebSocket> open = new CompletableFuture<>();
        Request request = new Request.Builder().url(url.toString()).build();
        client.newWebSocket(request, new WebSocketListener() {
            @Override
            public void onOpen(WebSocket socket, Response response) {
                open.complete(socket);
            }

            @Override
            public void onMessage(WebSocket socket, String text) {
                connection.text(text);
            }

            @Override
            public void onFailure(WebSocket socket, Throwable error, @Nullable Response response) {
                open.completeExceptionally(error);
            }
        });
        open.join();
        return connection;
    }
}
