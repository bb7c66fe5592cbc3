package dev.wspact.internal.websocket;

import static dev.wspact.wire.Connection.CLOSE;
import static dev.wspact.wire.Connection.PING;
import static dev.wspact.wire.Connection.TEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wspact.internal.time.Deadline;
import dev.wspact.message.CloseStatus;
import dev.wspact.message.Direction;
import dev.wspact.message.Payload;
import dev.wspact.wire.Connection;
import dev.wspact.wire.Script;
import dev.wspact.wire.ScriptedServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.Arguments.ArgumentSet;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Open connections on which the server misbehaves. */
@Timeout(60)
class HostileSessionTest {
    /** Ten times what a close may wait for the server. */
    private static final Duration SLACK = Duration.ofSeconds(5);

    private final Client client = new Client();

    @AfterEach
    void no_thread_is_left() {
        client.close();
    }

    private static List<ArgumentSet> closes() {
        return List.of(
                close("1000", peer -> peer.close(1000, ""), 1000, ""),
                close("1001 with a reason", peer -> peer.close(1001, "going"), 1001, "going"),
                close("1008", peer -> peer.close(1008, "policy"), 1008, "policy"),
                close("1011", peer -> peer.close(1011, "oops"), 1011, "oops"),
                close("1012", peer -> peer.close(1012, ""), 1012, ""),
                close("1014", peer -> peer.close(1014, ""), 1014, ""),
                close("3000", peer -> peer.close(3000, ""), 3000, ""),
                close("4001 in UTF-8", peer -> peer.close(4001, "läuft ab"), 4001, "läuft ab"),
                close("without a code", Connection::closeWithoutCode, 1005, ""),
                close("twice, the first counts", peer -> peer.close(4002, "a").close(4003, "b"), 4002, "a"),
                close("with data after it", peer -> peer.close(4002, "a").text("late"), 4002, "a"),
                close("FIN without a close", Connection::drop, 1006, ""),
                close("RST without a close", Connection::reset, 1006, ""),
                close("FIN inside a frame", peer -> peer.raw(new byte[] {(byte) TEXT, 100, 'a'}), 1006, ""),
                close("FIN inside a message", peer -> peer.frame(0x01, new byte[] {'a'}), 1006, ""));
    }

    private static ArgumentSet close(String name, Script script, int code, String reason) {
        return Arguments.argumentSet(name, script, new CloseStatus(code, reason));
    }

    @ParameterizedTest
    @MethodSource("closes")
    void the_close_is_the_one_on_the_wire(Script script, CloseStatus status) throws Exception {
        try (ScriptedServer server = ScriptedServer.start(peer -> {
            peer.accept().text("before");
            script.play(peer);
        })) {
            try (Session session = client.open(server.uri("/"))) {
                SessionEvent first = Client.next(session);
                SessionEvent last = first instanceof SessionEvent.Arrived ? Client.next(session) : first;
                assertThat(last).isInstanceOfSatisfying(SessionEvent.Closed.class, closed -> assertThat(closed.status())
                        .isEqualTo(status));
                assertThat(Client.next(session)).isSameAs(last);
            }
            assertThat(server.awaitNoConnection(Client.LONG)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, 1001, 1012, 1014, 3000, 4001})
    void the_servers_close_is_answered_with_its_own_code(int code) throws Exception {
        CompletableFuture<CloseStatus> answer = new CompletableFuture<>();
        try (ScriptedServer server = ScriptedServer.start(peer -> {
                    peer.accept().close(code, "because");
                    answer.complete(peer.awaitClose());
                });
                Session session = client.open(server.uri("/"))) {
            assertThat(answer.get(Client.LONG.toSeconds(), TimeUnit.SECONDS)).isEqualTo(new CloseStatus(code, ""));
            assertThat(Client.next(session)).isInstanceOf(SessionEvent.Closed.class);
            assertThat(session.history().closing())
                    .isEqualTo(new FrameHistory.Closing(Direction.RECEIVED, new CloseStatus(code, "because")));
        }
    }

    @Test
    void an_empty_close_is_answered_with_an_empty_close() throws Exception {
        CompletableFuture<CloseStatus> answer = new CompletableFuture<>();
        try (ScriptedServer server = ScriptedServer.start(peer -> {
                    peer.accept().closeWithoutCode();
                    answer.complete(peer.awaitClose());
                });
                Session session = client.open(server.uri("/"))) {
            assertThat(answer.get(Client.LONG.toSeconds(), TimeUnit.SECONDS))
                    .isEqualTo(new CloseStatus(CloseStatus.NO_STATUS, ""));
            assertThat(Client.next(session)).isInstanceOf(SessionEvent.Closed.class);
        }
    }

    private static List<ArgumentSet> protocolErrors() {
        byte[] a = {'a'};
        return List.of(
                broken("a reserved opcode for data", peer -> peer.frame(0x83, a), 1002),
                broken("a reserved opcode for control", peer -> peer.frame(0x8B, a), 1002),
                broken("a reserved bit", peer -> peer.frame(0xC1, a), 1002),
                broken("a continuation of nothing", peer -> peer.frame(0x80, a), 1002),
                broken(
                        "a new message inside fragments",
                        peer -> peer.frame(0x01, a).frame(0x81, a),
                        1002),
                broken("a fragmented ping", peer -> peer.frame(0x09, a), 1002),
                broken("a ping that is too long", peer -> peer.frame(PING, new byte[126]), 1002),
                broken("a close that is too long", peer -> peer.frame(CLOSE, new byte[126]), 1002),
                broken("a close with 999, which is illegal", peer -> peer.close(999, ""), 1002),
                broken("a close with 1005, which is never on the wire", peer -> peer.close(1005, ""), 1002),
                broken("a close with 5000, which nobody may use", peer -> peer.close(5000, "x"), 1002),
                broken(
                        "a masked frame",
                        peer -> peer.raw(new byte[] {(byte) TEXT, (byte) 0x81, 0, 0, 0, 0, 'a'}),
                        1002),
                broken(
                        "a length longer than it need be",
                        peer -> peer.raw(new byte[] {(byte) TEXT, 126, 0, 1, 'a'}),
                        1002),
                broken(
                        "a length of 2^63",
                        peer -> peer.raw(new byte[] {(byte) TEXT, 127, (byte) 0x80, 0, 0, 0, 0, 0, 0, 0}),
                        1002),
                broken("half a close code", peer -> peer.frame(CLOSE, new byte[1]), 1002),
                broken("text that is not UTF-8", peer -> peer.frame(TEXT, new byte[] {'a', (byte) 0xFF}), 1007),
                broken("text cut inside a letter", peer -> peer.frame(TEXT, new byte[] {(byte) 0xC3}), 1007),
                broken(
                        "a surrogate in UTF-8",
                        peer -> peer.frame(TEXT, new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80}),
                        1007));
    }

