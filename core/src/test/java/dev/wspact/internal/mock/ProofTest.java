package dev.wspact.internal.mock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wspact.MockProvider;
import dev.wspact.message.Opcode;
import dev.wspact.mock.Fault;
import dev.wspact.mock.MockOptions;
import dev.wspact.mock.MockResult;
import dev.wspact.mock.Pushes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is proven and what is not, and how that is said, word for word but for times and ports. */
@Timeout(120)
class ProofTest {
    private static final Path GOLDEN = Path.of("src", "test", "resources", "mock", "proof");
    private static final String SUBSCRIBE = "{\"type\":\"subscribe\",\"topic\":\"news\"}";

    /** A client that leaves is gone long before a push is due. */
    private static final MockOptions LATE =
            MockOptions.builder().pushDelay(Duration.ofSeconds(50)).build();

    @Test
    void a_client_that_never_connects_proves_nothing() throws Exception {
        try (MockProvider provider = MockProvider.start(Feeds.feed())) {
            assertText("never-connects", provider.result());
        }
    }

    @Test
    void a_client_that_opens_and_leaves_has_taken_nothing() throws Exception {
        try (MockProvider provider = MockProvider.start(List.of(Feeds.greeting()), LATE)) {
            JdkClient client = JdkClient.connect(provider.getUrl(), "/greetings");
            client.close();
            client.closed();

            assertText("opens-and-leaves", provider.result());
        }
    }

    @Test
    void a_test_that_ends_before_the_push_has_shown_nothing() throws Exception {
        try (MockProvider provider = MockProvider.start(List.of(Feeds.greeting()), LATE)) {
            JdkClient.connect(provider.getUrl(), "/greetings");

            assertText("ends-too-early", provider.result());
        }
    }

    @Test
    void a_client_that_does_not_read_has_taken_nothing() throws Exception {
        MockOptions options =
                Feeds.PROMPT.toBuilder().patience(Duration.ofMillis(300)).build();
        try (MockProvider provider = MockProvider.start(List.of(Feeds.greeting()), options);
                RawClient client = new RawClient(provider.getUrl())) {
            client.send(RawClient.handshake("/greetings"));
            client.head();
            assertThat(client.event()).isEqualTo("text {\"hello\":\"world\"}");

            MockResult result = provider.result();
            assertThat(result.isProven()).isFalse();
            assertThat(result.interactions()).singleElement().satisfies(exercise -> assertThat(exercise.actual())
                    .isEqualTo("of 1 message pushed it took none: after that nothing came from the client, no message,"
                            + " no pong, no close"));
        }
    }

    @Test
    void a_client_that_answers_the_ping_behind_a_push_has_taken_it() throws Exception {
        try (MockProvider provider = Feeds.playing(Feeds.greeting())) {
            try (RawClient client = new RawClient(provider.getUrl())) {
                client.send(RawClient.handshake("/greetings"));
                client.head();
                client.event();
                String ping = client.event();
                client.frame(Opcode.PONG, ping.substring("ping ".length()));
            }
            assertThat(provider.result().isProven())
                    .as(provider.result().text())
                    .isTrue();
        }
    }

    @Test
    void a_message_that_the_contract_does_not_allow_is_shown_with_the_closest() throws Exception {
        try (MockProvider provider = Feeds.playing(Feeds.feed("a notification", "a ping"))) {
            JdkClient client = JdkClient.connect(provider.getUrl(), "/notifications", "v1.notify");
            client.send("{\"type\":\"subscribe\",\"topic\":\"sport\"}");
            client.send("{\"type\":\"ping\",\"id\":\"seven\",\"urgent\":true}");
            client.close();
            client.closed();

            assertText("not-allowed", provider.result());
        }
    }

    @Test
    void a_handshake_that_fits_no_channel_is_shown() throws Exception {
        try (MockProvider provider = Feeds.playing(Feeds.feed("a ping"))) {
            assertThat(JdkClient.refusal(provider.getUrl(), "/notification", "v2.notify"))
                    .isEqualTo(404);

            assertText("wrong-handshake", provider.result());
        }
    }

    @Test
    void a_broken_protocol_is_shown_with_its_rule() throws Exception {
        try (MockProvider provider = Feeds.playing(Feeds.feed("a ping"));
                RawClient client = new RawClient(provider.getUrl())) {
            client.send(RawClient.handshake("/notifications", "Sec-WebSocket-Protocol: v1.notify"));
            client.head();
            client.send(new byte[] {(byte) 0x81, 2, '{', '}'});
            assertThat(client.event()).isEqualTo("close 1002");

            assertText("broken-protocol", provider.result());
        }
    }

    @Test
    void what_was_not_played_is_said() throws Exception {
        MockOptions options = Feeds.PROMPT.toBuilder()
                .pushes(Pushes.WHEN_TOLD)
                .patience(Duration.ofMillis(100))
                .build();
        try (MockProvider provider = MockProvider.start(List.of(Feeds.feed()), options)) {
            provider.play("a notification", "an expired session");
            provider.inject(new Fault.Duplicate());
            JdkClient client = JdkClient.connect(provider.getUrl(), "/notifications", "v1.notify");
            while (provider.connections().get(0).faults().isEmpty()) {
                // it is noted by the thread that sends, and its line comes first only if it is there first
                Thread.onSpinWait();
            }
            client.send(SUBSCRIBE);
            provider.awaitReceived("a notification", Feeds.LONG);

            assertText("not-played", provider.result());
        }
    }

    private static void assertText(String name, MockResult result) throws IOException {
        String text = result.text()
                .replaceAll(" +[0-9.]+ (ms|s)\\b", " N ms")
                .replaceAll("127\\.0\\.0\\.1:\\d+", "127.0.0.1:PORT")
                .replaceAll("wspact-\\d+", "wspact-N");
        Path file = GOLDEN.resolve(name + ".txt");
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(file, text);
        }
        assertThat(result.isProven()).isFalse();
        assertThat(text).as("%s, written by -Dgolden.update=true", file).isEqualTo(Files.readString(file));
    }
}
