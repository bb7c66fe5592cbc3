package dev.wspact.internal.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wspact.internal.redaction.Secrets;
import dev.wspact.internal.time.Deadline;
import dev.wspact.message.CloseStatus;
import dev.wspact.message.Headers;
import dev.wspact.message.Payload;
import dev.wspact.verification.HttpProxy;
import dev.wspact.verification.KeyStoreFile;
import dev.wspact.verification.Limits;
import dev.wspact.verification.Tls;
import dev.wspact.wire.ScriptedServer;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class TlsSessionTest {
    private final Client client = new Client();

    @TempDir
    private Path directory;

    @AfterEach
    void no_thread_is_left() {
        client.close();
    }

    private Session open(ScriptedServer server) throws Exception {
        Tls trusting = new Tls(ScriptedServer.trustStore(directory), ScriptedServer.PASSWORD);
        return client.open(new ConnectRequest(server.uri("/"), Headers.NONE, List.of(), trusting, Limits.DEFAULT));
    }

    private ConnectRequest request(ScriptedServer server, Tls tls) {
        return new ConnectRequest(server.uri("/"), Headers.NONE, List.of(), tls, Limits.DEFAULT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PKCS12", "JKS"})
    void a_certificate_of_the_client_is_shown_to_a_server_that_asks(String type) throws Exception {
        var trusted = new KeyStoreFile(ScriptedServer.trustStore(directory), ScriptedServer.PASSWORD);
        var keys = new KeyStoreFile(ScriptedServer.keyStore(directory, type), ScriptedServer.PASSWORD);
        try (ScriptedServer server = ScriptedServer.startMutualTls(
                        peer -> peer.accept().text("hello").closeWhenAsked());
                Session session = client.open(request(server, new Tls(trusted, keys, false)))) {
            assertThat(Client.nextPayload(session)).hasToString("hello");
        }
    }

    @Test
    void a_server_that_asks_for_a_certificate_in_vain_is_told_of() throws Exception {
        try (ScriptedServer server = ScriptedServer.startMutualTls(peer -> peer.accept())) {
            Tls tls = new Tls(ScriptedServer.trustStore(directory), ScriptedServer.PASSWORD);

            assertThat(client.connect(request(server, tls)))
                    .isInstanceOfSatisfying(ConnectOutcome.Unreachable.class, unreachable -> {
                        assertThat(unreachable.problem()).contains("wants a client certificate");
                        assertThat(unreachable.remedy()).contains("wspact.keyStore");
                    });
        }
    }

    @Test
    void a_certificate_that_is_not_trusted_counts_more_than_one_that_is_wanted() throws Exception {
        try (ScriptedServer server = ScriptedServer.startMutualTls(peer -> peer.accept())) {
            assertThat(client.connect(request(server, Tls.DEFAULT)))
                    .isInstanceOfSatisfying(
                            ConnectOutcome.Unreachable.class,
                            unreachable -> assertThat(unreachable.problem()).contains("is not trusted"));
        }
    }

    @Test
    void an_insecure_client_trusts_everyone_under_every_name() throws Exception {
        try (ScriptedServer server = ScriptedServer.startTls(
                        peer -> peer.accept().text("hello").closeWhenAsked());
                ScriptedServer proxy = ScriptedServer.start(peer -> {
                    peer.request();
                    peer.raw("HTTP/1.1 200 OK\r\n\r\n").tunnelTo(server.port());
                })) {
            Tls trusting = new Tls(ScriptedServer.trustStore(directory), ScriptedServer.PASSWORD);

            assertThat(client.connect(underAnotherName(proxy, trusting)))
                    .isInstanceOfSatisfying(
                            ConnectOutcome.Unreachable.class, unreachable -> assertThat(unreachable.problem())
                                    .startsWith("the certificate of other.test:443 does not fit"));
            try (Session session = client.open(underAnotherName(proxy, new Tls(null, null, true)))) {
                assertThat(Client.nextPayload(session)).hasToString("hello");
            }
        }
    }

    private static ConnectRequest underAnotherName(ScriptedServer proxy, Tls tls) {
        var route = new Route(tls, new HttpProxy("localhost", proxy.port(), null, List.of()), false, Secrets.BUILT_IN);
        return new ConnectRequest(
                URI.create("wss://other.test/"), Headers.NONE, List.of(), route, Limits.DEFAULT, false);
    }

    @Test
    void messages_of_many_records_go_both_ways() throws Exception {
        String large = "grüße ".repeat(500_000);
        try (ScriptedServer server = ScriptedServer.startTls(peer -> {
                    peer.accept();
                    Payload received = peer.nextMessage();
                    peer.text(received.toString()).text("small").text(large);
                    peer.closeWhenAsked();
                });
                Session session = open(server)) {
            session.send(new Payload.Text(large), Deadline.after(Client.LONG));

            assertThat(Client.nextPayload(session)).isEqualTo(new Payload.Text(large));
            assertThat(Client.nextPayload(session)).isEqualTo(new Payload.Text("small"));
            assertThat(Client.nextPayload(session)).isEqualTo(new Payload.Text(large));
        }
    }

    @Test
    void the_end_is_told_as_without_tls() throws Exception {
        try (ScriptedServer server = ScriptedServer.startTls(
                        peer -> peer.accept().close(4001, "expired").awaitClose());
                Session session = open(server)) {
            assertThat(Client.next(session))
                    .isInstanceOfSatisfying(SessionEvent.Closed.class, closed -> assertThat(closed.status())
                            .isEqualTo(new CloseStatus(4001, "expired")));
        }
        try (ScriptedServer server =
                        ScriptedServer.startTls(peer -> peer.accept().drop());
                Session session = open(server)) {
            assertThat(Client.next(session)).isInstanceOfSatisfying(SessionEvent.Closed.class, closed -> assertThat(
                            closed.status().code())
                    .isEqualTo(CloseStatus.ABNORMAL));
        }
    }
}