    private static ArgumentSet broken(String name, Script script, int code) {
        return Arguments.argumentSet(name, script, code);
    }

    @ParameterizedTest
    @MethodSource("protocolErrors")
    void a_broken_frame_ends_the_connection(Script script, int code) throws Exception {
        AtomicLong answered = new AtomicLong();
        try (ScriptedServer server = ScriptedServer.start(peer -> {
            peer.accept();
            script.play(peer);
            answered.set(peer.awaitClose().code());
        })) {
            try (Session session = client.open(server.uri("/"))) {
                assertThat(Client.next(session)).isInstanceOfSatisfying(SessionEvent.Violated.class, violated -> {
                    assertThat(violated.status().code()).isEqualTo(code);
                    assertThat(violated.problem()).startsWith("frame ").contains("RFC 6455 section ", "bytes: ");
                });
            }
            assertThat(server.awaitNoConnection(Client.LONG)).isTrue();
        }
        assertThat(answered).hasValue(code);
    }

    private static List<ArgumentSet> tooLarge() {
        return List.of(
                Arguments.argumentSet("one octet more", (Script) peer -> peer.text("a".repeat(1001))),
                Arguments.argumentSet(
                        "in fragments", (Script) peer -> peer.fragments("a".repeat(600), "b".repeat(401), "c")),
                Arguments.argumentSet("binary", (Script) peer -> peer.binary(new byte[70_000])),
                Arguments.argumentSet("endless text in fragments", (Script) peer -> {
                    peer.frame(0x01, new byte[1]);
                    peer.untilGone(again -> again.frame(0x00, "x".repeat(100).getBytes(StandardCharsets.US_ASCII)));
                }),
                announced("2^63-1", new byte[] {0x7F, -1, -1, -1, -1, -1, -1, -1}),
                announced("2^31", new byte[] {0, 0, 0, 0, (byte) 0x80, 0, 0, 0}),
                announced("2^32+5", new byte[] {0, 0, 0, 1, 0, 0, 0, 5}));
    }

    private static ArgumentSet announced(String name, byte[] length) {
        return Arguments.argumentSet("a length of " + name, (Script)
                peer -> peer.raw(new byte[] {(byte) TEXT, 127}).raw(length));
    }

    @ParameterizedTest
    @MethodSource("tooLarge")
    void a_message_above_the_limit_ends_the_connection_with_a_remedy(Script script) throws Exception {
        try (ScriptedServer server = ScriptedServer.start(peer -> {
            peer.accept().text("fine");
            script.play(peer);
            assertThat(peer.awaitClose().code()).isEqualTo(1009);
        })) {
            try (Session session = client.open(Client.limited(server.uri("/"), 1000))) {
                assertThat(Client.nextPayload(session)).hasToString("fine");
                assertThat(Client.next(session)).isInstanceOfSatisfying(SessionEvent.Abandoned.class, abandoned -> {
                    assertThat(abandoned.problem()).contains("larger than 1000 bytes");
                    assertThat(abandoned.remedy()).contains("messageBytes");
                });
            }
            assertThat(server.awaitNoConnection(Client.LONG)).isTrue();
        }
    }

