package dev.wspact.internal.mock;

import static dev.wspact.internal.mock.Feeds.LONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wspact.MockProvider;
import dev.wspact.contract.Contract;
import dev.wspact.contract.ContractFormatException;
import dev.wspact.message.CloseStatus;
import dev.wspact.message.Direction;
import dev.wspact.message.Opcode;
import dev.wspact.mock.MockConnection;
import dev.wspact.mock.MockOptions;
import dev.wspact.mock.Pushes;
import dev.wspact.mock.ReceivedMessage;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class PlayTest {
    private static final String SUBSCRIBE = "{\"type\":\"subscribe\",\"topic\":\"news\"}";

    @Test
    void a_client_that_uses_the_contract_proves_it() throws Exception {
        try (MockProvider provider = Feeds.playing(Feeds.feed("a notification", "a ping"))) {
            JdkClient client = JdkClient.connect(provider.getUrl(), "/notifications", "v1.notify");
            client.send(SUBSCRIBE);
            assertThat(client.text()).isEqualTo("{\"type\":\"notification\",\"seq\":1}");
            client.send("{\"type\":\"ping\",\"id\":12}");
            assertThat(client.text()).isEqualTo("{\"type\":\"pong\",\"id\":12}");
            client.close();

            assertThat(client.subprotocol()).isEqualTo("v1.notify");
            assertThat(provider.result().text()).startsWith("Proven: the client has used 2 interactions");
            assertThat(provider.result().isProven()).isTrue();
            assertThat(provider.received())
                    .extracting(ReceivedMessage::interactions)
                    .containsExactly(List.of("a notification"), List.of("a ping"));
        }
    }

    @Test
    void a_push_without_a_send_comes_by_itself() throws Exception {
        try (MockProvider provider = Feeds.playing(Feeds.greeting())) {
            JdkClient client = JdkClient.connect(provider.getUrl(), "/greetings");

            assertThat(client.text()).isEqualTo("{\"hello\":\"world\"}");
            assertThat(provider.result().isProven())
                    .as(provider.result().text())
                    .isTrue();
            assertThat(provider.connections()).singleElement().satisfies(connection -> {
                assertThat(connection.isOpen()).isTrue();
                assertThat(connection.request().path()).isEqualTo("/greetings");
            });
        }
    }

    @Test
    void a_push_comes_when_the_test_says_so() throws Exception {
        MockOptions options = Feeds.PROMPT.toBuilder().pushes(Pushes.WHEN_TOLD).build();
        try (MockProvider provider = MockProvider.start(List.of(Feeds.greeting()), options)) {
            JdkClient client = JdkClient.connect(provider.getUrl(), "/greetings");
            JdkClient other = JdkClient.connect(provider.getUrl(), "/greetings");

            assertThat(provider.push("a greeting")).isEqualTo(2);
            assertThat(client.text()).isEqualTo("{\"hello\":\"world\"}");
            assertThat(other.text()).isEqualTo("{\"hello\":\"world\"}");
            assertThat(client.hasTexts()).isFalse();
        }
    }

    @Test
    void what_cannot_be_pushed_is_said() throws Exception {
        MockOptions options =
                MockOptions.builder().patience(Duration.ofMillis(50)).build();
        try (MockProvider provider = MockProvider.start(List.of(Feeds.feed()), options)) {
            assertThatThrownBy(() -> provider.push("a notifcation"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("the contracts have no interaction \"a notifcation\" in which the provider pushes a"
                            + " message; did you mean \"a notification\"?");
            assertThatThrownBy(() -> provider.push("a ping"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("use one of: \"a notification\"");
            assertThatThrownBy(() -> provider.push("a notification"))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("\"a notification\" cannot be pushed: no client is connected");

            JdkClient.connect(provider.getUrl(), "/notifications", "v1.notify");
            assertThatThrownBy(() -> provider.push("a notification"))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("\"a notification\" cannot be pushed: connection 1 has not sent message 1 of the 1 that"
                            + " it sends first");
        }
    }

    @Test
    void numbers_go_on_where_they_were_when_a_client_comes_back() throws Exception {
        try (MockProvider provider = Feeds.playing(Feeds.feed("a notification"))) {
            for (int seq = 1; seq <= 5; seq += 2) {
                JdkClient client = JdkClient.connect(provider.getUrl(), "/notifications", "v1.notify");
                client.send(SUBSCRIBE);
                assertThat(client.text()).isEqualTo("{\"type\":\"notification\",\"seq\":" + seq + "}");
                provider.push("a notification");
                assertThat(client.text()).isEqualTo("{\"type\":\"notification\",\"seq\":" + (seq + 1) + "}");
                client.close();
                client.closed();
            }
        }
    }

    @Test
    void a_step_waits_for_what_it_awaits() throws Exception {
        String push =
                """
                {"type":"Asynchronous/Messages","description":"a tick","contents":{"content":{"tick":1},
                 "contentType":"application/json","encoded":false},"comments":{"websocket":{"version":1,"send":[
                 {"content":{"type":"auth"},"contentType":"application/json","encoded":false,"awaits":{"/type":"ack"}},
                 {"content":{"type":"subscribe"},"contentType":"application/json","encoded":false}]}}}""";
        try (MockProvider provider = Feeds.playing(Feeds.pact(push))) {
            JdkClient client = JdkClient.connect(provider.getUrl(), "/any");
            client.send("{\"type\":\"auth\"}");
            assertThat(client.text()).isEqualTo("{\"type\":\"ack\"}");
            client.send("{\"type\":\"subscribe\"}");
            assertThat(client.text()).isEqualTo("{\"tick\":1}");
            assertThat(provider.result().isProven())
                    .as(provider.result().text())
                    .isTrue();
        }
    }

    @Test
    void values_are_generated_and_any_of_their_type_is_taken() throws Exception {
        String push =
                """
                {"type":"Asynchronous/Messages","description":"a tick","contents":{"content":{"id":"x"},
                 "contentType":"application/json","encoded":false},"generators":{"body":{"$.id":{"type":"Uuid"}}},
                 "comments":{"websocket":{"version":1,"send":[{"content":{"token":"t"},"contentType":"application/json",
                 "encoded":false,"generators":{"body":{"$.token":{"type":"RandomString","size":10}}}}]}}}""";
        try (MockProvider provider = Feeds.playing(Feeds.pact(push))) {
            JdkClient client = JdkClient.connect(provider.getUrl(), "/any");
            client.send("{\"token\":\"something else\"}");
            assertThat(client.text()).matches("\\{\"id\":\"[0-9a-f-]{36}\"}");
        }
    }

    @Test
    void heartbeats_are_pings() throws Exception {
        String push =
                """
                {"type":"Asynchronous/Messages","description":"a tick","contents":{"content":{"tick":1},
                 "contentType":"application/json","encoded":false},"comments":{"websocket":{"version":1,
                 "heartbeat":{"every":"PT0.02S"}}}}""";
        MockOptions options = Feeds.PROMPT.toBuilder().pushes(Pushes.WHEN_TOLD).build();
        try (MockProvider provider = MockProvider.start(List.of(Feeds.pact(push)), options)) {
            JdkClient client = JdkClient.connect(provider.getUrl(), "/any");
            for (int i = 0; i < 3; i++) {
                assertThat(client.ping()).isEmpty();
            }
        }
    }

    @Test
    void a_refusal_is_played_when_the_test_says_so_and_the_rest_when_it_says_nothing() throws Exception {
        try (MockProvider provider = Feeds.playing(Feeds.feed("a ping", "an anonymous client"))) {
            provider.play("an anonymous client");
            try (RawClient client = new RawClient(provider.getUrl())) {
                client.send(RawClient.handshake("/notifications", "Sec-WebSocket-Protocol: v1.notify"));
                assertThat(client.head())
                        .startsWith("HTTP/1.1 401 Unauthorized\r\n")
                        .contains("WWW-Authenticate: Bearer\r\n");
                assertThat(client.rest()).isEqualTo("{\"error\":\"no token\"}");
            }
            provider.play();
            JdkClient client = JdkClient.connect(provider.getUrl(), "/notifications", "v1.notify");
            client.send("{\"type\":\"ping\",\"id\":7}");
            client.text();

            assertThat(provider.result().isProven())
                    .as(provider.result().text())
                    .isTrue();
            assertThatThrownBy(() -> provider.play("a pong")).hasMessageContaining("did you mean \"a ping\"?");
        }
    }

    @Test
    void a_client_that_shows_credentials_is_not_the_anonymous_one() {
        try (MockProvider provider = Feeds.playing(Feeds.feed("a ping", "an anonymous client"))) {
            provider.play("an anonymous client");
            var builder = HttpClient.newHttpClient().newWebSocketBuilder().header("Authorization", "Bearer secret");

            assertThatThrownBy(() -> JdkClient.connect(provider.getUrl(), "/notifications", builder, "v1.notify"))
                    .hasMessageContaining("");
            assertThat(provider.connections())
                    .singleElement()
                    .extracting(connection -> connection.answer().text())
                    .asString()
                    .contains("header Authorization: expected none, since the client is anonymous, but was redacted")
                    .doesNotContain("secret");
        }
    }

    @Test
    void a_close_is_played_when_the_test_says_so() {
        try (MockProvider provider = Feeds.playing(Feeds.feed("a ping", "an expired session"))) {
            JdkClient client = JdkClient.connect(provider.getUrl(), "/notifications", "v1.notify");
            assertThat(provider.closeConnections("an expired session")).isEqualTo(1);

            assertThat(client.closed()).isEqualTo(new CloseStatus(4001, "token expired"));
            assertThat(provider.result().interactions())
                    .filteredOn(exercise -> exercise.description().equals("an expired session"))
                    .singleElement()
                    .satisfies(exercise -> assertThat(exercise.exercised()).isTrue());
        }
    }

    @Test
    void a_close_that_is_all_that_is_played_comes_by_itself() {
        try (MockProvider provider = Feeds.playing(Feeds.feed("an expired session"))) {
            JdkClient client = JdkClient.connect(provider.getUrl(), "/notifications", "v1.notify");

            assertThat(client.closed()).isEqualTo(new CloseStatus(4001, "token expired"));
            assertThat(provider.result().isProven())
                    .as(provider.result().text())
                    .isTrue();
        }
    }

    @Test
    void received_messages_are_waited_for_one_after_the_other() {
        try (MockProvider provider = Feeds.playing(Feeds.feed("a ping"))) {
            JdkClient client = JdkClient.connect(provider.getUrl(), "/notifications", "v1.notify");
            client.send("{\"type\":\"ping\",\"id\":1}").send("{\"type\":\"ping\",\"id\":2}");

            assertThat(provider.awaitReceived("a ping", LONG).text()).contains("1");
            assertThat(provider.awaitReceived("a ping", LONG).text()).contains("2");
            assertThatThrownBy(() -> provider.awaitReceived("a ping", Duration.ofMillis(20)))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageStartingWith(
                            "no message of \"a ping\" came within 20 ms\nThe session:\n  connection 1 ");
        }
    }

    @Test
    void connections_have_both_times_and_how_they_ended() {
        try (MockProvider provider = Feeds.playing(Feeds.feed("a ping"))) {
            JdkClient client = JdkClient.connect(provider.getUrl(), "/notifications", "v1.notify");
            MockConnection open = provider.awaitConnection(LONG);
            client.close();
            client.closed();
            JdkClient.connect(provider.getUrl(), "/notifications", "v1.notify");
            MockConnection again = provider.awaitReconnect(LONG);

            assertThat(open.number()).isEqualTo(1);
            assertThat(again.number()).isEqualTo(2);
            assertThat(provider.connections().get(0).ending()).isNotNull().satisfies(ending -> {
                assertThat(ending.close().code()).isEqualTo(CloseStatus.NORMAL);
                assertThat(ending.closedBy()).isEqualTo(Direction.SENT);
                assertThat(ending.at().sinceStart())
                        .isGreaterThanOrEqualTo(open.opened().sinceStart());
            });
            assertThatThrownBy(() -> provider.awaitConnection(Duration.ofMillis(20)))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageStartingWith("no client connected within 20 ms\n");
        }
    }

    @Test
    void variants_are_played_in_place_of_the_example() throws Exception {
        Contract contract = Feeds.pact(
                """
                {"type":"Asynchronous/Messages","description":"a light","contents":{"content":{"color":"red"},
                 "contentType":"application/json","encoded":false},"comments":{"websocket":{"version":1,"schema":
                 {"type":"object","required":["color"],"properties":{"color":{"enum":["red","green"]},"n":{"const":1}}}}}},
                {"type":"Synchronous/Messages","description":"a question","request":{"contents":{"content":{"q":1},
                 "contentType":"application/json","encoded":false}},"response":[{"contents":{"content":{"a":true},
                 "contentType":"application/json","encoded":false}}],"comments":{"websocket":{"version":1,"response":[{
                 "schema":{"type":"object","required":["a"],"properties":{"a":{"type":"boolean"}}}}]}}}""");
        MockOptions options = Feeds.PROMPT.toBuilder().variants(true).build();
        try (MockProvider provider = MockProvider.start(List.of(contract), options)) {
            JdkClient client = JdkClient.connect(provider.getUrl(), "/any");
            assertThat(List.of(client.text(), client.text(), client.text()))
                    .containsExactly("{\"color\":\"red\"}", "{\"color\":\"green\"}", "{\"color\":\"red\",\"n\":1}");
            client.send("{\"q\":1}").send("{\"q\":1}").send("{\"q\":1}");
            assertThat(List.of(client.text(), client.text(), client.text()))
                    .containsExactly("{\"a\":true}", "{\"a\":false}", "{\"a\":true}");
            assertThat(provider.result().isProven())
                    .as(provider.result().text())
                    .isTrue();
        }
    }

    @Test
    void what_cannot_be_played_is_an_error_of_the_contract() {
        assertThatThrownBy(() -> MockProvider.start(
                        List.of(
                                Feeds.pact(
                                        """
                        {"type":"Asynchronous/Messages","description":"a tick","contents":{"content":{"id":"x"},
                         "contentType":"application/json","encoded":false},"generators":{"body":{"$.id":{"type":"Uid"}}}}""")),
                        MockOptions.DEFAULT))
                .isInstanceOf(ContractFormatException.class)
                .hasMessageContaining("the generator \"Uid\" at $.id is unknown. did you mean \"Uuid\"?");
        assertThatThrownBy(() -> MockProvider.start(List.of(), MockOptions.DEFAULT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no interaction in the contracts: nothing played proves nothing");
    }

    @Test
    void other_contracts_take_the_place_of_the_first() throws Exception {
        try (MockProvider provider = Feeds.playing(Feeds.feed("a ping"))) {
            JdkClient client = JdkClient.connect(provider.getUrl(), "/notifications", "v1.notify");
            provider.reload(List.of(Feeds.greeting()));

            assertThat(client.closed()).isEqualTo(new CloseStatus(1012, "the contracts are loaded again"));
            assertThat(JdkClient.connect(provider.getUrl(), "/greetings").text())
                    .isEqualTo("{\"hello\":\"world\"}");
        }
    }

    @Test
    void the_end_closes_what_is_open_and_leaves_no_thread() throws Exception {
        Set<Thread> before = threads();
        List<String> lines = new CopyOnWriteArrayList<>();
        MockProvider provider = MockProvider.start(
                List.of(Feeds.greeting()),
                Feeds.PROMPT.toBuilder().listener(lines::add).build());
        JdkClient client = JdkClient.connect(provider.getUrl(), "/greetings");
        client.text();
        try (RawClient silent = new RawClient(provider.getUrl())) {
            silent.send("GET ");
            provider.close();
            provider.close();
        }

        assertThat(client.closed()).isEqualTo(new CloseStatus(1001, "the mock provider is closed"));
        assertThat(threads()).isSubsetOf(before);
        assertThat(lines)
                .startsWith("connection 1: GET /greetings answered with 101", "connection 1: ← {\"hello\":\"world\"}");
        assertThat(provider.result().isProven()).isTrue();
    }

    @Test
    void a_ping_is_answered_and_a_close_echoed() throws Exception {
        try (MockProvider provider = Feeds.playing(Feeds.feed("a ping"));
                RawClient client = new RawClient(provider.getUrl())) {
            client.send(RawClient.handshake("/notifications", "Sec-WebSocket-Protocol: v1.notify"));
            assertThat(client.head())
                    .startsWith("HTTP/1.1 101 Switching Protocols\r\n")
                    .contains("Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n")
                    .contains("Sec-WebSocket-Protocol: v1.notify\r\n");
            client.frame(Opcode.PING, "are you there?");
            assertThat(client.event()).isEqualTo("pong are you there?");
            client.closeFrame(new CloseStatus(3000, "bye"));
            assertThat(client.event()).isEqualTo("close 3000");
            assertThat(client.event()).isEqualTo("end");
        }
    }

    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("wspact-mock"))
                .collect(Collectors.toSet());
    }
}
