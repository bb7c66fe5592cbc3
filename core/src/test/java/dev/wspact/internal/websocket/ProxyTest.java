package dev.wspact.internal.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wspact.internal.redaction.Secrets;
import dev.wspact.message.Headers;
import dev.wspact.verification.HttpProxy;
import dev.wspact.verification.Limits;
import dev.wspact.verification.Tls;
import dev.wspact.wire.OpeningHandshake;
import dev.wspact.wire.Script;
import dev.wspact.wire.ScriptedServer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Connections through an HTTP proxy. */
@Timeout(60)
class ProxyTest {
    private static final Script SAYING_HELLO =
            peer -> peer.accept().text("hello").closeWhenAsked();

    private final BlockingQueue<OpeningHandshake> asked = new LinkedBlockingQueue<>();
    private final Client client = new Client();

    @TempDir
    private Path directory;

    @AfterEach
    void no_thread_is_left() {
        client.close();
    }

    private static ConnectRequest through(
            ScriptedServer proxy, HttpProxy.@Nullable Credentials credentials, URI url, Tls tls) {
        var way = new HttpProxy("localhost", proxy.port(), credentials, List.of("direct.*"));
        return new ConnectRequest(
                url, Headers.NONE, List.of(), new Route(tls, way, false, Secrets.BUILT_IN), Limits.DEFAULT, false);
    }

    /** A proxy that knows every name as this port of the loopback. */
    private Script tunnel(int port) {
        return peer -> {
            asked.add(peer.request());
            peer.raw("HTTP/1.1 200 Connection established\r\nVia: 1.1 proxy\r\n\r\n")
                    .tunnelTo(port);
        };
    }

    private static Script refusal(int status, String... headers) {
        return peer -> {
            peer.refuse(status, List.of(headers), "no");
            peer.holdSilently();
        };
    }

    @Test
    void the_proxy_is_asked_for_a_tunnel_and_finds_the_server_by_itself() throws Exception {
        try (ScriptedServer server = ScriptedServer.start(SAYING_HELLO);
                ScriptedServer proxy = ScriptedServer.start(tunnel(server.port()))) {
            URI url = URI.create("ws://no-such-host.invalid/feed");

            try (Session session = client.open(
                    through(proxy, new HttpProxy.Credentials("Aladdin", "open sesame"), url, Tls.DEFAULT))) {
                assertThat(Client.nextPayload(session)).hasToString("hello");
            }

            OpeningHandshake request = asked.remove();
            assertThat(request.line()).isEqualTo("CONNECT no-such-host.invalid:80 HTTP/1.1");
            assertThat(request.header("Host")).isEqualTo("no-such-host.invalid:80");
            assertThat(request.header("Proxy-Authorization")).isEqualTo("Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==");
            assertThat(proxy.awaitNoConnection(Client.LONG)).isTrue();
        }
    }

    @Test
    void tls_goes_through_the_tunnel() throws Exception {
        try (ScriptedServer server = ScriptedServer.startTls(SAYING_HELLO);
                ScriptedServer proxy = ScriptedServer.start(tunnel(server.port()))) {
            Tls tls = new Tls(ScriptedServer.trustStore(directory), ScriptedServer.PASSWORD);

            try (Session session = client.open(through(proxy, null, server.uri("/"), tls))) {
                assertThat(Client.nextPayload(session)).hasToString("hello");
            }

            OpeningHandshake request = asked.remove();
            assertThat(request.target()).isEqualTo("localhost:" + server.port());
            assertThat(request.headers().values("Proxy-Authorization")).isEmpty();
            assertThat(proxy.awaitNoConnection(Client.LONG)).isTrue();
        }
    }

    @Test
    void an_answer_of_the_server_behind_the_tunnel_is_its_own() throws Exception {
        try (ScriptedServer server = ScriptedServer.start(refusal(407));
                ScriptedServer proxy = ScriptedServer.start(tunnel(server.port()))) {
            assertThat(client.connect(through(proxy, null, server.uri("/"), Tls.DEFAULT)))
                    .isInstanceOfSatisfying(
                            ConnectOutcome.Refused.class,
                            refused -> assertThat(refused.response().status()).isEqualTo(407));
        }
    }

    @Test
    void hosts_without_a_proxy_are_reached_directly() throws Exception {
        try (ScriptedServer server = ScriptedServer.start(SAYING_HELLO)) {
            var nobody = new HttpProxy("localhost", ScriptedServer.unusedPort(), null, List.of("LOCAL*", "*.test"));
            var route = new Route(Tls.DEFAULT, nobody, false, Secrets.BUILT_IN);

            try (Session session = client.open(
                    new ConnectRequest(server.uri("/"), Headers.NONE, List.of(), route, Limits.DEFAULT, false))) {
                assertThat(Client.nextPayload(session)).hasToString("hello");
            }
            assertThat(List.of("a.test", "A.B.TEST", "localhost")).noneMatch(nobody::covers);
            assertThat(List.of("test", "a.test.example", "mylocalhost")).allMatch(nobody::covers);
        }
    }

