package dev.wspact.internal.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wspact.internal.time.Deadline;
import dev.wspact.message.CapturedFrame;
import dev.wspact.message.CapturedMessage;
import dev.wspact.message.CloseStatus;
import dev.wspact.message.Direction;
import dev.wspact.message.Payload;
import dev.wspact.wire.Connection;
import dev.wspact.wire.ScriptedServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An open connection, as long as both sides behave. */
@Timeout(60)
class SessionTest {
    private final Client client = new Client();

    @AfterEach
    void no_thread_is_left() {
        client.close();
    }

    @Test
    void receives_text_and_binary_in_order_with_positions_and_times() throws Exception {
        try (ScriptedServer server = ScriptedServer.start(peer -> {
                    peer.accept()
                            .text("grüße 🎈")
                            .binary(new byte[] {0, -1})
                            .text("")
                            .fragments("a", "", "ü", "c");
                    peer.closeWhenAsked();
                });
                Session session = client.open(server.uri("/"))) {
            CapturedMessage first = message(session);
            CapturedMessage second = message(session);
            CapturedMessage third = message(session);
            CapturedMessage fourth = message(session);

            assertThat(first.payload()).isEqualTo(new Payload.Text("grüße 🎈"));
            assertThat(second.payload()).isEqualTo(Payload.Binary.of(new byte[] {0, -1}));
            assertThat(third.payload()).isEqualTo(new Payload.Text(""));
            assertThat(fourth.payload()).isEqualTo(new Payload.Text("aüc"));
            assertThat(fourth.position()).isEqualTo(4);
            assertThat(fourth.direction()).isEqualTo(Direction.RECEIVED);
            assertThat(first.sinceOpen()).isPositive().isLessThanOrEqualTo(fourth.sinceOpen());
            assertThat(fourth.sinceOpen()).isLessThan(session.sinceOpen());
        }
    }

    @Test
    void joins_binary_fragments_around_a_ping_and_answers_the_ping() throws Exception {
        BlockingQueue<String> pongs = new LinkedBlockingQueue<>();
        try (ScriptedServer server = ScriptedServer.start(peer -> {
                    peer.accept()
                            .frame(0x02, new byte[] {1})
                            .ping("still there?")
                            .frame(0x80, new byte[] {2});
                    pongs.add(peer.nextFrame().text());
                    peer.closeWhenAsked();
                });
                Session session = client.open(server.uri("/"))) {
            assertThat(Client.nextPayload(session)).isEqualTo(Payload.Binary.of(new byte[] {1, 2}));
            assertThat(pongs.poll(Client.LONG.toSeconds(), TimeUnit.SECONDS)).isEqualTo("still there?");
        }
    }

    @Test
    void joins_fragments_wherever_they_are_cut_even_inside_a_letter() throws Exception {
        String text = "grüße 🎈 und 日本語, ";
        int messages = 200;
        try (ScriptedServer server = ScriptedServer.start(peer -> {
                    peer.accept();
                    Random random = new Random(6455);
                    for (int i = 0; i < messages; i++) {
                        cut(peer, i % 2 == 0 ? 0x01 : 0x02, (text + i).getBytes(StandardCharsets.UTF_8), random);
                    }
                    peer.closeWhenAsked();
                });
                Session session = client.open(server.uri("/"))) {
            for (int i = 0; i < messages; i++) {
                Payload payload = Client.nextPayload(session);
                assertThat(new String(payload.toBytes(), StandardCharsets.UTF_8))
                        .isEqualTo(text + i);
                assertThat(payload).isInstanceOf(i % 2 == 0 ? Payload.Text.class : Payload.Binary.class);
            }
        }
    }

    private static void cut(Connection peer, int opcode, byte[] bytes, Random random) throws IOException {
        int first = opcode;
        for (int at = 0; at < bytes.length; ) {
            int end = Math.min(bytes.length, at + random.nextInt(6));
            peer.frame(end == bytes.length ? first | 0x80 : first, Arrays.copyOfRange(bytes, at, end));
            first = 0x00;
            at = end;
        }
    }

    @Test
    void loses_nothing_that_comes_with_the_101() throws Exception {
        try (ScriptedServer server = ScriptedServer.start(peer -> {
                    peer.acceptWithText("early");
                    peer.closeWhenAsked();
                });
                Session session = client.open(server.uri("/"))) {
            assertThat(Client.nextPayload(session)).isEqualTo(new Payload.Text("early"));
        }
    }

