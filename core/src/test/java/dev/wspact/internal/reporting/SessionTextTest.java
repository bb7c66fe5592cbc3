package dev.wspact.internal.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wspact.message.CapturedFrame;
import dev.wspact.message.CapturedMessage;
import dev.wspact.message.CloseStatus;
import dev.wspact.message.Direction;
import dev.wspact.message.HandshakeResponse;
import dev.wspact.message.Headers;
import dev.wspact.message.Opcode;
import dev.wspact.message.Payload;
import dev.wspact.message.Transcript;
import dev.wspact.verdict.ConnectionRecord;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
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
    void shows_pings_and_pongs_between_the_messages_and_joins_fragments() {
        List<CapturedMessage> messages = List.of(received(1, 10), received(2, 30), received(3, 60));
        List<CapturedFrame> frames = List.of(
                frame(Direction.RECEIVED, 1, 10, Opcode.TEXT, true, 1, ""),
                frame(Direction.RECEIVED, 2, 20, Opcode.TEXT, false, 2, "m"),
                frame(Direction.RECEIVED, 3, 25, Opcode.PING, true, 0, "hb"),
                frame(Direction.SENT, 1, 26, Opcode.PONG, true, 0, "\u0000"),
                frame(Direction.RECEIVED, 4, 30, Opcode.CONTINUATION, true, 2, "2"),
                frame(Direction.RECEIVED, 5, 40, Opcode.PING, true, 0, ""),
                frame(Direction.RECEIVED, 6, 50, Opcode.PING, true, 0, ""),
                frame(Direction.RECEIVED, 7, 60, Opcode.TEXT, true, 3, ""),
                frame(Direction.RECEIVED, 8, 70, Opcode.PING, true, 0, ""));
        ConnectionRecord session = session(messages, new Transcript.Frames(frames, 0));

        assertThat(SessionText.upTo(session, 2, "feed"))
                .isEqualTo("← m1   ← ping \"hb\"   → pong 00   ← m2 (2 fragments)");
        assertThat(SessionText.upTo(session, 0, "feed"))
                .isEqualTo("← m1   ← ping \"hb\"   → pong 00   ← m2 (2 fragments)   ← 2 pings   ← m3   ← ping"
                        + "   closed by the verifier with 1009");
    }

    @Test
    void does_not_count_fragments_or_pings_that_were_not_kept() {
        List<CapturedFrame> frames = List.of(
                frame(Direction.RECEIVED, 1, 0, Opcode.TEXT, false, 1, "a"),
                frame(Direction.RECEIVED, 9, 2, Opcode.CONTINUATION, true, 1, "b"),
                frame(Direction.RECEIVED, 10, 3, Opcode.TEXT, false, 2, "c"));

        assertThat(SessionText.upTo(session(List.of(received(1, 2)), new Transcript.Frames(frames, 7)), 0, "feed"))
                .isEqualTo("← m1   ← a message that did not end: at least 1 fragment, 1 byte"
                        + "   closed by the verifier with 1009");
        assertThat(SessionText.upTo(session(List.of(), new Transcript.Frames(frames.subList(2, 3), 0)), 0, "feed"))
                .isEqualTo("← a message that did not end: 1 fragment, 1 byte   closed by the verifier with 1009");
    }

    private static CapturedMessage received(long position, long atMillis) {
        return new CapturedMessage(
                Direction.RECEIVED, position, Duration.ofMillis(atMillis), new Payload.Text("m" + position));
    }

    private static CapturedFrame frame(
            Direction direction, long number, long atMillis, Opcode opcode, boolean fin, long message, String start) {
        return FrameResults.frame(
                direction,
                number,
                atMillis,
                new CapturedFrame.Head(opcode, fin, false, start.length()),
                message,
                start);
    }

    private static ConnectionRecord session(List<CapturedMessage> messages, Transcript.Frames frames) {
        return new ConnectionRecord(
                1,
                URI.create("ws://localhost/"),
                new HandshakeResponse(101, Headers.NONE),
                new Transcript(Instant.EPOCH, messages, 0, frames),
                new CloseStatus(1009, ""),
                Direction.SENT);
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
