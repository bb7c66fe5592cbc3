package dev.wspact.internal.embeddedbroker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wspact.EmbeddedBroker;
import dev.wspact.broker.EmbeddedBrokerOptions;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InterruptedBrokerTest {
    @Test
    void an_interrupted_thread_closes_it_in_order_and_stays_interrupted(@TempDir Path directory) throws IOException {
        EmbeddedBroker broker = EmbeddedBroker.start(directory, EmbeddedBrokerOptions.defaults());
        assertThat(new BrokerClient(broker.getUrl())
                        .publish("web", "1", "main", "feed", BrokerClient.pact("web", "feed", "kept"))
                        .status())
                .isEqualTo(200);
        Thread.currentThread().interrupt();
        broker.close();
        assertThat(Thread.interrupted()).isTrue();

        try (EmbeddedBroker next = EmbeddedBroker.start(directory, EmbeddedBrokerOptions.defaults())) {
            assertThat(new BrokerClient(next.getUrl())
                            .get("/pacts/provider/feed/consumer/web/latest")
                            .body())
                    .contains("kept");
        }
    }
}
