package dev.wspact.internal.mock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wspact.MockProvider;
import dev.wspact.mock.MockOptions;
import jakarta.websocket.ClientEndpointConfig;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.Session;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.glassfish.tyrus.client.ClientManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Jakarta's client, which many consumers in Java use. */
@Timeout(120)
class TyrusClientTest {
    private final BlockingQueue<String> texts = new LinkedBlockingQueue<>();

    @Test
    void a_good_client_is_proven() throws Exception {
        try (MockProvider provider = Feeds.playing(Feeds.feed("a notification", "a ping"));
                Session session = connect(provider)) {
            session.getBasicRemote().sendText("{\"type\":\"subscribe\",\"topic\":\"news\"}");
            assertThat(texts.poll(Feeds.LONG.toSeconds(), TimeUnit.SECONDS)).contains("notification");
            session.getBasicRemote().sendText("{\"type\":\"ping\",\"id\":3}");
            assertThat(texts.poll(Feeds.LONG.toSeconds(), TimeUnit.SECONDS)).isEqualTo("{\"type\":\"pong\",\"id\":3}");

            assertThat(provider.result().isProven())
                    .as(provider.result().text())
                    .isTrue();
        }
    }

    @Test
    void one_that_opens_and_leaves_is_not() throws Exception {
        MockOptions late =
                MockOptions.builder().pushDelay(Duration.ofSeconds(50)).build();
        try (MockProvider provider = MockProvider.start(List.of(Feeds.feed("a notification")), late)) {
            connect(provider).close();

            assertThat(provider.result().isProven()).isFalse();
        }
    }

    private Session connect(MockProvider provider) throws Exception {
        ClientEndpointConfig config = ClientEndpointConfig.Builder.create()
                .preferredSubprotocols(List.of("v1.notify"))
                .build();
        Endpoint endpoint = new Endpoint() {
            @Override
            public void onOpen(Session session, EndpointConfig config) {
                session.addMessageHandler(String.class, (MessageHandler.Whole<String>) texts::add);
            }
        };
        return ClientManager.createClient()
                .connectToServer(endpoint, config, URI.create(provider.getUrl() + "/notifications"));
    }
}
