package dev.wspact.junit5;

import au.com.dius.pact.provider.junit5.PactVerificationContext;
import au.com.dius.pact.provider.junitsupport.Provider;
import au.com.dius.pact.provider.junitsupport.State;
import au.com.dius.pact.provider.junitsupport.StateChangeAction;
import au.com.dius.pact.provider.junitsupport.loader.PactFolder;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/** The provider test that docs/junit.md shows. */
@Provider("notification-service")
@PactFolder("pacts/notifications")
class NotificationServiceTest {
    private static final NotificationServer service = new NotificationServer(Set.of());

    @BeforeEach
    void setTarget(PactVerificationContext context) {
        context.setTarget(new WebSocketTestTarget(service.url())
                .withHeaders(Map.of("Authorization", List.of("Bearer contract-test"))));
    }

    @State("a user")
    Map<String, Object> user(Map<String, Object> params) {
        return Map.of("session", params.get("id")); // for provider-state generators
    }

    @State("a notification is published")
    void publish(Map<String, Object> params) {
        service.publish((String) params.get("topic"));
    }

    @State("the token expires at once")
    void expire() {
        service.tokensExpire(true);
    }

    @State(value = "the token expires at once", action = StateChangeAction.TEARDOWN)
    void expireNoMore() {
        service.tokensExpire(false);
    }

    @TestTemplate
    @ExtendWith(WebSocketPactProvider.class)
    void honors_its_pacts(PactVerificationContext context) {
        context.verifyInteraction();
    }

    @AfterAll
    static void stop() {
        service.close();
    }
}
