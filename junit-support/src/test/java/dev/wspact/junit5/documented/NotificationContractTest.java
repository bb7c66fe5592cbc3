package dev.wspact.junit5.documented;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wspact.MockProvider;
import dev.wspact.junit5.WebSocketConsumerTest;
import dev.wspact.junit5.WebSocketContract;
import org.junit.jupiter.api.Test;

@WebSocketConsumerTest
@WebSocketContract("notification-service.contract.yaml")
class NotificationContractTest {
    @Test
    @WebSocketContract(interactions = "a notification")
    void shows_what_arrives(MockProvider mock) throws Exception {
        try (NotificationClient client = NotificationClient.connect(mock.getUrl())) {
            assertThat(client.nextText()).isEqualTo("hello");
        }
    }
}
