package dev.wspact.internal.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wspact.internal.websocket.frame.FrameWriter;
import dev.wspact.internal.websocket.frame.Role;
import dev.wspact.internal.websocket.frame.WholeFrame;
import dev.wspact.message.CapturedFrame;
import dev.wspact.message.CloseStatus;
import dev.wspact.message.Direction;
import dev.wspact.message.Opcode;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameLogTest {
    @ParameterizedTest
    @CsvSource({
        "1, 10, '10'",
        "2, 10, '1 10'",
        "5, 10, '1 2 8 9 10'",
        "4, 5, '1 2 4 5'",
        "5, 5, '1 2 3 4 5'",
        "3, 0, ''"
    })
    void keeps_the_first_and_the_last_frames(int limit, int frames, String kept) {
        FrameLog log = new FrameLog(limit);
        for (int i = 0; i < frames; i++) {
            log.sent(frame(Opcode.PING, ""), i);
        }

        assertThat(log.history().frames().kept())
                .extracting(CapturedFrame::number)
                .map(String::valueOf)
                .containsExactly(kept.isEmpty() ? new String[0] : kept.split(" "));
        assertThat(log.history().frames().omitted()).isEqualTo(Math.max(0, frames - limit));
    }

    @Test
    void counts_times_from_the_opening_and_messages_by_their_last_frame() {
        FrameLog log = new FrameLog(10);
        log.opened(1_000);
        log.sent(frame(Opcode.TEXT, "a"), 1_001);
        log.sent(frame(Opcode.PONG, "p"), 1_002);
        log.sent(frame(Opcode.BINARY, "bb"), 1_003);

        assertThat(log.history().frames().kept())
                .extracting(CapturedFrame::sinceOpen)
                .containsExactly(Duration.ofNanos(1), Duration.ofNanos(2), Duration.ofNanos(3));
        assertThat(log.history().frames().kept())
                .extracting(CapturedFrame::message)
                .containsExactly(1L, 0L, 2L);
        assertThat(log.history().frames().kept())
                .extracting(frame -> frame.start().sizeInBytes())
                .containsExactly(0, 1, 0);
    }

    @Test
    void the_first_close_of_both_sides_counts() {
        FrameLog log = new FrameLog(10);
        assertThat(log.history().closing()).isNull();

        log.closed(Direction.RECEIVED, new CloseStatus(4001, "bye"));
        log.closed(Direction.SENT, new CloseStatus(1000, ""));

        assertThat(log.history().closing())
                .isEqualTo(new FrameHistory.Closing(Direction.RECEIVED, new CloseStatus(4001, "bye")));
    }

    private static WholeFrame frame(Opcode opcode, String payload) {
        ByteBuffer bytes = ByteBuffer.wrap(payload.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return WholeFrame.of(Role.CLIENT, FrameWriter.frame(Role.CLIENT, true, 0, opcode, bytes, 7));
    }
}
