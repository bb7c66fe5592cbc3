package dev.wspact.example.providerstate;

import au.com.dius.pact.provider.junit5.PactVerificationContext;
import au.com.dius.pact.provider.junitsupport.Provider;
import au.com.dius.pact.provider.junitsupport.loader.PactFolder;
import dev.wspact.example.NotificationService;
import dev.wspact.example.websocket.NotificationFeed;
import dev.wspact.junit5.WebSocketPactProvider;
import dev.wspact.junit5.WebSocketTestTarget;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;

/** The service against the pacts of its consumers, as a provider test of pact-jvm: one test for each interaction. */
@SpringBootTest(
        classes = NotificationService.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "notifications.heartbeat=1h")
@ActiveProfiles("provider-states")
@Provider("notification-service")
@PactFolder("src/contracts")
class PactProviderIT {
    @Autowired
    private NotificationFeed feed;

    @Autowired
    private ExpiringTokens tokens;

    @BeforeEach
    void setTarget(PactVerificationContext context) {
        context.addStateChangeHandlers(new StateMethods(feed, tokens));
        context.setTarget(WebSocketTestTarget.springBoot("/notifications")
                .withTimeout(Duration.ofSeconds(30))
                .withHeaders(Map.of("Authorization", List.of("Bearer contract-test"))));
    }

    @TestTemplate
    @ExtendWith(WebSocketPactProvider.class)
    void honors_what_the_consumer_relies_on(PactVerificationContext context) {
        context.verifyInteraction();
    }
}