    @Test
    void messages_of_exactly_the_limit_pass_whatever_their_fragments() throws Exception {
        try (ScriptedServer server = ScriptedServer.start(peer -> {
                    peer.accept().text("a".repeat(1000)).fragments("b".repeat(600), "", "c".repeat(400));
                    peer.closeWhenAsked();
                });
                Session session = client.open(Client.limited(server.uri("/"), 1000))) {
            assertThat(Client.nextPayload(session).sizeInBytes()).isEqualTo(1000);
            assertThat(Client.nextPayload(session).sizeInBytes()).isEqualTo(1000);
        }
    }

    @Test
    void sixteen_mebibytes_pass_by_default_and_one_octet_more_does_not() throws Exception {
        int limit = 16 << 20;
        try (ScriptedServer server = ScriptedServer.start(peer -> {
                    peer.accept().text("a".repeat(limit)).binary(new byte[limit]);
                    peer.untilGone(again -> again.text("a".repeat(limit + 1)));
                });
                Session session = client.open(server.uri("/"))) {
            assertThat(Client.nextPayload(session).sizeInBytes()).isEqualTo(limit);
            assertThat(Client.nextPayload(session).sizeInBytes()).isEqualTo(limit);
            assertThat(Client.next(session)).isInstanceOf(SessionEvent.Abandoned.class);
        }
    }

    @Test
    void a_full_inbox_makes_the_server_wait_and_loses_nothing() throws Exception {
        int messages = 400;
        AtomicLong written = new AtomicLong();
        try (ScriptedServer server = ScriptedServer.start(peer -> {
                    peer.accept();
                    for (int i = 0; i < messages; i++) {
                        peer.text(i + "x".repeat(100_000));
                        written.incrementAndGet();
                    }
                    peer.closeWhenAsked();
                });
                Session session = client.open(server.uri("/"))) {
            // what TCP and the inbox hold is far less than the 40 MB; the writer stands still long before the end
            awaitStandstill(written);
            assertThat(written.get()).isLessThan(messages / 2);
            for (int i = 0; i < messages; i++) {
                assertThat(Client.nextPayload(session).toString()).startsWith(i + "x");
            }
        }
    }

    private static void awaitStandstill(AtomicLong counter) throws InterruptedException {
        Object clock = new Object();
        long before = -1;
        while (before != counter.get()) {
            before = counter.get();
            synchronized (clock) {
                TimeUnit.MILLISECONDS.timedWait(clock, 300);
            }
        }
    }

    @Test
    void a_session_with_a_full_inbox_can_be_closed() throws Exception {
        try (ScriptedServer server = ScriptedServer.start(peer -> {
            peer.accept();
            peer.untilGone(again -> again.binary(new byte[100_000]));
        })) {
            Session session = client.open(server.uri("/"));
            assertThat(Client.next(session)).isNotNull();
            long begin = System.nanoTime();
            session.close();

            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(SLACK);
            assertThat(server.awaitNoConnection(Client.LONG)).isTrue();
        }
    }

    private static List<ArgumentSet> unfinished() {
        return List.of(
                Arguments.argumentSet("never answers the close", (Script) Connection::holdSilently),
                Arguments.argumentSet("answers the close but keeps TCP open", (Script) peer -> {
                    peer.awaitClose();
                    peer.close(1000, "");
                    peer.holdSilently();
                }),
                Arguments.argumentSet("closes by itself but keeps TCP open", (Script) peer -> {
                    peer.close(1000, "");
                    peer.holdSilently();
                }),
                Arguments.argumentSet("floods with pings", (Script) peer -> peer.untilGone(again -> again.ping("x"))),
                Arguments.argumentSet("floods with text", (Script) peer -> peer.untilGone(again -> again.text("x"))));
    }

    @ParameterizedTest
    @MethodSource("unfinished")
    void closing_ends_soon_whatever_the_server_does(Script script) throws Exception {
        try (ScriptedServer server = ScriptedServer.start(peer -> {
            peer.accept();
            script.play(peer);
        })) {
            Session session = client.open(server.uri("/"));
            long begin = System.nanoTime();
            session.close();

            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(SLACK);
            assertThat(server.awaitNoConnection(Client.LONG)).isTrue();
        }
    }

    @Test
    void a_server_that_does_not_read_ends_a_send_at_the_deadline() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        try (ScriptedServer server = ScriptedServer.start(peer -> {
                    peer.accept();
                    over.await();
                });
                Session session = client.open(server.uri("/"))) {
            Payload large = Payload.Binary.of(new byte[12 << 20]);
            Deadline deadline = Deadline.after(Duration.ofMillis(500));
            long begin = System.nanoTime();

            assertThatThrownBy(() -> session.send(large, deadline)).isInstanceOf(IOException.class);
            assertThat(Duration.ofNanos(System.nanoTime() - begin))
                    .isLessThan(Duration.ofMillis(500).plus(SLACK));
            assertThat(Client.next(session))
                    .isInstanceOfSatisfying(SessionEvent.Abandoned.class, abandoned -> assertThat(abandoned.problem())
                            .contains("does not read"));
            over.countDown();
        }
    }
}
