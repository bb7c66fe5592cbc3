package dev.wspact.internal.mock;

import static dev.wspact.internal.mock.Feeds.LONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wspact.MockProvider;
import dev.wspact.message.CloseStatus;
import dev.wspact.message.Opcode;
import dev.wspact.mock.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class FaultTest {
    @Test
    void handshakes_are_refused_so_many_times() {
        try (MockProvider provider = Feeds.playing(Feeds.greeting())) {
            provider.inject(new Fault.RefuseHandshake(503), 2);

            assertThat(JdkClient.refusal(provider.getUrl(), "/greetings")).isEqualTo(503);
            assertThat(JdkClient.refusal(provider.getUrl(), "/greetings")).isEqualTo(503);
            JdkClient.connect(provider.getUrl(), "/greetings");
            assertThat(provider.result().unexpected()).isEmpty();
        }
    }

    @Test
    void a_connection_is_dropped_and_the_client_comes_back() throws Exception {
        try (MockProvider provider = Feeds.playing(Feeds.greeting())) {
            provider.inject(new Fault.DropConnection(1));
            JdkClient client = JdkClient.connect(provider.getUrl(), "/greetings");
            assertThat(client.closed().code()).isEqualTo(CloseStatus.ABNORMAL);
            JdkClient again = JdkClient.connect(provider.getUrl(), "/greetings");

            assertThat(again.text()).isEqualTo("{\"hello\":\"world\"}");
            assertThat(provider.awaitReconnect(LONG).number()).isEqualTo(2);
            assertThat(provider.connections().get(0).ending())
                    .isNotNull()
                    .satisfies(ending -> assertThat(ending.close().code()).isEqualTo(CloseStatus.ABNORMAL));
            assertThat(provider.connections().get(0).faults())
                    .singleElement()
                    .satisfies(fault -> assertThat(fault.fault()).isEqualTo(new Fault.DropConnection(1)));
            assertThat(provider.result().isProven())
                    .as(provider.result().text())
                    .isTrue();
        }
    }

    @Test
    void a_drop_before_the_first_message_is_a_reset() throws Exception {
        try (MockProvider provider = Feeds.playing(Feeds.greeting())) {
            provider.inject(new Fault.DropConnection(0));
            try (RawClient client = open(provider)) {
                assertThat(client.event()).isIn("reset", "end");
            }
        }
    }

    @Test
    void a_client_that_does_not_come_back_in_time_fails_the_test() throws Exception {
        try (MockProvider provider = Feeds.playing(Feeds.greeting())) {
            assertThatThrownBy(() -> provider.awaitReconnect(Duration.ofMillis(20)))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageStartingWith("no connection ended within 20 ms, so no client could connect again\n");
            try (RawClient client = open(provider)) {
                assertThat(provider.injectNow(new Fault.DropConnection(0))).isEqualTo(1);
                while (!client.event().matches("reset|end")) {
                    // what was sent before
                }
            }
            assertThatThrownBy(() -> provider.awaitReconnect(Duration.ofMillis(20)))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageStartingWith("no client connected again within 20 ms of the end of connection 1\n");
        }
    }

    @Test
    void each_return_of_a_client_is_waited_for_once() throws Exception {
        try (MockProvider provider = Feeds.playing(Feeds.greeting())) {
            GreetingClient client = GreetingClient.reconnecting(provider.getUrl());
            client.nextGreeting();
            for (int number = 2; number <= 4; number++) {
                provider.injectNow(new Fault.DropConnection(0));
                assertThat(provider.awaitReconnect(LONG).number()).isEqualTo(number);
                client.nextGreeting();
            }
        }
    }

    @Test
    void a_connection_is_closed_after_so_many_messages() throws Exception {
        try (MockProvider provider = Feeds.playing(Feeds.greeting())) {
            provider.inject(new Fault.CloseConnection(new CloseStatus(1011, "oops"), 1));
            JdkClient client = JdkClient.connect(provider.getUrl(), "/greetings");

            assertThat(client.text()).isEqualTo("{\"hello\":\"world\"}");
            assertThat(client.closed()).isEqualTo(new CloseStatus(1011, "oops"));
        }
    }

    @Test
    void silence_answers_neither_ping_nor_close() throws Exception {
        MockProvider provider = Feeds.playing(Feeds.greeting());
        provider.inject(new Fault.GoSilent(0));
        try (RawClient client = open(provider)) {
            client.frame(Opcode.PING, "?").closeFrame(new CloseStatus(CloseStatus.NORMAL, ""));
            provider.close();

            assertThat(client.event()).isIn("end", "reset");
        }
    }

    @Test
    void messages_come_late() throws Exception {
        try (MockProvider provider = Feeds.playing(Feeds.greeting())) {
            Duration late = Duration.ofMillis(300);
            provider.inject(new Fault.Delay(late));
            JdkClient client = JdkClient.connect(provider.getUrl(), "/greetings");
            client.text();
            assertThat(provider.connections()
                            .get(0)
                            .transcript()
                            .messages()
                            .get(0)
                            .sinceOpen())
                    .isGreaterThanOrEqualTo(late);
        }
    }

    @Test
    void messages_come_twice() throws Exception {
        try (MockProvider provider = Feeds.playing(Feeds.greeting())) {
            provider.inject(new Fault.Duplicate());
            JdkClient client = JdkClient.connect(provider.getUrl(), "/greetings");
            assertThat(client.text()).isEqualTo(client.text());
        }
    }

    @Test
    void messages_change_places() throws Exception {
        String pushes =
                """
                {"type":"Asynchronous/Messages","description":"a tick","contents":{"content":{"tick":1},
                 "contentType":"application/json","encoded":false},"comments":{"websocket":{"version":1,
                 "receive":{"atLeast":3},"order":{"by":"/tick","rule":"gapless"}}}}""";
        try (MockProvider provider = Feeds.playing(Feeds.pact(pushes))) {
            provider.inject(new Fault.Reorder());
            JdkClient client = JdkClient.connect(provider.getUrl(), "/any");
            List<String> ticks = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                ticks.add(client.text());
            }
            assertThat(ticks).containsExactly("{\"tick\":2}", "{\"tick\":1}", "{\"tick\":3}");
        }
    }

    @Test
    void messages_are_cut_into_fragments() throws Exception {
        try (MockProvider provider = Feeds.playing(Feeds.greeting())) {
            provider.inject(new Fault.Fragment(10));
            try (RawClient client = open(provider)) {
                assertThat(client.event()).isEqualTo("fragment {\"hello\":\"");
                assertThat(client.event()).isEqualTo("fragment world\"}");
                assertThat(client.event()).isEqualTo("text {\"hello\":\"world\"}");
            }
        }
    }

    @Test
    void garbage_is_sent() throws Exception {
        try (MockProvider provider = Feeds.playing(Feeds.greeting())) {
            provider.inject(new Fault.SendGarbage(Fault.Garbage.MALFORMED_JSON, 0));
            JdkClient client = JdkClient.connect(provider.getUrl(), "/greetings");
            assertThat(client.text()).isEqualTo("{\"type\":");
            assertThat(client.text()).isEqualTo("{\"hello\":\"world\"}");

            for (Fault.Garbage kind : List.of(Fault.Garbage.INVALID_UTF8, Fault.Garbage.RESERVED_OPCODE)) {
                provider.inject(new Fault.SendGarbage(kind, 0));
                try (RawClient raw = new RawClient(provider.getUrl())) {
                    raw.send(RawClient.handshake("/greetings"));
                    raw.head();
                    assertThatThrownBy(raw::event).as("%s", kind).hasMessageContaining("RFC 6455");
                }
            }
        }
    }

    @Test
    void nothing_is_read_any_more() throws Exception {
        try (MockProvider provider = Feeds.playing(Feeds.greeting())) {
            provider.inject(new Fault.StopReading(1));
            try (RawClient client = open(provider)) {
                assertThat(client.event()).isEqualTo("text {\"hello\":\"world\"}");
                client.frame(Opcode.TEXT, "nobody reads this");
                assertThat(client.event()).startsWith("ping ");
                assertThat(provider.received()).isEmpty();
            }
        }
    }

    @Test
    void several_faults_apply_to_one_connection() throws Exception {
        try (MockProvider provider = Feeds.playing(Feeds.greeting())) {
            provider.inject(new Fault.Duplicate());
            provider.inject(new Fault.CloseConnection(new CloseStatus(CloseStatus.NO_STATUS, ""), 1));
            try (RawClient client = open(provider)) {
                assertThat(client.event()).isEqualTo("text {\"hello\":\"world\"}");
                assertThat(client.event()).isEqualTo("text {\"hello\":\"world\"}");
                assertThat(client.event()).startsWith("ping ");
                assertThat(client.event()).isEqualTo("close 1005");
            }
        }
    }

    @Test
    void what_makes_no_sense_is_refused() {
        try (MockProvider provider = Feeds.playing(Feeds.greeting())) {
            assertThatThrownBy(() -> provider.injectNow(new Fault.RefuseHandshake(503)))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> provider.inject(new Fault.Duplicate(), 0))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> new Fault.RefuseHandshake(101)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> new Fault.CloseConnection(new CloseStatus(CloseStatus.ABNORMAL, ""), 0))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> new Fault.Fragment(0)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static RawClient open(MockProvider provider) throws Exception {
        RawClient client = new RawClient(provider.getUrl());
        client.send(RawClient.handshake("/greetings"));
        assertThat(client.head()).startsWith("HTTP/1.1 101");
        return client;
    }
}
