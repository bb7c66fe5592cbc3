package dev.wspact.internal.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wspact.message.CapturedMessage;
import dev.wspact.message.Direction;
import dev.wspact.message.Payload;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MemoryGuardTest {
    private static final long MEBIBYTE = 1 << 20;

    @Test
    void a_message_that_would_fill_the_heap_is_not_judged_and_the_text_says_what_to_do() {
        var verdict = new MemoryGuard(64 * MEBIBYTE).tooLarge(message("\"" + "x".repeat(15 << 20) + "\""));

        assertThat(verdict).isNotNull();
        assertThat(verdict.problem())
                .isEqualTo(
                        "message 7 has 15728642 bytes and would take about 60 MiB of memory to judge, and there are 64"
                                + " MiB for everything");
        assertThat(verdict.remedy()).contains("-Xmx");
    }

    @Test
    void the_same_message_is_judged_in_a_larger_heap() {
        assertThat(new MemoryGuard(512 * MEBIBYTE).tooLarge(message("\"" + "x".repeat(15 << 20) + "\"")))
                .isNull();
    }

    @Test
    void an_ordinary_message_is_judged_in_any_heap() {
        assertThat(new MemoryGuard(MEBIBYTE).tooLarge(message("{\"type\":\"tick\"}")))
                .isNull();
    }

    private static CapturedMessage message(String text) {
        return new CapturedMessage(Direction.RECEIVED, 7, Duration.ZERO, new Payload.Text(text));
    }
}
