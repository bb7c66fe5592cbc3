package dev.wspact.example.providerstate;

import au.com.dius.pact.provider.junitsupport.Provider;
import dev.wspact.example.NotificationService;
import dev.wspact.example.websocket.NotificationFeed;
import dev.wspact.junit5.WebSocketContractFolder;
import dev.wspact.junit5.WebSocketTestTarget;
import dev.wspact.junit5.WebSocketVerificationContext;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

/** The service against all contracts in the directory, those in JSON Schema too: one test for each interaction. */
@SpringBootTest(
        classes = NotificationService.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "notifications.heartbeat=1h")
@ActiveProfiles("provider-states")
@Provider("notification-service")
@WebSocketContractFolder("src/contracts")
class ContractFolderProviderIT {
    @LocalServerPort
    private int port;

    @Autowired
    private NotificationFeed feed;

    @Autowired
    private ExpiringTokens tokens;

    @BeforeEach
    void setTarget(WebSocketVerificationContext context) {
        context.addStateChangeHandlers(new StateMethods(feed, tokens));
        context.setTarget(new WebSocketTestTarget(URI.create("ws://127.0.0.1:" + port + "/notifications"))
                .withTimeout(Duration.ofSeconds(30))
                .withHeaders(Map.of("Authorization", List.of("Bearer contract-test"))));
    }

    @TestTemplate
    void honors_what_the_consumer_relies_on(WebSocketVerificationContext context) {
        context.verifyInteraction();
    }
}
