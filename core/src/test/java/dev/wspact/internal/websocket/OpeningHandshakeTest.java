package dev.wspact.internal.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wspact.wire.OpeningHandshake;
import dev.wspact.wire.Script;
import dev.wspact.wire.ScriptedServer;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.Arguments.ArgumentSet;
import org.junit.jupiter.params.provider.MethodSource;

/** What is sent to open a connection, and what is made of the answers that a server may give. */
@Timeout(60)
class OpeningHandshakeTest {
    private static final Script REFUSES_AND_HOLDS = client -> {
        client.refuse(503, List.of(), "");
        client.holdSilently();
    };

    private final BlockingQueue<OpeningHandshake> requests = new LinkedBlockingQueue<>();
    private final Client client = new Client();

    @AfterEach
    void no_thread_is_left() {
        client.close();
    }

    @Test
    void asks_as_the_rfc_says_and_offers_no_extension() throws Exception {
        OpeningHandshake request = requestOf(uri -> Client.offering(uri, "v2", "v1"), "/a%20b?x=1&y=%C3%A9");

        assertThat(request.line()).isEqualTo("GET /a%20b?x=1&y=%C3%A9 HTTP/1.1");
        assertThat(request.header("Host")).matches("localhost:\\d+");
        assertThat(request.header("Upgrade")).isEqualTo("websocket");
        assertThat(request.header("Connection")).isEqualTo("Upgrade");
        assertThat(request.header("Sec-WebSocket-Version")).isEqualTo("13");
        assertThat(request.header("Sec-WebSocket-Protocol")).isEqualTo("v2, v1");
        assertThat(request.headers().values("Sec-WebSocket-Extensions")).isEmpty();
        assertThat(request.headers().values("Origin")).isEmpty();
        assertThat(request.headers().values("Authorization")).isEmpty();
    }

    @Test
    void sends_every_value_of_a_header_field_and_overrides_host_and_origin() throws Exception {
        Map<String, List<String>> headers = Map.of(
                "X-Tenant", List.of("t1", "t2, t3"), "Host", List.of("shop.example"), "Origin", List.of("https://a.b"));

        OpeningHandshake request = requestOf(uri -> Client.with(uri, headers), "");

        assertThat(request.target()).isEqualTo("/");
        assertThat(request.headers().values("X-Tenant")).containsExactly("t1", "t2, t3");
        assertThat(request.header("Host")).isEqualTo("shop.example");
        assertThat(request.header("Origin")).isEqualTo("https://a.b");
    }

    @Test
    void sends_the_user_info_of_the_url_as_basic_authentication() throws Exception {
        OpeningHandshake request = requestOf(
                uri -> Client.request(
                        URI.create(uri.toString().replace("localhost", "Aladdin:open%20sesame@localhost"))),
                "/");

        assertThat(request.header("Authorization")).isEqualTo("Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==");
        assertThat(request.header("Host")).doesNotContain("@");
    }

    @Test
    void a_header_field_goes_before_the_user_info_of_the_url() throws Exception {
        OpeningHandshake request = requestOf(
                uri -> Client.with(
                        URI.create(uri.toString().replace("localhost", "a:b@localhost")),
                        Map.of("Authorization", List.of("Bearer t"))),
                "/");

        assertThat(request.header("Authorization")).isEqualTo("Bearer t");
    }

    private static List<Arguments> unsendable() {
        return List.of(
                Arguments.of("X-A", "b\r\nX-Evil: 1", "a line break or another control character in its value"),
                Arguments.of("X-A", "b\nX-Evil: 1", "a line break or another control character in its value"),
                Arguments.of("X-A", "b\0", "a line break or another control character in its value"),
                Arguments.of("X-A\r\nX-Evil", "b", "is no name of a header field"),
                Arguments.of("X A", "b", "is no name of a header field"),
                Arguments.of("", "b", "is no name of a header field"),
                Arguments.of("sec-websocket-key", "b", "is part of the opening handshake itself"),
                Arguments.of("Sec-WebSocket-Protocol", "b", "is part of the opening handshake itself"),
                Arguments.of("Upgrade", "h2c", "is part of the opening handshake itself"));
    }

    @ParameterizedTest
    @MethodSource("unsendable")
    void header_fields_that_would_change_the_request_are_not_sent(String name, String value, String problem)
            throws Exception {
        try (ScriptedServer server = ScriptedServer.start(REFUSES_AND_HOLDS)) {
            ConnectOutcome outcome = client.connect(Client.with(server.uri("/"), Map.of(name, List.of(value))));

            assertThat(outcome).isInstanceOfSatisfying(ConnectOutcome.Unreachable.class, unreachable -> {
                assertThat(unreachable.problem()).contains(problem);
                assertThat(unreachable.remedy()).isNotBlank();
                assertThat(unreachable.retryable()).isFalse();
            });
            assertThat(server.connections()).isZero();
        }
    }

