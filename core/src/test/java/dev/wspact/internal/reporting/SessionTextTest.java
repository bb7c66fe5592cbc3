package dev.wspact.internal.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wspact.message.CapturedMessage;
import dev.wspact.message.CloseStatus;
import dev.wspact.message.Direction;
import dev.wspact.message.HandshakeResponse;
import dev.wspact.message.Headers;
import dev.wspact.message.Payload;
import dev.wspact.message.Transcript;
import dev.wspact.verdict.ConnectionRecord;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SessionTextTest {
    @Test
    void ends_with_the_message_that_is_meant() {
        assertThat(SessionText.upTo(session(0, 1, 2, 3), 2, "feed")).isEqualTo("← m1   ← m2");
    }

    @Test
    void shows_the_last_five_messages() {
        assertThat(SessionText.upTo(session(0, 1, 2, 3, 4, 5, 6, 7), 7, "feed"))
                .isEqualTo("… 2 more   ← m3   ← m4   ← m5   ← m6   ← m7");
    }

    @Test
    void counts_what_was_not_kept_and_says_how_it_ended() {
        assertThat(SessionText.upTo(session(1_000_000, 1, 2), 0, "feed"))
                .isEqualTo("… 1000000 more   ← m1   ← m2   closed by feed with 4001 \"bye\"");
    }

    @Test
    void does_not_pretend_to_have_kept_the_message() {
        assertThat(SessionText.upTo(session(5, 1, 2, 8, 9), 6, "feed"))
                .isEqualTo("← m1   ← m2   (the 6th received was not kept)");
        assertThat(SessionText.upTo(session(5), 6, "feed")).isEqualTo("(the 6th received was not kept)");
    }

    @Test
    void tells_a_refused_handshake() {
        var refused = new ConnectionRecord(
                1,
                URI.create("ws://localhost/"),
                new HandshakeResponse(503, Headers.NONE),
                new Transcript(List.of(), 0),
                null,
                null);

        assertThat(SessionText.upTo(refused, 0, "feed")).isEqualTo("← HTTP status 503 to the opening handshake");
    }

    @Test
    void says_how_it_ended_only_where_the_verifier_did_not_end_it() {
        assertThat(SessionText.upTo(ended(1000, Direction.SENT), 0, "feed")).isEqualTo("← m1");
        assertThat(SessionText.upTo(ended(1000, Direction.RECEIVED), 0, "feed"))
                .isEqualTo("← m1   closed by feed with 1000");
        assertThat(SessionText.upTo(ended(CloseStatus.ABNORMAL, null), 0, "feed"))
                .isEqualTo("← m1   broke off without a close (1006)");
    }

    private static ConnectionRecord ended(int code, @Nullable Direction closedBy) {
        var message = new CapturedMessage(Direction.RECEIVED, 1, Duration.ZERO, new Payload.Text("m1"));
        return new ConnectionRecord(
                1,
                URI.create("ws://localhost/"),
                new HandshakeResponse(101, Headers.NONE),
                new Transcript(List.of(message), 0),
                new CloseStatus(code, ""),
                closedBy);
    }

    @Test
    void shows_bytes_as_hexadecimal_and_cuts_long_messages() {
        var messages = List.of(
                new CapturedMessage(Direction.SENT, 1, Duration.ZERO, Payload.Binary.of(new byte[] {0, 27, -1})),
                new CapturedMessage(Direction.RECEIVED, 1, Duration.ZERO, Payload.Binary.of(new byte[17])),
                new CapturedMessage(Direction.RECEIVED, 2, Duration.ZERO, new Payload.Text("ü" + "😀".repeat(100))));

        assertThat(SessionText.upTo(connection(messages, 0), 2, "feed"))
                .isEqualTo("→ binary 001bff (3 bytes)   ← binary " + "00".repeat(16) + "… (17 bytes)   ← " + "ü"
                        + "😀".repeat(39) + "… (402 bytes)");
    }

    private static ConnectionRecord session(long omitted, long... positions) {
        Stream<CapturedMessage> messages = LongStream.of(positions)
                .mapToObj(position -> new CapturedMessage(
                        Direction.RECEIVED, position, Duration.ZERO, new Payload.Text("m" + position)));
        return connection(messages.toList(), omitted);
    }

    private static ConnectionRecord connection(List<CapturedMessage> messages, long omitted) {
        return new ConnectionRecord(
                1,
                URI.create("ws://localhost/"),
                new HandshakeResponse(101, Headers.NONE),
                new Transcript(messages, omitted),
                new CloseStatus(4001, "bye"),
                Direction.RECEIVED);
    }
}
