package dev.wspact.internal.verification;

import static dev.wspact.internal.verification.Bench.like;
import static dev.wspact.internal.verification.Bench.push;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wspact.contract.Interaction;
import dev.wspact.internal.websocket.ConnectOutcome;
import dev.wspact.verdict.Verdict;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How long an attempt to connect may take. */
class DialingTest {
    private static final Interaction TICK = push("a tick", like("{\"type\":\"tick\"}", "type"));
    private static final ConnectOutcome SILENT = new ConnectOutcome.Unreachable(false, "no answer", "look at it");

    private final Bench bench = new Bench();

    @Test
    void as_long_as_the_verification_waits_if_the_handshake_may_take_longer() {
        bench.options(o -> o.timeout(Duration.ofSeconds(3))).answers(SILENT);

        assertThat(bench.verdict(TICK)).isEqualTo(new Verdict.Errored("no answer", "look at it"));
        assertThat(bench.connectTimes).containsExactly(Duration.ofSeconds(3));
    }

    @Test
    void as_long_as_a_handshake_may_take_if_the_verification_waits_longer() {
        bench.options(o -> o.timeout(Duration.ofMinutes(5))).answers(SILENT);

        assertThat(bench.verdict(TICK)).isInstanceOf(Verdict.Errored.class);
        assertThat(bench.connectTimes).containsExactly(Duration.ofSeconds(10));
    }

    @Test
    void each_attempt_has_its_own_time() {
        var nothing = new ConnectOutcome.Unreachable(true, "nothing listens", "start it");
        bench.options(o -> o.timeout(Duration.ofSeconds(3)).waitFor(Duration.ofSeconds(20)))
                .answers(nothing)
                .plays(session -> session.text(1, "{\"type\":\"tick\"}"));

        assertThat(bench.verdict(TICK)).isEqualTo(Verdict.PASSED);
        assertThat(bench.connectTimes).containsExactly(Duration.ofSeconds(3), Duration.ofSeconds(3));
    }
}
