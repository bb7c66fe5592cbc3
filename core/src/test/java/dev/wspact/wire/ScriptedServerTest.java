package dev.wspact.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wspact.message.Payload;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ScriptedServerTest {
    private static final String HANDSHAKE =
            """
            GET /chat?a=b HTTP/1.1
            Host: localhost
            Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
            X-Two: 1
            X-Two: 2

            """
                    .replace("\n", "\r\n");

    @Test
    void accepts_with_the_answer_of_the_rfc_and_sends_frames_as_told() throws Exception {
        try (ScriptedServer server = ScriptedServer.start(client -> {
            assertThat(client.request().target()).isEqualTo("/chat?a=b");
            assertThat(client.request().headers().values("x-two")).containsExactly("1", "2");
            client.accept("X-More: yes").text("hé").fragments("a", "b", "c").close(4001, "bye");
        })) {
            String answer = talk(server, HANDSHAKE);

            assertThat(answer)
                    .startsWith("HTTP/1.1 101 ")
                    .contains("\r\nSec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n", "\r\nX-More: yes\r\n\r\n")
                    .endsWith("\u0081\u0003h\u00c3\u00a9" + "\u0001\u0001a\u0000\u0001b\u0080\u0001c"
                            + "\u0088\u0005\u000f\u00a1bye");
        }
    }

    @Test
    void refuses_with_status_headers_and_body() throws Exception {
        try (ScriptedServer server =
                ScriptedServer.start(client -> client.refuse(401, List.of("WWW-Authenticate: Basic"), "no"))) {
            assertThat(talk(server, HANDSHAKE))
                    .startsWith("HTTP/1.1 401 ")
                    .endsWith("WWW-Authenticate: Basic\r\nContent-Length: 2\r\n\r\nno");
        }
    }

    @Test
    void joins_what_the_client_sends_in_fragments() throws Exception {
        BlockingQueue<Payload> received = new LinkedBlockingQueue<>();
        try (ScriptedServer server = ScriptedServer.start(client -> {
                    client.accept();
                    received.add(client.nextMessage());
                });
                Socket socket = new Socket("localhost", server.port())) {
            socket.getOutputStream().write(HANDSHAKE.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().write(new byte[] {1, (byte) 0x82, 0, 0, 0, 0, 'a', 'b'});
            socket.getOutputStream().write(new byte[] {(byte) 0x80, (byte) 0x81, 1, 1, 1, 1, 'b'});

            assertThat(received.poll(30, TimeUnit.SECONDS)).isEqualTo(new Payload.Text("abc"));
        }
    }

    @Test
    void counts_open_connections() throws Exception {
        CountDownLatch played = new CountDownLatch(1);
        try (ScriptedServer server = ScriptedServer.start(client -> {
            played.countDown();
            client.holdSilently();
        })) {
            try (Socket socket = new Socket("localhost", server.port())) {
                assertThat(played.await(30, TimeUnit.SECONDS)).isTrue();
                assertThat(socket.isConnected()).isTrue();
                assertThat(server.openConnections()).isEqualTo(1);
                assertThat(server.awaitNoConnection(Duration.ofMillis(50))).isFalse();
            }
            assertThat(server.awaitNoConnection(Duration.ofSeconds(30))).isTrue();
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void a_script_that_fails_shows_when_the_server_is_closed() throws Exception {
        ScriptedServer server = ScriptedServer.start(client -> {
            client.request();
            throw new IllegalStateException("planted");
        });
        talk(server, HANDSHAKE);

        assertThatThrownBy(server::close).isInstanceOf(AssertionError.class).hasMessageContaining("planted");
    }

    @Test
    void a_script_that_is_still_waiting_when_the_server_is_closed_is_no_failure() throws Exception {
        ScriptedServer server = ScriptedServer.start(Connection::awaitClose);
        try (Socket socket = new Socket("localhost", server.port())) {
            assertThat(socket.isConnected()).isTrue();
            server.close();
        }
        assertThat(server.openConnections()).isZero();
    }

    private static String talk(ScriptedServer server, String request) throws IOException {
        try (Socket socket = new Socket("localhost", server.port());
                InputStream in = socket.getInputStream()) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
