package dev.wspact.junit5;

import au.com.dius.pact.provider.junitsupport.Provider;
import au.com.dius.pact.provider.junitsupport.State;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;

/** The provider test with contract files that docs/junit.md shows. */
@Provider("notification-service")
@WebSocketContractFolder("provider-contracts")
class NotificationContractsTest {
    private static final NotificationServer service = new NotificationServer(Set.of());
    private static final Container container = new Container();

    @BeforeEach
    void setTarget(WebSocketVerificationContext context) {
        context.setTarget(new WebSocketTestTarget(() -> URI.create(
                        "ws://" + container.getHost() + ":" + container.getMappedPort(8080) + "/notifications"))
                .withHeaders(Map.of("Authorization", List.of("Bearer contract-test"))));
    }

    @TestTemplate
    void honors_its_contracts(WebSocketVerificationContext context) {
        context.verifyInteraction();
    }

    @State("a user")
    void user() {}

    @State("a notification is published")
    void publish() {
        service.publish("news");
    }

    @State("the token expires at once")
    void expire() {
        service.tokensExpire(true);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    /** As Testcontainers has it, which needs Docker. */
    private static final class Container {
        String getHost() {
            return "127.0.0.1";
        }

        int getMappedPort(int port) {
            return port == 8080 ? service.port() : port;
        }
    }
}
