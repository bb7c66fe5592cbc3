package dev.wspact.example.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.WebSocketHandshakeException;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.skyscreamer.jsonassert.JSONAssert;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"notifications.heartbeat=1h", "notifications.tokens.users.secret=ann"})
class NotificationSocketTest {
    @LocalServerPort
    private int port;

    @Autowired
    private NotificationFeed feed;

    @Test
    void acknowledges_a_subscription_and_pushes_with_increasing_numbers() throws Exception {
        try (TestClient client = TestClient.connect(port, "secret")) {
            client.send("{\"type\":\"subscribe\",\"topic\":\"news\"}");
            JSONAssert.assertEquals("{\"type\":\"ack\",\"topic\":\"news\"}", client.next(), true);

            feed.publish(new Notification("a", "news", "First", 1));
            feed.publish(new Notification("b", "weather", "Not subscribed", 1));
            feed.publish(new Notification("c", "news", "Second", 3));

            JSONAssert.assertEquals(
                    "{\"type\":\"notification\",\"id\":\"a\",\"seq\":1,\"topic\":\"news\",\"title\":\"First\",\"priority\":1}",
                    client.next(),
                    false);
            JSONAssert.assertEquals(
                    "{\"type\":\"notification\",\"id\":\"c\",\"seq\":2,\"title\":\"Second\",\"priority\":3}",
                    client.next(),
                    false);
        }
    }

    @Test
    void answers_a_ping() throws Exception {
        try (TestClient client = TestClient.connect(port, "secret")) {
            client.send("{\"type\":\"ping\",\"id\":7}");

            JSONAssert.assertEquals("{\"type\":\"pong\",\"id\":7}", client.next(), true);
        }
    }

    @Test
    void tells_a_client_that_it_sent_nonsense() throws Exception {
        try (TestClient client = TestClient.connect(port, "secret")) {
            client.send("{\"type\":\"subscribe\"}");
            assertThat(client.next()).contains("\"type\":\"error\"", "expected");

            client.send("hello");
            assertThat(client.next()).contains("\"type\":\"error\"", "expected");
        }
    }

    @Test
    void speaks_the_subprotocol() {
        try (TestClient client = TestClient.connect(port, "secret")) {
            assertThat(client.subprotocol()).isEqualTo("v1.notify");
        }
    }

    @Test
    void refuses_clients_without_a_valid_token() {
        for (String token : new String[] {null, "wrong"}) {
            assertThatThrownBy(() -> TestClient.connect(port, token))
                    .cause()
                    .asInstanceOf(InstanceOfAssertFactories.type(WebSocketHandshakeException.class))
                    .satisfies(refused -> {
                        assertThat(refused.getResponse().statusCode()).isEqualTo(401);
                        assertThat(refused.getResponse().headers().firstValue("WWW-Authenticate"))
                                .hasValue("Bearer realm=\"notifications\"");
                    });
        }
    }
}
