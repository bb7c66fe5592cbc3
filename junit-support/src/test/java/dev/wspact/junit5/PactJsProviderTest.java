package dev.wspact.junit5;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.provider.junit5.PactVerificationContext;
import au.com.dius.pact.provider.junitsupport.Consumer;
import au.com.dius.pact.provider.junitsupport.Provider;
import au.com.dius.pact.provider.junitsupport.State;
import au.com.dius.pact.provider.junitsupport.loader.PactFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/** A pact that pact-js wrote: a stock file, in which nothing is said about WebSockets. */
@Tag("shared")
class PactJsProviderTest {
    private static final String AVATAR = "web-dashboard - a binary avatar frame";
    private static final String ORDER = "web-dashboard - an order status notification";

    @Test
    void a_server_that_honors_it_passes() {
        Outcome outcome = Outcome.of(Honest.class);

        assertThat(outcome.tests()).as(outcome::failures).hasSize(5).allSatisfy((name, status) -> assertThat(status)
                .isEqualTo("SUCCESSFUL"));
    }

    @Test
    void a_server_that_does_not_fails_and_each_text_says_what_broke() {
        Outcome outcome = Outcome.of(Careless.class);

        assertThat(outcome.tests())
                .hasSize(5)
                .containsEntry(AVATAR, "FAILED")
                .containsEntry(ORDER, "FAILED")
                .containsEntry("web-dashboard - a ping request", "SUCCESSFUL");
        assertThat(outcome.failure(AVATAR)).isInstanceOf(AssertionError.class);
        assertThat(Outcome.steady(outcome.failure(ORDER).getMessage()))
                .contains("notification-service breaks its contract with web-dashboard")
                .contains("contract       : …/web-dashboard-notification-service.json:")
                .contains("at             : $.payload.status")
                .contains("but was        : \"LOST\" (a string)");
    }

    @Provider("notification-service")
    @Consumer("web-dashboard")
    @PactFolder("${wspact.shared}/data/pact-js")
    static class Honest {
        private final List<ScriptedServer.Connection> clients = new CopyOnWriteArrayList<>();
        private final ScriptedServer server = ScriptedServer.playing(this::play);

        byte[] avatar() {
            return new byte[] {1, 2, 3, 4, -1};
        }

        String status() {
            return "PAID";
        }

        Duration timeout() {
            return Duration.ofSeconds(60);
        }

        @BeforeEach
        void setTarget(PactVerificationContext context) {
            context.setTarget(new WebSocketTestTarget(server.url("/ws"))
                    .withTimeout(timeout())
                    .withOptions(options -> options.triggerStates(Pattern.compile("user is subscribed|a binary .*"))));
        }

        @AfterEach
        void stop() {
            server.close();
        }

        @TestTemplate
        @ExtendWith(WebSocketPactProvider.class)
        void verify(PactVerificationContext context) {
            context.verifyInteraction();
        }

        @State("topic exists")
        void topic(Map<String, Object> params) {
            assertThat(params).containsEntry("topic", "orders.status");
        }

        @State("a binary frame is sent")
        void sendAvatar() throws IOException {
            for (ScriptedServer.Connection client : clients) {
                client.binary(avatar());
            }
        }

        @State("user is subscribed")
        void notifyUser(Map<String, Object> params) {
            assertThat(params).containsEntry("topics", List.of("orders"));
            clients.forEach(this::sendOrder);
        }

        private void sendOrder(ScriptedServer.Connection client) {
            try {
                client.text(
                        "{\"type\":\"notification\",\"seq\":43,\"topic\":\"orders.status\",\"at\":\"2026-02-03T04:05:06Z\","
                                + "\"id\":\"00000000-d800-434c-b4bb-b1268499e850\",\"payload\":{\"orderId\":\"o-7\",\"status\":\""
                                + status() + "\",\"items\":[{\"sku\":\"s\",\"qty\":1}]}}");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void play(ScriptedServer.Connection client) throws IOException {
            clients.add(client);
            client.accept();
            client.text("{\"type\":\"heartbeat\",\"ts\":1}");
            for (String text = client.read(); text != null; text = client.read()) {
                client.text(
                        text.equals("ping")
                                ? "pong"
                                : "{\"type\":\"subscribed\",\"requestId\":\"r-1\","
                                        + "\"subscriptionId\":\"00000000-d800-434c-b4bb-b1268499e851\"}");
            }
        }
    }

    static class Careless extends Honest {
        @Override
        byte[] avatar() {
            return new byte[] {1, 2, 3, 4};
        }

        @Override
        String status() {
            return "LOST";
        }

        /** What is broken here is waited for in vain; what is not comes at once. */
        @Override
        Duration timeout() {
            return Duration.ofSeconds(10);
        }
    }
}
