package dev.wspact.benchmarks.client;

import java.net.URI;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.client.WebSocketClient;

/** Jetty's client with its defaults. */
final class JettyClient implements Client {
    private final WebSocketClient client = new WebSocketClient();

    JettyClient() throws Exception {
        client.start();
    }

    @Override
    public Connection connect(URI url, int batch, Arrivals arrivals) throws Exception {
        PushConnection connection = new PushConnection(batch, arrivals);
        client.connect(new Listener(connection), url).get();
        return connection;
    }

    /** Public for Jetty, which calls it through method handles. */
    public static final class Listener implements Session.Listener.AutoDemanding {
        private final PushConnection connection;

        Listener(PushConnection connection) {
            this.connection = connection;
        }

        @Override
        public void onWebSocketText(String message) {
            connection.text(message);
        }

        @Override
        public void onWebSocketClose(int statusCode, String reason, Callback callback) {
            callback.succeed();
        }
    }
}