    @Test
    void sends_text_and_binary_and_says_what_was_sent() throws Exception {
        BlockingQueue<Payload> received = new LinkedBlockingQueue<>();
        try (ScriptedServer server = ScriptedServer.start(peer -> {
                    peer.accept();
                    received.add(peer.nextMessage());
                    received.add(peer.nextMessage());
                    peer.closeWhenAsked();
                });
                Session session = client.open(server.uri("/"))) {
            Payload text = new Payload.Text("é".repeat(70_000));
            Payload binary = Payload.Binary.of(new byte[200]);

            assertThat(session.send(text, Deadline.after(Client.LONG)).position())
                    .isEqualTo(1);
            CapturedMessage sent = session.send(binary, Deadline.after(Client.LONG));

            assertThat(received.poll(Client.LONG.toSeconds(), TimeUnit.SECONDS)).isEqualTo(text);
            assertThat(received.poll(Client.LONG.toSeconds(), TimeUnit.SECONDS)).isEqualTo(binary);
            assertThat(sent.position()).isEqualTo(2);
            assertThat(sent.direction()).isEqualTo(Direction.SENT);
            assertThat(sent.payload()).isEqualTo(binary);
        }
    }

    @Test
    void waits_for_the_next_event_until_the_deadline_only() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        try (ScriptedServer server = ScriptedServer.start(peer -> {
                    peer.accept();
                    asked.await();
                    peer.text("late");
                    peer.closeWhenAsked();
                });
                Session session = client.open(server.uri("/"))) {
            assertThat(session.next(Deadline.after(Duration.ofMillis(50)))).isNull();
            asked.countDown();
            assertThat(Client.nextPayload(session)).isEqualTo(new Payload.Text("late"));
        }
    }

    @Test
    void returns_what_has_arrived_even_if_the_deadline_has_passed() throws Exception {
        try (ScriptedServer server = ScriptedServer.start(peer -> {
                    peer.accept().text("a").text("b").close(1000, "");
                    peer.holdSilently();
                });
                Session session = client.open(server.uri("/"))) {
            assertThat(Client.nextPayload(session)).hasToString("a");
            assertThat(session.next(Deadline.after(Client.LONG))).isNotNull();
            assertThat(Client.next(session)).isInstanceOf(SessionEvent.Closed.class);
            assertThat(session.next(Deadline.after(Duration.ZERO))).isInstanceOf(SessionEvent.Closed.class);
        }
    }

    @Test
    void closes_with_1000_and_waits_for_the_servers_close() throws Exception {
        BlockingQueue<CloseStatus> closes = new LinkedBlockingQueue<>();
        try (ScriptedServer server = ScriptedServer.start(peer -> {
            peer.accept();
            closes.add(peer.closeWhenAsked());
        })) {
            client.open(server.uri("/")).close();

            assertThat(closes.poll(Client.LONG.toSeconds(), TimeUnit.SECONDS)).isEqualTo(new CloseStatus(1000, ""));
            assertThat(server.awaitNoConnection(Client.LONG)).isTrue();
        }
    }

    @Test
    void closes_cleanly_while_the_server_goes_on_sending() throws Exception {
        BlockingQueue<CloseStatus> closes = new LinkedBlockingQueue<>();
        try (ScriptedServer server = ScriptedServer.start(peer -> {
            peer.accept();
            for (int i = 0; i < 100; i++) {
                peer.text("message " + i);
            }
            closes.add(peer.closeWhenAsked());
        })) {
            Session session = client.open(server.uri("/"));
            assertThat(Client.nextPayload(session)).hasToString("message 0");
            session.close();

            assertThat(closes.poll(Client.LONG.toSeconds(), TimeUnit.SECONDS)).isEqualTo(new CloseStatus(1000, ""));
        }
    }

    @Test
    void can_be_closed_twice_and_by_the_client() throws Exception {
        try (ScriptedServer server = ScriptedServer.start(peer -> {
            peer.accept();
            peer.holdSilently();
        })) {
            Session first = client.open(server.uri("/"));
            Session second = client.open(server.uri("/"));
            first.close();
            first.close();
            client.close();
            second.close();

            assertThat(server.awaitNoConnection(Client.LONG)).isTrue();
        }
    }

    @Test
    void sends_nothing_on_a_closed_connection_or_without_time() throws Exception {
        try (ScriptedServer server = ScriptedServer.start(peer -> {
                    peer.accept().close(1001, "");
                    peer.awaitClose();
                });
                Session session = client.open(server.uri("/"))) {
            assertThatThrownBy(() -> session.send(new Payload.Text("a"), Deadline.after(Duration.ZERO)))
                    .isInstanceOf(IOException.class);
            assertThat(Client.next(session)).isInstanceOf(SessionEvent.Closed.class);
            assertThatThrownBy(() -> session.send(new Payload.Text("a"), Deadline.after(Client.LONG)))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("closed");
        }
    }

    @Test
    void runs_two_connections_of_one_client_side_by_side() throws Exception {
        try (ScriptedServer server = ScriptedServer.start(peer -> {
                    peer.accept().text("connection " + peer.number());
                    Payload sent = peer.nextMessage();
                    peer.text("back: " + sent);
                    peer.closeWhenAsked();
                });
                Session first = client.open(server.uri("/"));
                Session second = client.open(server.uri("/"))) {
            first.send(new Payload.Text("1"), Deadline.after(Client.LONG));
            second.send(new Payload.Text("2"), Deadline.after(Client.LONG));

            assertThat(Client.nextPayload(second)).hasToString("connection 2");
            assertThat(Client.nextPayload(second)).hasToString("back: 2");
            assertThat(Client.nextPayload(first)).hasToString("connection 1");
            assertThat(Client.nextPayload(first)).hasToString("back: 1");
            assertThat(Client.threads()).hasSizeLessThanOrEqualTo(3);
        }
    }

    @Test
    void a_connection_that_is_over_leaves_nothing_even_if_it_is_closed_late() throws Exception {
        try (ScriptedServer server = ScriptedServer.start(Connection::accept)) {
            Session session = client.open(server.uri("/"));
            assertThat(Client.next(session))
                    .isInstanceOfSatisfying(SessionEvent.Closed.class, closed -> assertThat(closed.status())
                            .isEqualTo(new CloseStatus(1006, "")));
            assertThat(server.awaitNoConnection(Client.LONG)).isTrue();
            session.close();
        }
    }

    @Test
    void remembers_each_frame_in_both_directions_and_who_closed() throws Exception {
        Instant before = Instant.now();
        try (ScriptedServer server = ScriptedServer.start(peer -> {
            peer.accept();
            peer.nextMessage();
            peer.frame(0x01, new byte[] {'a'}).ping("hb").frame(0x80, new byte[] {'b'});
            peer.nextFrame();
            peer.binary(new byte[200]);
            peer.closeWhenAsked();
        })) {
            Session session = client.open(server.uri("/"));
            session.send(new Payload.Text("go"), Deadline.after(Client.LONG));
            CapturedMessage joined = message(session);
            message(session);
            session.close();
            FrameHistory history = session.history();
            List<CapturedFrame> frames = history.frames().kept();

            assertThat(frames)
                    .extracting(SessionTest::told)
                    .containsExactlyInAnyOrder(
                            "SENT 1 TEXT fin 2 of message 1",
                            "RECEIVED 1 TEXT 1 of message 1: a",
                            "RECEIVED 2 PING fin 2: hb",
                            "RECEIVED 3 CONTINUATION fin 1 of message 1: b",
                            "SENT 2 PONG fin 2: hb",
                            "RECEIVED 4 BINARY fin 200 of message 2",
                            "SENT 3 CLOSE fin 2: \u0003\u00e8",
                            "RECEIVED 5 CLOSE fin 2: \u0003\u00e8");
            assertThat(frames)
                    .filteredOn(frame -> frame.direction() == Direction.RECEIVED)
                    .isSortedAccordingTo(Comparator.comparing(CapturedFrame::number))
                    .isSortedAccordingTo(Comparator.comparing(CapturedFrame::sinceOpen))
                    .extracting(CapturedFrame::sinceOpen)
                    .contains(joined.sinceOpen());
            assertThat(history.frames().omitted()).isZero();
            assertThat(history.closing())
                    .isEqualTo(new FrameHistory.Closing(Direction.SENT, new CloseStatus(1000, "")));
            assertThat(history.opened()).isBetween(before.minusSeconds(1), Instant.now());
        }
    }

    private static String told(CapturedFrame frame) {
        String start = new String(frame.start().toBytes(), StandardCharsets.ISO_8859_1);
        return frame.direction() + " " + frame.number() + " " + frame.head().opcode()
                + (frame.head().fin() ? " fin " : " ") + frame.head().length()
                + (frame.message() > 0 ? " of message " + frame.message() : "")
                + (start.isEmpty() ? "" : ": " + start);
    }

    private static CapturedMessage message(Session session) throws InterruptedException {
        SessionEvent event = Client.next(session);
        assertThat(event).isInstanceOf(SessionEvent.Arrived.class);
        return ((SessionEvent.Arrived) event).message();
    }
}
