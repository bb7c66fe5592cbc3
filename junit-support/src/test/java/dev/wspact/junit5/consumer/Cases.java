package dev.wspact.junit5.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactBuilder;
import au.com.dius.pact.consumer.dsl.PactDslJsonBody;
import au.com.dius.pact.consumer.junit5.ForProvider;
import au.com.dius.pact.consumer.junit5.PactConsumerTestExt;
import au.com.dius.pact.consumer.junit5.PactIgnore;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.consumer.junit5.ProviderType;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.V4Interaction;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.wspact.MockProvider;
import dev.wspact.junit5.WebSocketConsumerTest;
import dev.wspact.junit5.WebSocketConsumerTestExt;
import dev.wspact.junit5.WebSocketContract;
import dev.wspact.junit5.WebSocketMockConfig;
import dev.wspact.junit5.dsl.WebSocketPactBuilder;
import dev.wspact.mock.Pushes;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Test classes of consumers, as their teams would write them; good ones and bad ones. Run by {@link Run} only. */
final class Cases {
    private static final String PING = "{\"op\":\"ping\",\"id\":7}";

    private Cases() {}

    static V4Pact aNotification(WebSocketPactBuilder pact, int id) {
        return pact.channel("/notifications")
                .expectsToReceive("a notification", push -> push.afterSending(
                                new PactDslJsonBody().stringValue("type", "subscribe"))
                        .withContent(new PactDslJsonBody()
                                .stringValue("type", "notification")
                                .integerType("id", id)))
                .toPact();
    }

    static V4Pact aPong(WebSocketPactBuilder pact) {
        return pact.channel("/ping")
                .expectsReply("a pong", exchange -> exchange.withRequest(
                                new PactDslJsonBody().stringValue("op", "ping").integerType("id", 7))
                        .willRespondWith(
                                new PactDslJsonBody().stringValue("op", "pong").integerType("id", 7))
                        .correlatedBy("/id"))
                .toPact();
    }

    static void getNotification(MockProvider mock) throws Exception {
        try (WebSocketClient client = WebSocketClient.subscribed(mock.getUrl())) {
            assertThat(client.next()).contains("\"notification\"");
        }
    }

    static void getPong(MockProvider mock) throws Exception {
        try (WebSocketClient client = WebSocketClient.connect(mock.getUrl(), "/ping")) {
            client.send(PING);
            assertThat(client.next()).contains("\"pong\"");
        }
    }

    @WebSocketConsumerTest(provider = "inbox")
    static class Passing {
        @Pact(consumer = "notification-ui")
        V4Pact notification(WebSocketPactBuilder pact) {
            return aNotification(pact, 1);
        }

        @Test
        void shows_it(MockProvider mock) throws Exception {
            getNotification(mock);
        }
    }

    @WebSocketConsumerTest(provider = "inbox")
    static class Clashing {
        @Pact(consumer = "notification-ui")
        V4Pact notification(WebSocketPactBuilder pact) {
            return aNotification(pact, 2);
        }

        @Test
        void shows_it(MockProvider mock) throws Exception {
            getNotification(mock);
        }
    }

    @ExtendWith({WebSocketConsumerTestExt.class, PactConsumerTestExt.class})
    @PactTestFor(providerName = "inbox", providerType = ProviderType.ASYNCH, pactVersion = PactSpecVersion.V4)
    static class OtherOrder {
        @Pact(consumer = "notification-ui")
        V4Pact notification(WebSocketPactBuilder pact) {
            return aNotification(pact, 1);
        }

        @Test
        @PactTestFor(pactMethod = "notification")
        void shows_it(MockProvider mock) throws Exception {
            getNotification(mock);
        }
    }

