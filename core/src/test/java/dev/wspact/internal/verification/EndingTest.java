package dev.wspact.internal.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wspact.message.CloseStatus;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class EndingTest {
    private final Ending atOnce =
            new Ending(1, Duration.ofMillis(5), new CloseStatus(1013, "try again later"), "", null, null, List.of());

    @Test
    void says_how_long_it_was_waited() {
        assertThat(atOnce.after(Duration.ofMillis(2))).isEqualTo(Duration.ofMillis(3));
    }

    @Test
    void never_waits_a_negative_time_for_a_server_that_closed_before_waiting_began() {
        assertThat(atOnce.after(Duration.ofMillis(6))).isZero();
    }

    @Test
    void tells_what_is_known_of_how_a_connection_broke_off() {
        var dropped = new CloseStatus(CloseStatus.ABNORMAL, "");
        var alerted = new Ending(
                1,
                Duration.ofMillis(20),
                dropped,
                "the server sent the TLS alert internal_error",
                null,
                null,
                List.of());

        assertThat(alerted.notSeen("a tick", Duration.ofMillis(20), "send it").expected())
                .isEqualTo(
                        "a tick, but the connection broke off without a close (1006) 20 ms after it was open (the server"
                                + " sent the TLS alert internal_error)");
        assertThat(atOnce.notSeen("a tick", Duration.ZERO, "send it").expected())
                .isEqualTo(
                        "a tick, but the server closed the connection with 1013 \"try again later\" 5 ms after it was"
                                + " open");
    }
}
