package dev.wspact.internal.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wspact.internal.time.Deadline;
import dev.wspact.message.CloseStatus;
import dev.wspact.message.Headers;
import dev.wspact.message.Payload;
import dev.wspact.verification.Limits;
import dev.wspact.verification.Tls;
import dev.wspact.wire.ScriptedServer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

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
