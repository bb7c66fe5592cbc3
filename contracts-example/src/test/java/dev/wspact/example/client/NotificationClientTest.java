package dev.wspact.example.client;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.dsl.PactDslJsonBody;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.wspact.MockProvider;
import dev.wspact.contract.MessageOrder;
import dev.wspact.junit5.WebSocketConsumerTest;
import dev.wspact.junit5.dsl.WebSocketPactBuilder;
import dev.wspact.message.CloseStatus;
import dev.wspact.mock.Fault;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The client against a mock provider that plays the contract. What these tests prove is written to {@code target/pacts};
 * {@code CommittedPactIT} sees to it that the service is verified with just that.
 */
@WebSocketConsumerTest(provider = "notification-service")
class NotificationClientTest {
    private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(50), Duration.ofSeconds(1));

    private final Inbox inbox = new Inbox();
    private @Nullable NotificationClient client;

    @Pact(consumer = "notification-ui")
    V4Pact notification(WebSocketPactBuilder pact) {
        return onNotifications(pact)
                .expectsToReceive("a notification on a subscribed topic", push -> push.triggeredBy(
                                "a notification is published", Map.of("topic", "news"))
                        .afterSending(subscription(), step -> step.awaits("/type", "ack"))
                        .withContent(notificationNumber(1)))
                .toPact();
    }

    @Pact(consumer = "notification-ui")
    V4Pact subscribing(WebSocketPactBuilder pact) {
        return onNotifications(pact)
                .expectsReply("a subscription", exchange -> exchange.withRequest(subscription())
                        .willRespondWith(
                                new PactDslJsonBody().stringValue("type", "ack").stringValue("topic", "news"),
                                Duration.ofSeconds(2)))
                .toPact();
    }

    @Pact(consumer = "notification-ui")
    V4Pact resuming(WebSocketPactBuilder pact) {
        return onNotifications(pact)
                .expectsToReceive("what was missed, after coming back", push -> push.given(
                                "three notifications are published", Map.of("topic", "news"))
                        .afterSending(subscription().numberValue("after", 1), step -> step.awaits("/type", "ack"))
                        .withContent(notificationNumber(2))
                        .atLeast(2)
                        .within(Duration.ofSeconds(5))
                        .ordered(MessageOrder.Rule.GAPLESS, "/seq"))
                .toPact();
    }

    @Pact(consumer = "notification-ui")
    V4Pact expiring(WebSocketPactBuilder pact) {
        return onNotifications(pact)
                .expectsClose("an expired session is closed", close -> close.given("the token expires at once")
                        .withCode(4001)
                        .withReasonMatching(".+", "token expired")
                        .within(Duration.ofSeconds(10)))
                .toPact();
    }

    @Pact(consumer = "notification-ui")
    V4Pact anonymous(WebSocketPactBuilder pact) {
        return onNotifications(pact)
                .expectsHandshake("an anonymous client is refused", handshake -> handshake
                        .anonymous()
                        .withStatus(401)
                        .withHeaderMatching("WWW-Authenticate", "Bearer.*", "Bearer realm=\"notifications\""))
                .toPact();
    }

    @AfterEach
    void close() {
        if (client != null) {
            client.close();
        }
    }

    @Test
    @PactTestFor(pactMethod = "notification")
    void hands_a_notification_on(MockProvider mock) throws Exception {
        connect(mock.getUrl(), "secret");

        assertThat(inbox.next()).isEqualTo(new Received("n-1", 1, "Release 1 is out", 2));
    }

    @Test
    @PactTestFor(pactMethod = "subscribing")
    void knows_that_it_is_subscribed(MockProvider mock) {
        connect(mock.getUrl(), "secret");

        inbox.awaitSubscribed();
    }

    @Test
    @PactTestFor(pactMethods = {"notification", "resuming"})
    void comes_back_within_its_backoff_and_loses_nothing(MockProvider mock) throws Exception {
        connect(mock.getUrl(), "secret");
        assertThat(inbox.next().seq()).isEqualTo(1);

        mock.injectNow(new Fault.DropConnection(0));
        mock.awaitReconnect(Duration.ofSeconds(10));
        mock.awaitReceived("what was missed, after coming back", Duration.ofSeconds(10));
        assertThat(inbox.next().seq()).isEqualTo(2);
        assertThat(inbox.next().seq()).isEqualTo(3);
    }

    @Test
    @PactTestFor(pactMethod = "subscribing")
    void comes_back_to_a_service_that_restarts(MockProvider mock) {
        mock.inject(new Fault.RefuseHandshake(503), 2);
        mock.inject(new Fault.CloseConnection(new CloseStatus(1012, "restarting"), 0));
        connect(mock.getUrl(), "secret");

        inbox.awaitSubscribed();

        assertThat(mock.connections()).hasSize(4);
    }

    @Test
    @PactTestFor(pactMethods = {"subscribing", "expiring"})
    void ends_when_its_token_expires(MockProvider mock) {
        connect(mock.getUrl(), "secret");
        inbox.awaitSubscribed();

        mock.closeConnections("an expired session is closed");

        assertThat(inbox.awaitEnd()).isEqualTo("token expired");
    }

    @Test
    @PactTestFor(pactMethod = "anonymous")
    void ends_when_it_is_refused(MockProvider mock) {
        connect(mock.getUrl(), null);

        assertThat(inbox.awaitEnd()).isEqualTo("the service does not accept the token");
    }

    private void connect(URI server, @Nullable String token) {
        client = NotificationClient.open(server, token, "news", BACKOFF, inbox);
    }

    private static WebSocketPactBuilder onNotifications(WebSocketPactBuilder pact) {
        return pact.channel("/notifications", channel -> channel.subprotocols("v1.notify"));
    }

    private static PactDslJsonBody subscription() {
        return new PactDslJsonBody().stringValue("type", "subscribe").stringValue("topic", "news");
    }

    private static PactDslJsonBody notificationNumber(int seq) {
        return new PactDslJsonBody()
                .stringValue("type", "notification")
                .stringValue("topic", "news")
                .stringMatcher("id", "^[a-z]+-\\d+$", "n-" + seq)
                .integerType("seq", seq)
                .stringType("title", "Release " + seq + " is out")
                .integerType("priority", 2);
    }
}
