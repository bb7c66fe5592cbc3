package dev.wspact.internal.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wspact.message.Headers;
import dev.wspact.verification.Limits;
import dev.wspact.verification.Tls;
import dev.wspact.wire.Connection;
import dev.wspact.wire.Script;
import dev.wspact.wire.ScriptedServer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.Arguments.ArgumentSet;
import org.junit.jupiter.params.provider.MethodSource;

/** Servers that give no answer to the opening handshake, or none that is one. None of them costs more than the deadline. */
@Timeout(60)
class HostileHandshakeTest {
    /** What a verification may be late (and the slack that its users are promised). */
    private static final Duration SLACK = Duration.ofSeconds(1);

    private static final Duration TIMEOUT = Duration.ofMillis(500);

    private final Client client = new Client();

    @AfterEach
    void no_thread_is_left() {
        client.close();
    }

    private static List<ArgumentSet> ends() {
        return List.of(
                hostile("FIN at once", Connection::drop, "ended the connection before it had answered"),
                hostile("RST at once", Connection::reset, "ended the connection before it had answered"),
                hostile("FIN after the request", afterRequest(Connection::drop), "ended the connection before"),
                hostile("RST after the request", afterRequest(Connection::reset), "ended the connection before"),
                hostile("FIN in the head", afterRequest(peer -> peer.raw("HTTP/1.1 101 Sw")), "ended the connection"),
                hostile(
                        "FIN after the headers",
                        afterRequest(peer -> peer.raw("HTTP/1.1 101 OK\r\nUpgrade: websocket\r\n")),
                        "ended the connection"),
                hostile(
                        "another protocol's greeting",
                        peer -> {
                            peer.raw("220 mail.example ESMTP\r\n");
                            peer.holdSilently();
                        },
                        "the answer is not HTTP but begins with \"220 m\""),
                hostile(
                        "binary garbage",
                        peer -> peer.raw(new byte[] {0, 1, 2, 3, 4, 5}),
                        "\"\\x00\\x01\\x02\\x03\\x04\""),
                hostile("an empty line", afterRequest(peer -> peer.raw("\r\n\r\n")), "has no HTTP status line"),
                hostile(
                        "HTTP 1.1 without a status",
                        afterRequest(peer -> peer.raw("HTTP/1.1 OK\r\n\r\n")),
                        "HTTP/1.1 OK"),
                hostile(
                        "a status of letters",
                        afterRequest(peer -> peer.raw("HTTP/1.1 1O1 x\r\n\r\n")),
                        "HTTP/1.1 1O1 x"),
                hostile(
                        "a header line without a name",
                        afterRequest(peer -> peer.raw("HTTP/1.1 101 OK\r\nnonsense\r\n\r\n")),
                        "a header line without a name: \"nonsense\""),
                hostile("endless header lines", endless("HTTP/1.1 101 OK\r\n", "X-A: b\r\n"), "larger than 64 KiB"),
                hostile("one endless line", endless("HTTP/1.1 101 ", "OK"), "larger than 64 KiB"),
                hostile("endless interim answers", endless("", "HTTP/1.1 100 Continue\r\n\r\n"), "larger than 64 KiB"));
    }