    private static List<ArgumentSet> refusals() {
        return List.of(
                refusal("200", 200, List.of("Content-Type: text/html")),
                refusal("302, not followed", 302, List.of("Location: ws://localhost:1/")),
                refusal("400", 400, List.of()),
                refusal("401 with a scheme that Tyrus knows", 401, List.of("WWW-Authenticate: Basic realm=\"a, b\"")),
                refusal("401 with a scheme of its own", 401, List.of("WWW-Authenticate: Own x=1")),
                refusal("401 without WWW-Authenticate", 401, List.of()),
                refusal("403", 403, List.of()),
                refusal("404", 404, List.of("X-Why: no such path")),
                refusal("426", 426, List.of("Sec-WebSocket-Version: 8, 7")),
                refusal("500", 500, List.of()),
                refusal("503 that asks for a day", 503, List.of("Retry-After: 86400")));
    }

    private static ArgumentSet refusal(String name, int status, List<String> lines) {
        return Arguments.argumentSet(name, status, lines);
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void another_status_than_101_is_a_refusal_with_status_and_headers(int status, List<String> lines) throws Exception {
        try (ScriptedServer server = ScriptedServer.start(peer -> {
            peer.refuse(status, lines, "<html>no</html>");
            peer.holdSilently();
        })) {
            ConnectOutcome outcome = client.connect(Client.request(server.uri("/")));

            assertThat(outcome).isInstanceOfSatisfying(ConnectOutcome.Refused.class, refused -> {
                assertThat(refused.response().status()).isEqualTo(status);
                for (String line : lines) {
                    String[] field = line.split(": ", 2);
                    assertThat(refused.response().headers().values(field[0])).containsExactly(field[1]);
                }
            });
            assertThat(server.awaitNoConnection(Client.LONG)).isTrue();
        }
    }

    private static List<ArgumentSet> unsoundAnswers() {
        String key = "Sec-WebSocket-Accept: {accept}";
        return List.of(
                unsound("no Upgrade", "Upgrade", "websocket", "none", "Connection: Upgrade", key),
                unsound("other Upgrade", "Upgrade", "websocket", "h2c", "Upgrade: h2c", "Connection: Upgrade", key),
                unsound("no Connection", "Connection", "Upgrade", "none", "Upgrade: websocket", key),
                unsound(
                        "Connection without Upgrade",
                        "Connection",
                        "Upgrade",
                        "keep-alive, not-upgrade",
                        "Upgrade: websocket",
                        "Connection: keep-alive, not-upgrade",
                        key),
                unsound(
                        "no Sec-WebSocket-Accept",
                        "Sec-WebSocket-Accept",
                        "{accept}",
                        "none",
                        "Upgrade: websocket",
                        "Connection: Upgrade"),
                unsound(
                        "wrong Sec-WebSocket-Accept",
                        "Sec-WebSocket-Accept",
                        "{accept}",
                        "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=",
                        "Upgrade: websocket",
                        "Connection: Upgrade",
                        "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo="),
                unsound(
                        "two Sec-WebSocket-Accept, the first right",
                        "Sec-WebSocket-Accept",
                        "{accept}",
                        "{accept}, wrong",
                        "Upgrade: websocket",
                        "Connection: Upgrade",
                        key,
                        "Sec-WebSocket-Accept: wrong"),
                unsound(
                        "an extension nobody offered",
                        "Sec-WebSocket-Extensions",
                        "none, since none was offered",
                        "permessage-deflate",
                        "Upgrade: websocket",
                        "Connection: Upgrade",
                        key,
                        "Sec-WebSocket-Extensions: permessage-deflate"),
                unsound(
                        "a subprotocol that was not offered",
                        "Sec-WebSocket-Protocol",
                        "one of v1, v2",
                        "v3",
                        "Upgrade: websocket",
                        "Connection: Upgrade",
                        key,
                        "Sec-WebSocket-Protocol: v3"),
                unsound(
                        "two subprotocols",
                        "Sec-WebSocket-Protocol",
                        "one of v1, v2",
                        "v1, v2",
                        "Upgrade: websocket",
                        "Connection: Upgrade",
                        key,
                        "Sec-WebSocket-Protocol: v1, v2"),
                unsound(
                        "no subprotocol",
                        "Sec-WebSocket-Protocol",
                        "one of v1, v2",
                        "none",
                        "Upgrade: websocket",
                        "Connection: Upgrade",
                        key));
    }

    private static ArgumentSet unsound(String name, String rule, String expected, String actual, String... lines) {
        return Arguments.argumentSet(name, rule, expected, actual, List.of(lines));
    }

    @ParameterizedTest
    @MethodSource("unsoundAnswers")
    void a_101_that_breaks_the_rfc_is_unsound(String rule, String expected, String actual, List<String> lines)
            throws Exception {
        try (ScriptedServer server = ScriptedServer.start(peer -> {
            requests.add(peer.request());
            peer.raw("HTTP/1.1 101 Switching Protocols\r\n" + filled(String.join("\r\n", lines), peer.request())
                    + "\r\n\r\n");
            peer.holdSilently();
        })) {
            ConnectOutcome outcome = client.connect(Client.offering(server.uri("/"), "v1", "v2"));

            OpeningHandshake request = requests.remove();
            assertThat(outcome).isInstanceOfSatisfying(ConnectOutcome.Unsound.class, unsound -> {
                assertThat(unsound.rule()).isEqualTo(rule);
                assertThat(unsound.expected()).isEqualTo(filled(expected, request));
                assertThat(unsound.actual()).isEqualTo(filled(actual, request));
                assertThat(unsound.response().status()).isEqualTo(101);
            });
            assertThat(server.awaitNoConnection(Client.LONG)).isTrue();
        }
    }

    @Test
    void a_subprotocol_is_unsound_if_none_was_offered() throws Exception {
        try (ScriptedServer server = ScriptedServer.start(peer -> {
            peer.accept("Sec-WebSocket-Protocol: v1");
            peer.holdSilently();
        })) {
            assertThat(client.connect(Client.request(server.uri("/"))))
                    .isInstanceOfSatisfying(ConnectOutcome.Unsound.class, unsound -> assertThat(unsound.actual())
                            .isEqualTo("v1"));
        }
    }

    private static List<ArgumentSet> soundAnswers() {
        String end = "Sec-WebSocket-Accept: {accept}\r\n\r\n";
        return List.of(
                Arguments.argumentSet(
                        "Connection: keep-alive, Upgrade",
                        "HTTP/1.1 101 OK\r\nUpgrade: websocket\r\nConnection: keep-alive, Upgrade\r\n" + end),
                Arguments.argumentSet(
                        "two Connection fields",
                        "HTTP/1.1 101 OK\r\nUpgrade: websocket\r\nConnection: keep-alive\r\nConnection: upgrade\r\n"
                                + end),
                Arguments.argumentSet(
                        "other case, spaces and no reason phrase",
                        "HTTP/1.1 101\r\nupgrade:WebSocket \r\nCONNECTION:  UPGRADE\r\n" + end),
                Arguments.argumentSet(
                        "line feeds only",
                        "HTTP/1.1 101 OK\nUpgrade: websocket\nConnection: Upgrade\n" + end.replace("\r", "")),
                Arguments.argumentSet(
                        "an interim answer before",
                        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"
                                + "HTTP/1.1 101 OK\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n" + end));
    }

    @ParameterizedTest
    @MethodSource("soundAnswers")
    void a_sound_101_opens_whatever_its_spelling(String answer) throws Exception {
        try (ScriptedServer server = ScriptedServer.start(peer -> {
            peer.raw(filled(answer, peer.request())).text("hello");
            peer.closeWhenAsked();
        })) {
            try (Session session = client.open(server.uri("/"))) {
                assertThat(session.handshake().accepted()).isTrue();
                assertThat(Client.nextPayload(session)).hasToString("hello");
            }
            assertThat(server.awaitNoConnection(Client.LONG)).isTrue();
        }
    }

    private static String filled(String text, OpeningHandshake request) {
        return text.replace("{accept}", request.acceptValue());
    }

    private OpeningHandshake requestOf(java.util.function.Function<URI, ConnectRequest> connect, String path)
            throws Exception {
        try (ScriptedServer server = ScriptedServer.start(peer -> {
            requests.add(peer.request());
            REFUSES_AND_HOLDS.play(peer);
        })) {
            assertThat(client.connect(connect.apply(server.uri(path)))).isInstanceOf(ConnectOutcome.Refused.class);
            OpeningHandshake request = requests.poll(Client.LONG.toSeconds(), TimeUnit.SECONDS);
            assertThat(request).isNotNull();
            return request;
        }
    }
}
