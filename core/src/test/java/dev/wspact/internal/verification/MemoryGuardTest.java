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
        var verdict = new MemoryGuard(64 * MEBIBYTE, false).tooLarge(message("\"" + "x".repeat(15 << 20) + "\""));

        assertThat(verdict).isNotNull();
        assertThat(verdict.problem())
                .isEqualTo(
                        "message 7 has 15728642 bytes and would take about 60 MiB of memory to judge, and there are 64"
                                + " MiB for everything");
        assertThat(verdict.remedy()).contains("-Xmx");
    }

    @Test
    void the_same_message_is_judged_in_a_larger_heap() {
        assertThat(new MemoryGuard(512 * MEBIBYTE, false).tooLarge(message("\"" + "x".repeat(15 << 20) + "\"")))
                .isNull();
    }

    @Test
    void an_ordinary_message_is_judged_in_any_heap() {
        assertThat(new MemoryGuard(MEBIBYTE, true).tooLarge(message("{\"type\":\"tick\"}")))
                .isNull();
    }

    @Test
    void xml_is_weighed_where_it_is_read_as_such() {
        String elements = "<a>" + "<b c='d'/>".repeat(200_000) + "</a>";

        var verdict = new MemoryGuard(256 * MEBIBYTE, true).tooLarge(message(elements));

        assertThat(verdict).isNotNull();
        assertThat(verdict.problem()).startsWith("message 7 has 2000007 bytes and would take about ");
        assertThat(new MemoryGuard(256 * MEBIBYTE, false).tooLarge(message(elements)))
                .isNull();
        assertThat(new MemoryGuard(256 * MEBIBYTE, true).tooLarge(message("<a>" + "b".repeat(2 << 20) + "</a>")))
                .isNull();
    }

    private static CapturedMessage message(String text) {
        return new CapturedMessage(Direction.RECEIVED, 7, Duration.ZERO, new Payload.Text(text));
    }
}