    @ParameterizedTest
    @MethodSource("ends")
    void ends_long_before_the_deadline(Script script, String problem) throws Exception {
        try (ScriptedServer server = ScriptedServer.start(script)) {
            long begin = System.nanoTime();
            ConnectOutcome outcome = client.connect(Client.request(server.uri("/")));

            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Client.LONG.dividedBy(2));
            assertThat(unreachable(outcome).problem()).contains(problem, "localhost:" + server.port());
            assertThat(unreachable(outcome).retryable()).isFalse();
            assertThat(server.awaitNoConnection(Client.LONG)).isTrue();
        }
    }

    private static List<ArgumentSet> waits() {
        return List.of(
                hostile("silence", Connection::holdSilently, "did not answer the opening handshake within 500 ms"),
                hostile(
                        "half a head, then silence",
                        afterRequest(peer -> {
                            peer.raw("HTTP/1.1 101 OK\r\n");
                            peer.holdSilently();
                        }),
                        "did not answer the opening handshake within 500 ms"),
                hostile(
                        "one octet at a time",
                        afterRequest(peer -> {
                            CountDownLatch never = new CountDownLatch(1);
                            peer.raw("HTTP/1.1 101 ");
                            peer.untilGone(gone -> {
                                assertThat(never.await(50, TimeUnit.MILLISECONDS))
                                        .isFalse();
                                gone.raw("x");
                            });
                        }),
                        "did not answer the opening handshake within 500 ms"));
    }

    @ParameterizedTest
    @MethodSource("waits")
    void ends_at_the_deadline(Script script, String problem) throws Exception {
        try (ScriptedServer server = ScriptedServer.start(script)) {
            long begin = System.nanoTime();
            ConnectOutcome outcome = client.connect(Client.request(server.uri("/")), TIMEOUT);

            assertThat(Duration.ofNanos(System.nanoTime() - begin))
                    .isBetween(TIMEOUT.minusMillis(20), TIMEOUT.plus(SLACK));
            assertThat(unreachable(outcome).problem()).contains(problem);
            assertThat(server.awaitNoConnection(Client.LONG)).isTrue();
        }
    }

    @Test
    void the_limit_on_the_handshake_ends_it_before_the_deadline() throws Exception {
        try (ScriptedServer server = ScriptedServer.start(Connection::holdSilently)) {
            Limits limits = Limits.builder().handshakeTime(TIMEOUT).build();
            ConnectOutcome outcome =
                    client.connect(new ConnectRequest(server.uri("/"), Headers.NONE, List.of(), Tls.DEFAULT, limits));

            assertThat(unreachable(outcome).problem()).contains("within 500 ms");
            assertThat(unreachable(outcome).remedy()).contains("handshakeTime");
        }
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "elsewhere a full backlog refuses instead of keeping quiet")
    void a_server_whose_backlog_is_full_ends_at_the_deadline() throws Exception {
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket first = new Socket(full.getInetAddress(), full.getLocalPort());
                Socket second = new Socket(full.getInetAddress(), full.getLocalPort())) {
            assertThat(first.isConnected() && second.isConnected()).isTrue();
            long begin = System.nanoTime();
            ConnectOutcome outcome =
                    client.connect(Client.request(URI.create("ws://localhost:" + full.getLocalPort())), TIMEOUT);

            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(TIMEOUT.plus(SLACK));
            assertThat(unreachable(outcome).problem()).contains("within 500 ms");
        }
    }

    @Test
    void a_refused_port_may_be_tried_again() throws Exception {
        int port = ScriptedServer.unusedPort();
        ConnectOutcome outcome = client.connect(Client.request(URI.create("ws://localhost:" + port + "/")));

        assertThat(unreachable(outcome).problem()).startsWith("nothing listens on localhost:" + port);
        assertThat(unreachable(outcome).remedy()).contains("wspact.waitFor");
        assertThat(unreachable(outcome).retryable()).isTrue();
    }

    @Test
    void an_unknown_host_is_named() throws Exception {
        ConnectOutcome outcome = client.connect(Client.request(URI.create("ws://no-such-host.invalid:1/")));

        assertThat(unreachable(outcome).problem()).isEqualTo("the host \"no-such-host.invalid\" is unknown");
        assertThat(unreachable(outcome).retryable()).isFalse();
    }

    @Test
    void texts_never_show_the_password_of_the_url() throws Exception {
        URI url = URI.create("ws://user:secret@localhost:" + ScriptedServer.unusedPort() + "/");

        assertThat(client.connect(Client.request(url)).toString()).doesNotContain("secret");
    }

    @Test
    void wss_to_a_plain_silent_port_ends_at_the_deadline() throws Exception {
        try (ScriptedServer server = ScriptedServer.start(Connection::holdSilently)) {
            ConnectOutcome outcome = client.connect(Client.request(wss(server)), TIMEOUT);

            assertThat(unreachable(outcome).problem()).contains("did not finish the TLS handshake within 500 ms");
            assertThat(unreachable(outcome).remedy()).contains("ws://");
            assertThat(server.awaitNoConnection(Client.LONG)).isTrue();
        }
    }

    @Test
    void wss_to_a_plain_http_port_says_so_at_once() throws Exception {
        try (ScriptedServer server = ScriptedServer.start(peer -> {
            peer.raw("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
            peer.holdSilently();
        })) {
            ConnectOutcome outcome = client.connect(Client.request(wss(server)));

            assertThat(unreachable(outcome).problem()).contains("does not speak TLS");
            assertThat(unreachable(outcome).remedy()).contains("ws://");
            assertThat(server.awaitNoConnection(Client.LONG)).isTrue();
        }
    }

    @Test
    void ws_to_a_tls_port_says_so_at_once() throws Exception {
        try (ScriptedServer server = ScriptedServer.startTls(Connection::holdSilently)) {
            URI plain = URI.create("ws://localhost:" + server.port() + "/");
            ConnectOutcome outcome = client.connect(Client.request(plain));

            assertThat(unreachable(outcome).problem()).contains("TLS alert");
            assertThat(unreachable(outcome).remedy()).isEqualTo("Use wss:// instead of ws://");
        }
    }

    @Test
    void a_self_signed_certificate_is_refused_and_the_trust_store_option_named() throws Exception {
        try (ScriptedServer server = ScriptedServer.startTls(Connection::holdSilently)) {
            ConnectOutcome outcome = client.connect(Client.request(server.uri("/")));

            assertThat(unreachable(outcome).problem()).contains("is not trusted");
            assertThat(unreachable(outcome).remedy()).contains("wspact.trustStore");
            assertThat(server.awaitNoConnection(Client.LONG)).isTrue();
        }
    }

    @Test
    void a_self_signed_certificate_is_accepted_from_the_trust_store(@TempDir Path directory) throws Exception {
        try (ScriptedServer server = ScriptedServer.startTls(peer -> {
            peer.accept().text("over TLS");
            peer.closeWhenAsked();
        })) {
            try (Session session = client.open(trusting(server.uri("/"), ScriptedServer.trustStore(directory)))) {
                assertThat(Client.nextPayload(session)).hasToString("over TLS");
            }
            assertThat(server.awaitNoConnection(Client.LONG)).isTrue();
        }
    }

    @Test
    void a_certificate_for_another_host_is_refused(@TempDir Path directory) throws Exception {
        try (ScriptedServer server = ScriptedServer.startTls(Connection::holdSilently)) {
            URI other = URI.create("wss://127.0.0.2:" + server.port() + "/");
            ConnectOutcome outcome = client.connect(trusting(other, ScriptedServer.trustStore(directory)));

            assertThat(unreachable(outcome).problem()).contains("127.0.0.2");
        }
    }

    @Test
    void a_trust_store_that_cannot_be_read_is_named(@TempDir Path directory) throws Exception {
        try (ScriptedServer server = ScriptedServer.startTls(Connection::holdSilently)) {
            Path missing = directory.resolve("missing.p12");
            Path broken = Files.writeString(directory.resolve("broken.p12"), "no key store");
            URI url = server.uri("/");

            assertThat(unreachable(client.connect(trusting(url, missing))).problem())
                    .isEqualTo("the trust store " + missing + " cannot be read: there is no such file");
            assertThat(unreachable(client.connect(trusting(url, broken))))
                    .satisfies(outcome -> assertThat(outcome.problem()).contains(broken.toString(), "cannot be read"))
                    .satisfies(outcome -> assertThat(outcome.remedy()).contains("wspact.trustStore"));
        }
    }

    @Test
    void an_interrupt_ends_the_wait() throws Exception {
        try (ScriptedServer server = ScriptedServer.start(Connection::holdSilently)) {
            Thread.currentThread().interrupt();

            assertThatThrownBy(() -> client.connect(Client.request(server.uri("/"))))
                    .isInstanceOf(InterruptedException.class);
            assertThat(server.awaitNoConnection(Client.LONG)).isTrue();
        }
    }

    private static ArgumentSet hostile(String name, Script script, String problem) {
        return Arguments.argumentSet(name, script, problem);
    }

    private static Script afterRequest(Script script) {
        return peer -> {
            peer.request();
            script.play(peer);
        };
    }

    private static Script endless(String begin, String more) {
        return afterRequest(peer -> {
            peer.raw(begin);
            peer.untilGone(again -> again.raw(more.repeat(100)));
        });
    }

    private static ConnectOutcome.Unreachable unreachable(ConnectOutcome outcome) {
        assertThat(outcome).isInstanceOf(ConnectOutcome.Unreachable.class);
        return (ConnectOutcome.Unreachable) outcome;
    }

    private static ConnectRequest trusting(URI url, Path trustStore) {
        Tls tls = new Tls(trustStore, ScriptedServer.PASSWORD);
        return new ConnectRequest(url, Headers.NONE, List.of(), tls, Limits.DEFAULT);
    }

    private static URI wss(ScriptedServer server) {
        return URI.create("wss://localhost:" + server.port() + "/");
    }
}
