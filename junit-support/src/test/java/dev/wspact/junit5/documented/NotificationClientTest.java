package dev.wspact.junit5.documented;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.dsl.PactDslJsonBody;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.wspact.MockProvider;
import dev.wspact.junit5.WebSocketConsumerTest;
import dev.wspact.junit5.dsl.WebSocketPactBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@WebSocketConsumerTest(provider = "notification-service")
class NotificationClientTest {
    @Pact(consumer = "notification-ui")
    V4Pact notification(WebSocketPactBuilder pact) {
        return pact.channel("/notifications", channel -> channel.subprotocols("v1.notify"))
                .expectsToReceive("a notification", push -> push.triggeredBy("a notification arrives for user 42")
                        .afterSending(new PactDslJsonBody().stringValue("type", "subscribe"))
                        .withContent(new PactDslJsonBody()
                                .stringValue("type", "notification")
                                .integerType("id", 1)
                                .stringType("text", "hello"))
                        .within(Duration.ofSeconds(5)))
                .toPact();
    }

    @Test
    void shows_what_arrives(MockProvider mock) throws Exception {
        try (NotificationClient client = NotificationClient.connect(mock.getUrl())) {
            assertThat(client.nextText()).isEqualTo("hello");
        }
    }
}
