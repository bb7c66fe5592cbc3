package dev.wspact.junit5.documented;

import au.com.dius.pact.core.support.json.JsonParser;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The client that docs/junit.md tests. */
final class NotificationClient implements AutoCloseable {
    private static final long LONG = 30;

    private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
    private final WebSocket socket;

    private NotificationClient(URI server) throws Exception {
        socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .subprotocols("v1.notify")
                .buildAsync(server.resolve("/notifications"), new Listener())
                .get(LONG, TimeUnit.SECONDS);
        socket.sendText("{\"type\": \"subscribe\"}", true).get(LONG, TimeUnit.SECONDS);
    }

    static NotificationClient connect(URI server) throws Exception {
        return new NotificationClient(server);
    }

    /** The text of the next notification, null if none comes. */
    @Nullable
    String nextText() throws Exception {
        String message = messages.poll(LONG, TimeUnit.SECONDS);
        return message == null
                ? null
                : JsonParser.parseString(message).get("text").asString();
    }

    @Override
    public void close() {
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "")
                .orTimeout(LONG, TimeUnit.SECONDS)
                .join();
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                messages.add(text.toString());
                text.setLength(0);
            }
            webSocket.request(1);
            return null;
        }
    }
}
