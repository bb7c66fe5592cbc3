package dev.wspact.junit5;

import au.com.dius.pact.provider.junit5.PactVerificationContext;
import au.com.dius.pact.provider.junitsupport.Provider;
import au.com.dius.pact.provider.junitsupport.State;
import au.com.dius.pact.provider.junitsupport.StateChangeAction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/** A provider test as a user writes it; run by the tests of the extension, which read what it has recorded. */
@Provider("notification-service")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PactProviderFixture {
    /** What happened, in order. */
    static final List<String> CALLS = Collections.synchronizedList(new ArrayList<>());

    NotificationServer server = new NotificationServer(EnumSet.noneOf(NotificationServer.Fault.class));

    /** What the server gets wrong; nothing by default. */
    Set<NotificationServer.Fault> faults() {
        return Set.of();
    }

    /** What will not come, so that it is not waited for as long as for what will come late. */
    String awaitedInVain() {
        return "";
    }

    WebSocketTestTarget target() {
        return new WebSocketTestTarget(server.url())
                .withTimeout(Duration.ofSeconds(60))
                .withHeaders(Map.of("Authorization", List.of("Bearer fixture")));
    }

    @BeforeAll
    void start() {
        server.close();
        server = new NotificationServer(faults());
        CALLS.clear();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @BeforeEach
    void setTarget(PactVerificationContext context) {
        boolean inVain = context.getInteraction().getDescription().equals(awaitedInVain());
        context.setTarget(inVain ? target().withTimeout(Duration.ofSeconds(3)) : target());
    }

    @AfterEach
    void record() {
        CALLS.add("after each");
    }

    @TestTemplate
    @ExtendWith(WebSocketPactProvider.class)
    void verify(PactVerificationContext context) {
        CALLS.add("verify " + context.getInteraction().getDescription());
        context.verifyInteraction();
        CALLS.add("verified");
    }

    @State("a user")
    Map<String, Object> user(Map<String, Object> params) {
        CALLS.add("a user " + params);
        return Map.of("session", params.get("id"));
    }

    @State(value = "a user", action = StateChangeAction.TEARDOWN)
    void noUser() {
        CALLS.add("no user");
    }

    @State("a notification is published")
    void publish(Map<String, Object> params) {
        CALLS.add("publish " + params + " to " + server.subscribers());
        server.publish((String) params.get("topic"));
    }

    @State("the token expires at once")
    void expire() {
        server.tokensExpire(true);
    }

    @State(value = "the token expires at once", action = StateChangeAction.TEARDOWN)
    void expireNoMore() {
        server.tokensExpire(false);
    }
}
