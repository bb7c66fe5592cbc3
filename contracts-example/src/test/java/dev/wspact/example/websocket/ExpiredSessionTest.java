package dev.wspact.example.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "notifications.heartbeat=100ms",
            "notifications.tokens.lifetime=1s",
            "notifications.tokens.users.secret=ann"
        })
class ExpiredSessionTest {
    @LocalServerPort
    private int port;

    @Test
    void sends_heartbeats_until_the_token_expires_and_then_closes_with_4001() throws Exception {
        try (TestClient client = TestClient.connect(port, "secret")) {
            assertThat(client.next()).contains("\"type\":\"heartbeat\"");
            assertThat(client.closed()).isEqualTo("4001 token expired");
        }
    }
}