    @ExtendWith({PactConsumerTestExt.class, WebSocketConsumerTestExt.class})
    @PactTestFor(providerName = "inbox", providerType = ProviderType.ASYNCH, pactVersion = PactSpecVersion.V4)
    static class WithPactsOwnBuilder {
        @Pact(consumer = "notification-ui")
        V4Pact notification(PactBuilder builder) {
            return aNotification(WebSocketPactBuilder.of(builder), 1);
        }

        @Test
        void shows_it(MockProvider mock) throws Exception {
            getNotification(mock);
        }
    }

    @ExtendWith(WebSocketConsumerTestExt.class)
    static class WithOurExtensionOnly {
        @Pact(consumer = "notification-ui", provider = "inbox")
        V4Pact notification(WebSocketPactBuilder pact) {
            return aNotification(pact, 1);
        }

        @Test
        void shows_it(MockProvider mock) throws Exception {
            getNotification(mock);
        }
    }

    static class NeverConnects extends Passing {
        @Override
        @Test
        void shows_it(MockProvider mock) {
            assertThat(mock.connections()).isEmpty();
        }
    }

    /** Nothing is pushed before it has left, however slow the machine is. */
    @WebSocketMockConfig(pushDelayMillis = 60_000)
    static class OpensAndLeaves extends Passing {
        @Override
        @Test
        void shows_it(MockProvider mock) throws Exception {
            WebSocketClient.subscribed(mock.getUrl()).abort();
        }
    }

    static class UnexpectedMessage extends Passing {
        @Override
        @Test
        void shows_it(MockProvider mock) throws Exception {
            try (WebSocketClient client = WebSocketClient.subscribed(mock.getUrl())) {
                client.next();
                client.send("{\"question\":\"who are you\"}");
            }
        }
    }

    static class FailsItself extends Passing {
        @Override
        @Test
        void shows_it(MockProvider mock) throws Exception {
            getNotification(mock);
            throw new IllegalStateException("the client is broken");
        }
    }

    static class Aborted extends Passing {
        @Override
        @Test
        void shows_it(MockProvider mock) {
            assumeTrue(mock.connections().size() > 1, "not on this machine");
        }
    }

    @WebSocketConsumerTest(provider = "inbox")
    static class WrongRequest {
        @Pact(consumer = "notification-ui")
        V4Pact pong(WebSocketPactBuilder pact) {
            return aPong(pact);
        }

        @Test
        void pings(MockProvider mock) throws Exception {
            try (WebSocketClient client = WebSocketClient.connect(mock.getUrl(), "/ping")) {
                client.send(PING.replace("ping", "pung"));
            }
        }
    }

    @WebSocketConsumerTest(provider = "inbox")
    static class TwoPacts {
        @Pact(consumer = "notification-ui")
        V4Pact notification(WebSocketPactBuilder pact) {
            return aNotification(pact, 1);
        }

        @Pact(consumer = "notification-ui")
        V4Pact pong(WebSocketPactBuilder pact) {
            return aPong(pact);
        }

        @Test
        @PactTestFor(pactMethods = {"notification", "pong"})
        void uses_both(MockProvider mock) throws Exception {
            getNotification(mock);
            getPong(mock);
        }
    }

    static class OneOfTwoPacts extends TwoPacts {
        @Override
        @Test
        @PactTestFor(pactMethods = {"notification", "pong"})
        void uses_both(MockProvider mock) throws Exception {
            getNotification(mock);
        }
    }

    @WebSocketConsumerTest(provider = "inbox")
    static class OneOfEach {
        @Pact(consumer = "notification-ui")
        V4Pact notification(WebSocketPactBuilder pact) {
            return aNotification(pact, 1);
        }

        @Pact(consumer = "notification-ui")
        V4Pact pong(WebSocketPactBuilder pact) {
            return aPong(pact);
        }

        @Test
        @PactTestFor(pactMethod = "pong")
        void pings(MockProvider mock) throws Exception {
            getPong(mock);
        }

        @Test
        @PactTestFor(pactMethod = "notification")
        void does_nothing(MockProvider mock) {
            assertThat(mock.connections()).isEmpty();
        }
    }