    private static List<Arguments> refusals() {
        Script dropping = peer -> {
            peer.request();
            peer.drop();
        };
        Script noHttp = peer -> {
            peer.request();
            peer.raw("SSH-2.0-OpenSSH_9.6\r\n");
            peer.holdSilently();
        };
        Script noServer = peer -> {
            peer.request();
            peer.raw("HTTP/1.1 200 OK\r\n\r\n").drop();
        };
        return List.of(
                Arguments.of(
                        refusal(407, "Proxy-Authenticate: Basic realm=\"p\""),
                        "answered 407 (Proxy-Authenticate: Basic realm=\"p\")",
                        "Give the proxy credentials",
                        false),
                Arguments.of(refusal(403), "answered 403", "Have the proxy allow CONNECT", false),
                Arguments.of(refusal(502), "answered 502", "Start the provider", true),
                Arguments.of(refusal(504), "answered 504", "the proxy can reach it", true),
                Arguments.of(noServer, "ended the connection before it had answered", "See the provider's log", false),
                Arguments.of(
                        dropping, "ended the connection before it had opened a tunnel", "Check wspact.proxy", false),
                Arguments.of(noHttp, "does not answer as an HTTP proxy", "Check wspact.proxy", false));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void what_the_proxy_refuses_is_told_as_its_own(Script script, String problem, String remedy, boolean retryable)
            throws Exception {
        try (ScriptedServer proxy = ScriptedServer.start(script)) {
            assertThat(client.connect(through(proxy, null, URI.create("ws://feed.test:81/"), Tls.DEFAULT)))
                    .isInstanceOfSatisfying(ConnectOutcome.Unreachable.class, unreachable -> {
                        assertThat(unreachable.problem()).contains(problem);
                        assertThat(unreachable.remedy()).contains(remedy);
                        assertThat(unreachable.retryable()).isEqualTo(retryable);
                    });
            assertThat(proxy.awaitNoConnection(Client.LONG)).isTrue();
        }
    }

    @Test
    void credentials_that_the_proxy_does_not_like_are_not_shown() throws Exception {
        try (ScriptedServer proxy = ScriptedServer.start(refusal(407))) {
            var credentials = new HttpProxy.Credentials("me", "hunter2");

            assertThat(client.connect(through(proxy, credentials, URI.create("ws://feed.test/"), Tls.DEFAULT)))
                    .isInstanceOfSatisfying(ConnectOutcome.Unreachable.class, unreachable -> {
                        assertThat(unreachable.remedy()).contains("Check the user and the password");
                        assertThat(unreachable.toString()).doesNotContain("hunter2");
                    });
            assertThat(credentials.toString()).doesNotContain("hunter2");
        }
    }

    @Test
    void a_proxy_that_is_not_there_or_stays_silent_is_told() throws Exception {
        URI url = URI.create("ws://feed.test/");
        try (ScriptedServer proxy = ScriptedServer.start(peer -> peer.holdSilently())) {
            assertThat(client.connect(through(proxy, null, url, Tls.DEFAULT), Duration.ofMillis(500)))
                    .isInstanceOfSatisfying(ConnectOutcome.Unreachable.class, unreachable -> assertThat(
                                    unreachable.problem())
                            .startsWith("the proxy localhost:" + proxy.port() + " opened no tunnel to feed.test:80"));
        }
        var nobody = new HttpProxy("localhost", ScriptedServer.unusedPort(), null, List.of());
        var lost = new HttpProxy("no-such-host.invalid", 80, null, List.of());
        assertThat(List.of(problem(url, nobody), problem(url, lost)))
                .satisfiesExactly(
                        text -> assertThat(text).startsWith("nothing listens on the proxy localhost:"),
                        text -> assertThat(text)
                                .startsWith("the host of the proxy no-such-host.invalid:80 is unknown"));
    }

    private String problem(URI url, HttpProxy proxy) throws InterruptedException {
        var route = new Route(Tls.DEFAULT, proxy, false, Secrets.BUILT_IN);
        ConnectOutcome outcome =
                client.connect(new ConnectRequest(url, Headers.NONE, List.of(), route, Limits.DEFAULT, false));
        assertThat(outcome).isInstanceOf(ConnectOutcome.Unreachable.class);
        assertThat(((ConnectOutcome.Unreachable) outcome).remedy()).contains("wspact.proxy");
        return ((ConnectOutcome.Unreachable) outcome).problem();
    }
}
