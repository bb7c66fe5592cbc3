package dev.wspact.internal.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wspact.message.CloseStatus;
import dev.wspact.message.Direction;
import dev.wspact.message.Headers;
import dev.wspact.verification.Limits;
import dev.wspact.verification.Tls;
import dev.wspact.wire.Script;
import dev.wspact.wire.ScriptedServer;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.Arguments.ArgumentSet;
import org.junit.jupiter.params.provider.MethodSource;

/** What a server may cost, each limit reached by a server that does no more than that. */
@Timeout(60)
class LimitsTest {
    private final Client client = new Client();

    @AfterEach
    void no_thread_is_left() {
        client.close();
    }

    private static List<ArgumentSet> limits() {
        return List.of(
                limit(
                        limits -> limits.fragmentsPerMessage(3),
                        peer -> peer.fragments("a", "b", "c", "d"),
                        1008,
                        "a message has 4 fragments and has not ended (limit fragmentsPerMessage: 3)"),
                limit(
                        limits -> limits.controlFramesPerSecond(1),
                        peer -> peer.untilGone(again -> again.ping("x")),
                        1008,
                        "control frames came within a second (limit controlFramesPerSecond: 1)"),
                limit(
                        limits -> limits.messageBytes(3),
                        peer -> peer.text("four"),
                        1009,
                        "the server sends a message larger than 3 bytes, the limit for one message"),
                limit(
                        limits -> limits.idleTime(Duration.ofMillis(200)),
                        peer -> {},
                        1001,
                        "the server sent nothing at all for 200 ms, the limit on idle time (idleTime)"));
    }

    private static ArgumentSet limit(
            UnaryOperator<Limits.Builder> limits, Script script, int closeCode, String problem) {
        return Arguments.argumentSet(problem, limits.apply(Limits.builder()).build(), script, closeCode, problem);
    }

    @ParameterizedTest
    @MethodSource("limits")
    void a_limit_ends_the_connection_with_a_text(Limits limits, Script script, int closeCode, String problem)
            throws Exception {
        try (ScriptedServer server = ScriptedServer.start(peer -> {
            peer.accept().text("yes");
            script.play(peer);
            peer.closeWhenAsked();
        })) {
            Session session = client.open(request(server, limits));
            assertThat(Client.nextPayload(session)).hasToString("yes");
            assertThat(Client.next(session)).isInstanceOfSatisfying(SessionEvent.Abandoned.class, abandoned -> {
                assertThat(abandoned.problem()).contains(problem);
                assertThat(abandoned.remedy()).isNotBlank();
            });
            session.close();
            assertThat(session.history().closing())
                    .isEqualTo(new FrameHistory.Closing(Direction.SENT, new CloseStatus(closeCode, "")));
        }
    }

    @Test
    void a_server_that_says_something_in_time_is_not_idle() throws Exception {
        Limits limits = Limits.builder().idleTime(Client.LONG).build();
        try (ScriptedServer server = ScriptedServer.start(peer -> {
                    peer.accept().text("yes").close(4001, "");
                    peer.awaitClose();
                });
                Session session = client.open(request(server, limits))) {
            assertThat(Client.nextPayload(session)).hasToString("yes");
            assertThat(Client.next(session)).isInstanceOf(SessionEvent.Closed.class);
        }
    }

    @Test
    void the_head_of_the_answer_has_a_limit() throws Exception {
        Limits limits = Limits.builder().handshakeBytes(1000).build();
        try (ScriptedServer server = ScriptedServer.start(peer -> {
            peer.accept("X-Long: " + "x".repeat(1000));
            peer.holdSilently();
        })) {
            assertThat(client.connect(request(server, limits)))
                    .isInstanceOfSatisfying(ConnectOutcome.Unreachable.class, unreachable -> assertThat(
                                    unreachable.problem())
                            .endsWith("the head of the answer is larger than 1000 bytes (limit handshakeBytes)"));
        }
    }

    private static ConnectRequest request(ScriptedServer server, Limits limits) {
        return new ConnectRequest(server.uri("/"), Headers.NONE, List.of(), Tls.DEFAULT, limits);
    }
}
