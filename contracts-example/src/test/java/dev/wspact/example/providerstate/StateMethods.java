package dev.wspact.example.providerstate;

import au.com.dius.pact.provider.junitsupport.State;
import au.com.dius.pact.provider.junitsupport.StateChangeAction;
import dev.wspact.example.websocket.NotificationFeed;
import java.util.Map;

/** The states that contracts name, for provider tests; {@link ProviderStates} has them for Pact's state-change URL. */
final class StateMethods {
    private final NotificationFeed feed;
    private final ExpiringTokens tokens;

    StateMethods(NotificationFeed feed, ExpiringTokens tokens) {
        this.feed = feed;
        this.tokens = tokens;
    }

    /** A contract names this state as a trigger: the method runs after the client has subscribed. */
    @State("a notification is published")
    void publishOne(Map<String, Object> parameters) {
        new NotificationsPublished("a notification is published", 1, feed).setUp(parameters);
    }

    @State("three notifications are published")
    void publishThree(Map<String, Object> parameters) {
        new NotificationsPublished("three notifications are published", 3, feed).setUp(parameters);
    }

    @State("the token expires at once")
    void expireAtOnce() {
        tokens.expireAtOnce(true);
    }

    @State(value = "the token expires at once", action = StateChangeAction.TEARDOWN)
    void expireLater() {
        tokens.expireAtOnce(false);
    }
}