    @WebSocketConsumerTest
    static class TwoProviders {
        @Pact(consumer = "ui", provider = "inbox")
        V4Pact notification(WebSocketPactBuilder pact) {
            return aNotification(pact, 1);
        }

        @Pact(consumer = "ui", provider = "clock")
        V4Pact pong(WebSocketPactBuilder pact) {
            return aPong(pact);
        }

        @Test
        @PactTestFor(pactMethods = {"notification", "pong"})
        void uses_both(@ForProvider("clock") MockProvider clock, @ForProvider("inbox") MockProvider inbox)
                throws Exception {
            getNotification(inbox);
            getPong(clock);
        }
    }

    @WebSocketConsumerTest(provider = "inbox")
    static class Outer {
        @Pact(consumer = "notification-ui")
        V4Pact notification(WebSocketPactBuilder pact) {
            return aNotification(pact, 1);
        }

        @Test
        @PactTestFor(pactMethod = "notification")
        void outside(MockProvider mock) throws Exception {
            getNotification(mock);
        }

        @Nested
        class Inner {
            @Pact(consumer = "notification-ui")
            V4Pact pong(WebSocketPactBuilder pact) {
                return aPong(pact);
            }

            @Test
            @PactTestFor(pactMethods = {"notification", "pong"})
            void inside(MockProvider mock) throws Exception {
                getNotification(mock);
                getPong(mock);
            }
        }
    }

    @WebSocketConsumerTest(provider = "inbox")
    static class Parallel {
        private static final AtomicInteger NEXT = new AtomicInteger();

        /** An interaction of its own for each test. */
        @Pact(consumer = "notification-ui")
        V4Pact numbered(WebSocketPactBuilder pact) {
            return pact.channel("/notifications")
                    .expectsToReceive(
                            "notification " + NEXT.incrementAndGet(),
                            push -> push.withContent(new PactDslJsonBody().stringValue("type", "notification")))
                    .toPact();
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
        void gets_it(int number, MockProvider mock) throws Exception {
            try (WebSocketClient client = WebSocketClient.connect(mock.getUrl(), "/notifications")) {
                assertThat(client.next()).as("notification %s", number).contains("notification");
            }
        }
    }

    @WebSocketConsumerTest(provider = "inbox")
    static class Repeated {
        @Pact(consumer = "notification-ui")
        V4Pact notification(WebSocketPactBuilder pact) {
            return aNotification(pact, 1);
        }

        @RepeatedTest(2)
        void again(MockProvider mock) throws Exception {
            getNotification(mock);
        }

        @ParameterizedTest
        @ValueSource(strings = {"a", "b", "c"})
        void each(String parameter, MockProvider mock) throws Exception {
            assertThat(parameter).isNotEmpty();
            getNotification(mock);
        }
    }

    @ExtendWith({PactConsumerTestExt.class, WebSocketConsumerTestExt.class})
    @PactTestFor(pactVersion = PactSpecVersion.V4)
    static class Mixed {
        @Pact(consumer = "notification-ui", provider = "inbox")
        V4Pact notification(WebSocketPactBuilder pact) {
            return aNotification(pact, 1);
        }

        @Pact(consumer = "notification-ui", provider = "inbox-http")
        V4Pact count(PactBuilder pact) {
            return pact.expectsToReceiveHttpInteraction("a count", http -> http.withRequest(
                                    request -> request.path("/count"))
                            .willRespondWith(response -> response.status(200).body("7", "text/plain")))
                    .toPact();
        }

        @Test
        @PactTestFor(pactMethod = "notification", providerType = ProviderType.ASYNCH)
        void over_a_websocket(MockProvider mock) throws Exception {
            getNotification(mock);
        }

