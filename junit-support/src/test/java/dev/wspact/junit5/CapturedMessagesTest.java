package dev.wspact.junit5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import au.com.dius.pact.provider.PactVerifyProvider;
import au.com.dius.pact.provider.junit5.MessageTestTarget;
import au.com.dius.pact.provider.junit5.PactVerificationContext;
import au.com.dius.pact.provider.junit5.PactVerificationInvocationContextProvider;
import au.com.dius.pact.provider.junitsupport.Provider;
import au.com.dius.pact.provider.junitsupport.State;
import au.com.dius.pact.provider.junitsupport.loader.PactFilter;
import au.com.dius.pact.provider.junitsupport.loader.PactFolder;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@Timeout(60)
class CapturedMessagesTest {
    @Test
    void gives_each_message_out_once_whatever_comes_between() throws IOException {
        try (ScriptedServer server = ScriptedServer.playing(connection -> {
                    connection.accept();
                    connection.text("no JSON");
                    connection.text("{\"type\":\"tick\",\"n\":1}");
                    connection.text("{\"head\":{\"type\":[\"hello\"]}}");
                    connection.binary(new byte[] {1, -1});
                    connection.text("{\"type\":\"tick\",\"n\":2}");
                    connection.read();
                });
                CapturedMessages messages = CapturedMessages.open(server.url("/"))) {
            assertThat(messages.await("/head/type/0", "hello")).isEqualTo("{\"head\":{\"type\":[\"hello\"]}}");
            assertThat(messages.await("type", "tick")).contains("1");
            assertThat(messages.await("type", "tick")).contains("2");
            assertThat(messages.awaitBinary()).containsExactly(1, -1);
            assertThat(messages.await("no JSON", text -> text.startsWith("no"))).isEqualTo("no JSON");
        }
    }

    @Test
    void says_what_arrived_instead_and_how_the_connection_ended() throws IOException {
        try (ScriptedServer server = ScriptedServer.playing(connection -> {
                    connection.accept();
                    connection.text("{\"type\":\"hello\"}");
                    connection.close(1001, "going away");
                    connection.read();
                });
                CapturedMessages messages = CapturedMessages.open(server.url("/feed"))) {
            assertThatThrownBy(() -> messages.await("type", "tick"))
                    .isInstanceOf(AssertionError.class)
                    .extracting(failure -> Outcome.steady(failure.getMessage()))
                    .isEqualTo(
                            """

                            The server did not send a JSON message with type = "tick"

                            connected to   : ws://127.0.0.1:PORT/feed
                            waited         : N ms; the connection was closed by the server with 1001 "going away"
                            instead        : {"type":"hello"}
                            what to do     : make sure that the provider state causes the message, and that it is sent to \
                            this connection
                            """);
        }
    }

    @Test
    void gives_up_in_time() throws IOException {
        try (ScriptedServer server = ScriptedServer.playing(connection -> {
                    connection.accept();
                    connection.read();
                });
                CapturedMessages messages = CapturedMessages.open(server.url("/"))) {
            assertThatThrownBy(() -> messages.within(Duration.ofMillis(50)).await("type", "tick"))
                    .hasMessageContaining("waited         : 50 ms; the connection is open")
                    .hasMessageContaining("instead        : no other message");
        }
    }

    @Test
    void sends_header_fields_and_messages() throws IOException {
        try (ScriptedServer server = ScriptedServer.playing(connection -> {
                    connection.accept();
                    connection.text(
                            connection.header("Authorization") + ", " + connection.header("Sec-WebSocket-Protocol"));
                    connection.text("echo " + connection.read());
                    connection.read();
                });
                CapturedMessages messages =
                        CapturedMessages.open(server.url("/"), Map.of("Authorization", "Bearer t"), List.of())) {
            assertThat(messages.send("ping").await("an echo", text -> text.startsWith("echo")))
                    .isEqualTo("echo ping");
            assertThat(messages.await("what was offered", text -> true)).isEqualTo("Bearer t, null");
        }
    }

    @Test
    void a_refused_connection_is_an_exception_that_names_the_url() {
        URI nobody;
        try (ScriptedServer server = ScriptedServer.playing(connection -> {})) {
            nobody = server.url("/");
        }

        assertThatThrownBy(() -> CapturedMessages.open(nobody))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("could not connect to " + nobody);
    }

    @Test
    void stock_pact_compares_what_was_captured() {
        Outcome outcome = Outcome.of(StockPact.class);

        assertThat(outcome.tests())
                .as(outcome::failures)
                .containsOnly(entry("notification-ui - a notification", "SUCCESSFUL"));
        assertThat(Outcome.of(StockPactOfWrongTitle.class).failure("notification-ui - a notification"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("$.title");
    }

    @Provider("notification-service")
    @PactFolder("pacts/notifications")
    @PactFilter("a notification is published")
    static class StockPact {
        private final NotificationServer server = new NotificationServer(faults());
        private CapturedMessages messages;

        Set<NotificationServer.Fault> faults() {
            return Set.of();
        }

        @BeforeEach
        void connect(PactVerificationContext context) throws IOException {
            messages = CapturedMessages.open(server.url(), Map.of("Authorization", "Bearer fixture"), List.of());
            context.setTarget(new MessageTestTarget(
                    List.of(getClass().getPackageName()), getClass().getClassLoader()));
        }

        @AfterEach
        void disconnect() {
            messages.close();
            server.close();
        }

        @State("a user")
        void user() {}

        @State("a notification is published")
        void publish() throws IOException {
            messages.send("{\"type\":\"subscribe\",\"topic\":\"news\"}").await("type", "ack");
            server.publish("news");
        }

        @PactVerifyProvider("a notification")
        public String notification() {
            return messages.await("type", "notification");
        }

        @TestTemplate
        @ExtendWith(PactVerificationInvocationContextProvider.class)
        void verify(PactVerificationContext context) {
            context.verifyInteraction();
        }
    }

    static class StockPactOfWrongTitle extends StockPact {
        @Override
        Set<NotificationServer.Fault> faults() {
            return Set.of(NotificationServer.Fault.NUMBER_AS_TITLE);
        }
    }
}
