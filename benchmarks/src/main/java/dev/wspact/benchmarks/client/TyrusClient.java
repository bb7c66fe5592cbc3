package dev.wspact.benchmarks.client;

import jakarta.websocket.ClientEndpointConfig;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.Session;
import java.net.URI;
import org.glassfish.tyrus.client.ClientManager;

/** Tyrus with its defaults; many connections share one container, since otherwise each has threads of its own. */
final class TyrusClient implements Client {
    private final ClientManager manager;

    private TyrusClient(String container) {
        manager = ClientManager.createClient(container);
        manager.getProperties().put("org.glassfish.tyrus.client.sharedContainer", true);
    }

    static Client grizzly() {
        return new TyrusClient("org.glassfish.tyrus.container.grizzly.client.GrizzlyClientContainer");
    }

    static Client jdk() {
        return new TyrusClient("org.glassfish.tyrus.container.jdk.client.JdkClientContainer");
    }

    @Override
    public Connection connect(URI url, int batch, Arrivals arrivals) throws Exception {
        PushConnection connection = new PushConnection(batch, arrivals);
        Endpoint endpoint = new Endpoint() {
            @Override
            public void onOpen(Session session, EndpointConfig config) {
                session.addMessageHandler(String.class, (MessageHandler.Whole<String>) connection::text);
            }
        };
        manager.connectToServer(endpoint, ClientEndpointConfig.Builder.create().build(), url);
        return connection;
    }
}
