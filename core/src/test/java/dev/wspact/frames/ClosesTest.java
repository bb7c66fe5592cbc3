package dev.wspact.frames;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wspact.message.CapturedFrame;
import dev.wspact.message.CloseStatus;
import dev.wspact.message.Direction;
import dev.wspact.message.Opcode;
import dev.wspact.verdict.ConnectionRecord;
import dev.wspact.verdict.ContractResult;
import dev.wspact.verdict.Verdict;
import dev.wspact.verification.Limits;
import dev.wspact.wire.Connection;
import dev.wspact.wire.Script;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.Arguments.ArgumentSet;
import org.junit.jupiter.params.provider.MethodSource;

/** The close of a connection is the one on the wire, and it is told who closed first. */
@Timeout(60)
class ClosesTest {
    private static List<ArgumentSet> closesByTheServer() {
        return List.of(
                closed("4001", peer -> peer.close(4001, "bye"), new CloseStatus(4001, "bye")),
                closed("1014", peer -> peer.close(1014, ""), new CloseStatus(1014, "")),
                closed("empty", Connection::closeWithoutCode, new CloseStatus(CloseStatus.NO_STATUS, "")));
    }

    private static ArgumentSet closed(String name, Script script, CloseStatus status) {
        return Arguments.argumentSet(name, script, status);
    }

    @ParameterizedTest
    @MethodSource("closesByTheServer")
    void the_server_closes_first(Script script, CloseStatus status) throws IOException {
        ConnectionRecord record = record(Feed.verify(
                peer -> {
                    peer.accept();
                    script.play(peer);
                    peer.awaitClose();
                },
                Feed.tick("1")));

        assertThat(record.close()).isEqualTo(status);
        assertThat(record.closedBy()).isEqualTo(Direction.RECEIVED);
        assertThat(closes(record)).containsExactly(Direction.RECEIVED, Direction.SENT);
    }

    @Test
    void the_verifier_closes_first_and_the_servers_answer_is_in_the_transcript() throws IOException {
        ContractResult result = Feed.verify(
                peer -> {
                    peer.accept().text("1");
                    peer.closeWhenAsked();
                },
                Feed.tick("1"));

        assertThat(result.interactions().get(0).verdict()).isEqualTo(Verdict.PASSED);
        assertThat(record(result).close()).isEqualTo(new CloseStatus(1000, ""));
        assertThat(record(result).closedBy()).isEqualTo(Direction.SENT);
        assertThat(closes(record(result))).containsExactly(Direction.SENT, Direction.RECEIVED);
    }

    @Test
    void nobody_closes_a_connection_that_is_dropped() throws IOException {
        ConnectionRecord record = record(Feed.verify(peer -> peer.accept().drop(), Feed.tick("1")));

        assertThat(record.close()).isEqualTo(new CloseStatus(CloseStatus.ABNORMAL, ""));
        assertThat(record.closedBy()).isNull();
        assertThat(closes(record)).isEmpty();
    }

    @Test
    void what_is_given_up_is_closed_by_the_verifier_with_its_reason() throws IOException {
        ContractResult result = Feed.verify(
                peer -> {
                    peer.accept().text("x".repeat(1001));
                    peer.closeWhenAsked();
                },
                options -> options.limits(Limits.builder().messageBytes(1000).build()),
                Feed.tick("1"));

        assertThat(result.interactions().get(0).verdict()).isInstanceOf(Verdict.Errored.class);
        assertThat(record(result).close()).isEqualTo(new CloseStatus(1009, ""));
        assertThat(record(result).closedBy()).isEqualTo(Direction.SENT);
    }

    @Test
    void a_violation_is_closed_by_the_verifier_with_the_status_of_the_rfc() throws IOException {
        ContractResult result = Feed.verify(
                peer -> {
                    peer.accept().close(999, "");
                    peer.awaitClose();
                },
                Feed.tick("1"));

        assertThat(result.interactions().get(0).verdict()).isInstanceOf(Verdict.Failed.class);
        assertThat(record(result).close()).isEqualTo(new CloseStatus(1002, ""));
        assertThat(record(result).closedBy()).isEqualTo(Direction.SENT);
    }

    private static ConnectionRecord record(ContractResult result) {
        return result.connections().get(0);
    }

    private static List<Direction> closes(ConnectionRecord record) {
        return record.transcript().frames().kept().stream()
                .filter(frame -> frame.head().opcode() == Opcode.CLOSE)
                .map(CapturedFrame::direction)
                .toList();
    }
}
