package dev.wspact.internal.mock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wspact.MockProvider;
import dev.wspact.mock.MockOptions;
import dev.wspact.verification.Limits;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(120)
class HandshakeTest {
    private static final String CONTRACT =
            """
            {"type":"Asynchronous/Messages","description":"a tick","contents":{"content":{"tick":1},
             "contentType":"application/json","encoded":false},"comments":{"websocket":{"version":1,
             "channel":{"path":"/ticks","query":{"user":["42"]},"headers":{"X-Tenant":["t1"],"Authorization":["Bearer x"]},
             "subprotocols":["v2","v1"]}}}}""";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            /ticks?user=42 | t1 | v1     | Bearer y | 101 |
            /ticks?user=42 | t1 | v1, v2 | Bearer y | 101 |
            /t%69cks?user=42 | t1 | v2 | Bearer y | 101 |
            /tick?user=42  | t1 | v1     | Bearer y | 404 | path: expected /ticks, but was /tick
            /ticks         | t1 | v1     | Bearer y | 400 | query user: expected 42, but was none
            /ticks?user=42&token=s | t1 | v1 | Bearer y | 400 | query token: expected no such parameter, but was redacted
            /ticks?user=42 | t2 | v1     | Bearer y | 400 | header X-Tenant: expected t1, but was t2
            /ticks?user=42 | t1 | v1     |          | 400 | header Authorization: expected any value, but was none
            /ticks?user=42 | t1 | v3     | Bearer y | 400 | subprotocols: expected some of v2, v1, but was v3
            /ticks?user=42 | t1 | v1, v3 | Bearer y | 400 | subprotocols: expected some of v2, v1, but was v1, v3
            /ticks?user=42 | t1 |        | Bearer y | 400 | subprotocols: expected some of v2, v1, but was none
            """)
    void what_the_channel_declares_is_compared(
            String target, String tenant, String offered, String authorization, int status, String problem)
            throws Exception {
        try (MockProvider provider = Feeds.playing(Feeds.pact(CONTRACT));
                RawClient client = new RawClient(provider.getUrl())) {
            client.send(RawClient.handshake(
                    target,
                    "X-Tenant: " + tenant,
                    offered == null ? "X-None: 1" : "Sec-WebSocket-Protocol: " + offered,
                    authorization == null ? "X-No: 1" : "Authorization: " + authorization));

            assertThat(client.head()).startsWith("HTTP/1.1 " + status + " ");
            if (problem != null) {
                assertThat(client.rest())
                        .startsWith("The contract of ui with feed does not allow this opening handshake.\n  " + problem)
                        .contains("What to do: let the client connect as the contract says, or correct the channel in"
                                + " feed.json");
                assertThat(provider.result().unexpected()).hasSize(1);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            GET /any HTTP/1.1~Host: x~~                                              | 426 | This is a WebSocket server
            GET /any HTTP/1.1~Upgrade: websocket~Sec-WebSocket-Version: 12~~         | 426 | Sec-WebSocket-Version is not 13
            POST /any HTTP/1.1~Upgrade: websocket~Sec-WebSocket-Version: 13~~        | 400 | the method is not GET
            GET /any HTTP/1.1~Upgrade: websocket~Sec-WebSocket-Version: 13~~         | 400 | there is no Connection: Upgrade
            GET /any HTTP/1.1~Upgrade: websocket~Connection: Upgrade~Sec-WebSocket-Version: 13~Sec-WebSocket-Key: AA==~~ | 400 | Sec-WebSocket-Key is not 16 bytes in base64
            nonsense~~                                                               | 400 | the request does not begin with a line such as GET
            GET / HTTP/1.1~without a colon~~                                         | 400 | the request has a header line without a name
            """)
    void what_is_no_sound_handshake_is_refused(String request, int status, String problem) throws Exception {
        try (MockProvider provider = Feeds.playing(Feeds.greeting());
                RawClient client = new RawClient(provider.getUrl())) {
            client.send(request.replace("~", "\r\n"));

            assertThat(client.head()).startsWith("HTTP/1.1 " + status + " ");
            assertThat(client.rest()).contains(problem);
        }
    }

    @Test
    void a_head_without_end_is_refused() throws Exception {
        MockOptions options = Feeds.PROMPT.toBuilder()
                .limits(Limits.builder().handshakeBytes(1000).build())
                .build();
        try (MockProvider provider = MockProvider.start(List.of(Feeds.greeting()), options);
                RawClient client = new RawClient(provider.getUrl())) {
            client.send("GET / HTTP/1.1\r\nX: " + "x".repeat(1000 - 19));

            assertThat(client.head()).startsWith("HTTP/1.1 400 ");
            assertThat(client.rest()).contains("larger than 1000 bytes (limit handshakeBytes)");
        }
    }

    @Test
    void there_is_room_for_so_many_connections() throws Exception {
        MockOptions options = Feeds.PROMPT.toBuilder().connections(1).build();
        try (MockProvider provider = MockProvider.start(List.of(Feeds.greeting()), options)) {
            JdkClient.connect(provider.getUrl(), "/greetings").text();

            assertThat(JdkClient.refusal(provider.getUrl(), "/greetings")).isEqualTo(503);
        }
    }
}
