package dev.wspact.internal.verification;

import static dev.wspact.internal.verification.Bench.close;
import static dev.wspact.internal.verification.Bench.step;
import static dev.wspact.internal.verification.Bench.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wspact.message.CloseStatus;
import dev.wspact.verdict.ContractResult;
import dev.wspact.verdict.Mismatch;
import dev.wspact.verdict.Verdict;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CloseTest {
    private final Bench bench = new Bench();

    @Test
    void the_declared_close_passes_whatever_the_reason_if_none_is_declared() {
        ContractResult result =
                bench.plays(s -> s.close(700, 4001, "expired")).verify(close("expiry", "{\"code\":4001}", null));

        assertThat(Bench.verdicts(result)).containsExactly(Verdict.PASSED);
        assertThat(result.connections().get(0).close()).isEqualTo(new CloseStatus(4001, "expired"));
    }

    @Test
    void another_code_or_reason_fails() {
        assertThat(new Bench().plays(s -> s.close(7, 1000, "")).verdict(close("expiry", "{\"code\":4001}", null)))
                .isInstanceOfSatisfying(Verdict.Failed.class, failed -> {
                    Mismatch mismatch = failed.mismatches().get(0);
                    assertThat(mismatch.rule()).isEqualTo("code");
                    assertThat(mismatch.address().path()).isEqualTo("$.code");
                    assertThat(mismatch.actual()).contains("1000");
                });
        assertThat(bench.plays(s -> s.close(7, 4001, "bye"))
                        .verdict(close("expiry", "{\"code\":4001,\"reason\":\"expired\"}", null)))
                .isInstanceOf(Verdict.Failed.class);
    }

    @Test
    void a_connection_that_stays_open_until_its_time_is_not_seen() {
        var verdict = bench.plays(s -> s.text(1, "{\"type\":\"beat\"}"))
                .verdict(close("expiry", "{\"code\":4001}", Duration.ofSeconds(3)));

        assertThat(verdict).isInstanceOfSatisfying(Verdict.NotSeen.class, seen -> {
            assertThat(seen.expected()).isEqualTo("a close by the server that matches \"expiry\": {\"code\":4001}");
            assertThat(seen.waited()).isEqualTo(Duration.ofSeconds(3));
            assertThat(seen.instead()).hasSize(1);
        });
    }

    @Test
    void a_server_that_closes_before_a_step_can_be_sent_is_judged_by_its_close() {
        var setup = Bench.sends(step("{\"type\":\"auth\"}"));

        assertThat(bench.plays(s -> s.close(0, 4001, ""))
                        .verdict(with(setup, close("expiry", "{\"code\":4001}", null))))
                .isEqualTo(Verdict.PASSED);
    }

    @Test
    void a_connection_that_the_client_gave_up_is_an_error() {
        assertThat(bench.plays(s -> s.abandon(1, "too large", "raise"))
                        .verdict(close("expiry", "{\"code\":4001}", null)))
                .isEqualTo(new Verdict.Errored("too large", "raise"));
    }
}
