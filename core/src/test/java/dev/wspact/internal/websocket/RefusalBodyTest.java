package dev.wspact.internal.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wspact.message.Payload;
import dev.wspact.message.ResponseBody;
import dev.wspact.wire.Script;
import dev.wspact.wire.ScriptedServer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.Arguments.ArgumentSet;
import org.junit.jupiter.params.provider.MethodSource;

/** The body of an answer that refuses the opening handshake: how much of it is read, and as what. */
@Timeout(60)
class RefusalBodyTest {
    private final Client client = new Client();

    @AfterEach
    void no_thread_is_left() {
        client.close();
    }

    private static ArgumentSet read(String name, Payload content, boolean whole, String... pieces) {
        return Arguments.argumentSet(name, content, whole, List.of(pieces));
    }

    private static Payload text(String text) {
        return new Payload.Text(text);
    }

    private static Payload bytes(String latin1) {
        return Payload.Binary.of(latin1.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static List<ArgumentSet> bodies() {
        return List.of(
                read("none", text(""), true, "Content-Length: 0\r\n\r\n"),
                read("with a length", text("no token"), true, "Content-Length: 8\r\n\r\nno token, and more"),
                read("in pieces", text("no token"), true, "Content-Length: 8\r\n\r", "\nno", " tok", "en"),
                read("until the end", text("no token"), true, "\r\nno", " token"),
                read("cut off before its length", text("no"), false, "Content-Length: 8\r\n\r\nno"),
                read("with two lengths, so until the end", text("no"), true, "Content-Length: 1, 2\r\n\r\nno"),
                read(
                        "in chunks, with extensions and trailers",
                        text("no token at all"),
                        true,
                        "Transfer-Encoding: chunked\r\n\r\n8;a=b\r\nno token\r\n",
                        "00",
                        "7\r\n at ",
                        "all\r",
                        "\n0\r\nX-Trailer: 1\r\n\r\n"),
                read("in chunks, the last missing", text("no"), false, "Transfer-Encoding: chunked\r\n\r\n2\r\nno\r\n"),
                read(
                        "in chunks that are none",
                        text("no"),
                        false,
                        "Transfer-Encoding: chunked\r\n\r\n2\r\nno\r\ntoken\r\n"),
                read("by another transfer coding", text("no"), true, "Transfer-Encoding: own\r\n\r\nno"),
                read("as UTF-8", text("grüße"), true, "Content-Type: text/plain; charset=utf-8\r\n\r\ngrÃ¼Ã\u009fe"),
                read("as UTF-8 that nobody names", text("ü"), true, "\r\nÃ¼"),
                read("as Latin-1", text("grüße"), true, "Content-Type: text/html;Charset=\"ISO-8859-1\"\r\n\r\ngrüße"),
                read("in an unknown charset", text("no"), true, "Content-Type: text/html;charset=own-1\r\n\r\nno"),
                read("that is no UTF-8", bytes("grüße"), true, "\r\ngrüße"),
                read("that is an image", bytes("\u0089PNG\r\n\u001a\n"), true, "\r\n\u0089PNG\r\n\u001a\n"),
                read("that is compressed", bytes("abc"), true, "Content-Encoding: gzip\r\n\r\nabc"),
                read("that stops inside a character", text("gr"), false, "Content-Length: 9\r\n\r\ngrÃ"));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void a_body_is_read_whatever_its_framing(Payload content, boolean whole, List<String> pieces) throws Exception {
        assertThat(bodyOf(peer -> {
                    peer.request();
                    peer.raw("HTTP/1.1 403 No\r\n");
                    for (String piece : pieces) {
                        peer.raw(piece);
                    }
                }))
                .isEqualTo(new ResponseBody(content, whole));
    }

    @Test
    void no_body_is_waited_for_where_there_can_be_none() throws Exception {
        ResponseBody body = bodyOf(peer -> {
            peer.request();
            peer.raw("HTTP/1.1 204 No Content\r\n\r\nnot a body");
            peer.holdSilently();
        });

        assertThat(body).isEqualTo(ResponseBody.NONE);
    }

    @Test
    void an_endless_body_is_read_up_to_64_kilobytes() throws Exception {
        ResponseBody body = bodyOf(peer -> {
            peer.request();
            peer.raw("HTTP/1.1 403 No\r\n\r\n");
            peer.untilGone(server -> server.raw("x".repeat(10_000)));
        });

        assertThat(body.whole()).isFalse();
        assertThat(body.content()).isEqualTo(text("x".repeat(64 << 10)));
    }

    @Test
    void a_body_of_64_kilobytes_is_whole() throws Exception {
        ResponseBody body = bodyOf(peer -> {
            peer.request();
            peer.raw("HTTP/1.1 403 No\r\nContent-Length: 65536\r\n\r\n" + "x".repeat(65_536));
            peer.holdSilently();
        });

        assertThat(body).isEqualTo(new ResponseBody(text("x".repeat(65_536)), true));
    }

    @Test
    void a_body_that_drips_delays_the_verdict_by_a_second_only() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        long start = System.nanoTime();
        ResponseBody body = bodyOf(peer -> {
            peer.request();
            peer.raw("HTTP/1.1 503 No\r\nContent-Length: 10000\r\n\r\n");
            peer.untilGone(server -> {
                server.raw("x");
                assertThat(never.await(20, TimeUnit.MILLISECONDS)).isFalse();
            });
        });

        assertThat(body.whole()).isFalse();
        assertThat(body.content().toString()).matches("x+");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void a_server_that_stops_in_the_middle_of_its_body_is_not_waited_for() throws Exception {
        try (ScriptedServer server = ScriptedServer.start(peer -> {
            peer.request();
            peer.raw("HTTP/1.1 503 No\r\nContent-Length: 10\r\n\r\nlater");
            peer.holdSilently();
        })) {
            ConnectOutcome outcome = client.connect(Client.request(server.uri("/")), Duration.ofSeconds(5));

            assertThat(outcome).isInstanceOfSatisfying(ConnectOutcome.Refused.class, refused -> assertThat(
                            refused.response().body())
                    .isEqualTo(new ResponseBody(text("later"), false)));
        }
    }

    private ResponseBody bodyOf(Script script) throws Exception {
        try (ScriptedServer server = ScriptedServer.start(script)) {
            ConnectOutcome outcome = client.connect(Client.request(server.uri("/")));

            assertThat(outcome).isInstanceOf(ConnectOutcome.Refused.class);
            assertThat(server.awaitNoConnection(Client.LONG)).isTrue();
            return ((ConnectOutcome.Refused) outcome).response().body();
        }
    }
}
