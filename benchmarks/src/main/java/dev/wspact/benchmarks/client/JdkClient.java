package dev.wspact.benchmarks.client;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** {@code java.net.http}: hands out parts of messages, which the caller joins. */
final class JdkClient implements Client {
    private final HttpClient client = HttpClient.newHttpClient();

    @Override
    public Connection connect(URI url, int batch, Arrivals arrivals) {
        PushConnection connection = new PushConnection(batch, arrivals);
        client.newWebSocketBuilder().buildAsync(url, new Joining(connection)).join();
        return connection;
    }

    private static final class Joining implements WebSocket.Listener {
        private final PushConnection connection;
        private final StringBuilder parts = new StringBuilder();

        Joining(PushConnection connection) {
            this.connection = connection;
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            if (last && parts.isEmpty()) {
                connection.text(data.toString());
            } else {
                parts.append(data);
                if (last) {
                    connection.text(parts.toString());
                    parts.setLength(0);
                }
            }
            socket.request(1);
            return null;
        }
    }
}