        @Test
        @PactTestFor(pactMethod = "count", providerType = ProviderType.SYNCH)
        void over_http(MockServer server) throws Exception {
            HttpRequest request = HttpRequest.newBuilder(URI.create(server.getUrl() + "/count"))
                    .build();
            assertThat(HttpClient.newHttpClient()
                            .send(request, HttpResponse.BodyHandlers.ofString())
                            .body())
                    .isEqualTo("7");
        }
    }

    static class Ignored extends Passing {
        @Test
        @PactIgnore
        void is_about_something_else() {
            assertThat(1 + 1).isEqualTo(2);
        }
    }

    @WebSocketConsumerTest(provider = "inbox")
    static class PactParameters {
        private @Nullable WebSocketClient client;

        @Pact(consumer = "notification-ui")
        V4Pact notification(WebSocketPactBuilder pact) {
            return aNotification(pact, 1);
        }

        @BeforeEach
        void connect(MockProvider mock) throws Exception {
            client = WebSocketClient.subscribed(mock.getUrl());
        }

        @Test
        void knows_the_pact(V4Pact pact, List<V4Interaction> all, V4Interaction.AsynchronousMessage first)
                throws Exception {
            assertThat(pact.getInteractions()).hasSize(1);
            assertThat(all).isEqualTo(pact.getInteractions());
            assertThat(first.getDescription()).isEqualTo("a notification");
            assertThat(client).isNotNull();
            client.next();
        }

        @AfterEach
        void disconnect(MockProvider mock) throws Exception {
            assertThat(mock.connections()).hasSize(1);
            assertThat(client).isNotNull();
            client.close();
        }
    }

    @WebSocketConsumerTest(provider = "inbox")
    @WebSocketMockConfig(pushes = Pushes.WHEN_TOLD, patienceMillis = 60_000)
    static class PushesWhenTold {
        @Pact(consumer = "notification-ui")
        V4Pact notification(WebSocketPactBuilder pact) {
            return aNotification(pact, 1);
        }

        @Test
        void shows_both(MockProvider mock) throws Exception {
            try (WebSocketClient client = WebSocketClient.subscribed(mock.getUrl())) {
                assertThat(mock.push("a notification")).isEqualTo(1);
                assertThat(client.next()).contains("notification");
                assertThat(mock.push("a notification")).isEqualTo(1);
                assertThat(client.next()).contains("notification");
            }
        }
    }

    @WebSocketConsumerTest
    @WebSocketContract("/contracts/notification-service.contract.yaml")
    static class ContractFile {
        @Test
        @WebSocketContract(interactions = "a notification")
        void shows_it(MockProvider mock) throws Exception {
            getNotification(mock);
        }

        @Test
        @WebSocketContract(interactions = "a ping")
        void pings(MockProvider mock) throws Exception {
            try (WebSocketClient client = WebSocketClient.connect(mock.getUrl(), "/notifications")) {
                client.send("{\"type\":\"ping\",\"id\":7}");
                assertThat(client.next()).contains("pong");
            }
        }
    }

    @WebSocketConsumerTest
    static class Variants {
        @Test
        @WebSocketContract(
                value = "/contracts/notification-service.contract.yaml",
                interactions = "a notification",
                variants = true)
        void shows_it_with_and_without_text(MockProvider mock) throws Exception {
            try (WebSocketClient client = WebSocketClient.subscribed(mock.getUrl())) {
                List<String> two = List.of(client.next(), client.next());
                assertThat(two).anyMatch(message -> message.contains("\"text\""));
                assertThat(two).anyMatch(message -> !message.contains("\"text\""));
            }
        }
    }

    static class UnusedPact extends Passing {
        @Pact(consumer = "notification-ui")
        V4Pact unused(WebSocketPactBuilder pact) {
            return aPong(pact);
        }

        @Override
        @Test
        @PactTestFor(pactMethod = "notification")
        void shows_it(MockProvider mock) throws Exception {
            getNotification(mock);
        }
    }
}
