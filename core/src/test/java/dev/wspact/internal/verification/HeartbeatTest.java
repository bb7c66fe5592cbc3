package dev.wspact.internal.verification;

import static dev.wspact.internal.verification.Bench.like;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wspact.contract.Expectation;
import dev.wspact.contract.Interaction;
import dev.wspact.contract.Receive;
import dev.wspact.contract.Setup;
import dev.wspact.verdict.ContractResult;
import dev.wspact.verdict.Mismatch;
import dev.wspact.verdict.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A server that must ping every second, and whose consumer listens for three. */
class HeartbeatTest {
    private static final Consumer<ScriptedSession> TICK = session -> session.text(1, "{\"type\":\"tick\"}");

    private final Bench bench = new Bench();

    @Test
    void pings_often_enough_from_the_opening_to_the_end_pass() {
        assertThat(verdict(session -> session.ping(1000, 1999, 2500))).isEqualTo(Verdict.PASSED);
    }

    @Test
    void it_listens_to_the_end_of_its_time_although_the_message_has_come() {
        long start = bench.clock.getAsLong();
        verdict(session -> session.ping(1000, 2000, 3000));

        assertThat(Duration.ofNanos(bench.clock.getAsLong() - start)).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void a_gap_at_the_start_between_two_pings_or_at_the_end_fails() {
        assertThat(actual(session -> session.ping(1001, 2000, 3000)))
                .isEqualTo("none for 1001 ms, from 0 ms to 1001 ms after the connection was open;"
                        + " it pinged at 1001 ms, 2000 ms, 3000 ms");
        assertThat(actual(session -> session.ping(500, 1600, 2600)))
                .isEqualTo("none for 1100 ms, from 500 ms to 1600 ms after the connection was open;"
                        + " it pinged at 500 ms, 1600 ms, 2600 ms");
        assertThat(actual(session -> session.ping(1, 2, 3, 4, 5, 6, 1000)))
                .isEqualTo("none for 2000 ms, from 1000 ms to 3000 ms after the connection was open;"
                        + " it pinged at 1 ms, 2 ms, 3 ms, 4 ms, 5 ms and 2 times more");
    }

    @Test
    void a_server_that_never_pings_fails_with_the_rule_and_a_remedy() {
        assertThat(verdict(session -> {})).isInstanceOfSatisfying(Verdict.Failed.class, failed -> {
            Mismatch mismatch = failed.mismatches().get(0);
            assertThat(mismatch.rule()).isEqualTo("heartbeat");
            assertThat(mismatch.expected()).isEqualTo("a ping at least every 1 s");
            assertThat(mismatch.actual())
                    .isEqualTo("none for 3000 ms, from 0 ms to 3000 ms after the connection was open; it never pinged");
            assertThat(mismatch.remedy())
                    .isEqualTo("let feed ping its clients that often, or let desk rely on less (\"heartbeat\")");
        });
    }

    @Test
    void it_listens_for_as_long_as_a_ping_may_be_away_if_that_is_longer() {
        Interaction patient = beating(Duration.ofSeconds(60), Duration.ofSeconds(3));

        assertThat(bench.plays(TICK.andThen(session -> session.ping(60_000))).verdict(patient))
                .isEqualTo(Verdict.PASSED);
        assertThat(new Bench().plays(TICK).verdict(patient)).isInstanceOf(Verdict.Failed.class);
    }

    @Test
    void a_message_that_comes_when_only_pings_are_listened_for_is_late() {
        Interaction patient = beating(Duration.ofSeconds(60), Duration.ofSeconds(3));

        assertThat(bench.plays(session -> session.ping(50_000).text(10_000, "{\"type\":\"tick\"}"))
                        .verdict(patient))
                .isInstanceOfSatisfying(Verdict.NotSeen.class, seen -> assertThat(seen.expected())
                        .contains("1 came after 3 s"));
    }

    @Test
    void a_connection_that_ends_before_a_ping_is_due_is_not_judged_and_later_is() {
        assertThat(verdict(session -> session.close(900, 1000, "")))
                .isEqualTo(
                        new Verdict.Errored(
                                "not checkable: the connection ended 900 ms after it was open, before a ping was due, so"
                                        + " \"heartbeat\" cannot be judged",
                                "let feed keep the connection open for at least 1 s in the provider states of the interaction"));
        assertThat(verdict(session -> session.ping(900).close(1500, 1000, ""))).isEqualTo(Verdict.PASSED);
        assertThat(verdict(session -> session.ping(100).close(1500, 1000, ""))).isInstanceOf(Verdict.Failed.class);
    }

    @Test
    void a_message_that_is_missing_or_an_obstacle_is_told_as_without_a_heartbeat() {
        assertThat(new Bench().plays(session -> session.close(900, 4001, "")).verdict(beating()))
                .isInstanceOf(Verdict.NotSeen.class);
        assertThat(verdict(session -> session.abandon(900, "too big", "raise it")))
                .isEqualTo(new Verdict.Errored("too big", "raise it"));
    }

    @Test
    void pings_are_heard_while_steps_are_sent_and_do_not_count_as_messages() {
        Interaction prepared = Bench.with(Bench.sends(Bench.stepAfter("{}", Duration.ofSeconds(2))), beating());

        ContractResult result = bench.plays(
                        session -> session.ping(900, 1800, 2700, 3600, 4500).text(2500, "{\"type\":\"tick\"}"))
                .verify(prepared);

        assertThat(Bench.verdicts(result)).isEqualTo(List.of(Verdict.PASSED));
        assertThat(result.uncontracted().arrivals()).isEmpty();
    }

    private static Interaction beating() {
        return beating(Duration.ofSeconds(1), Duration.ofSeconds(3));
    }

    private static Interaction beating(Duration every, Duration within) {
        return Bench.interaction(
                "a tick",
                Setup.NONE,
                new Expectation.Push(
                        like("{\"type\":\"tick\"}", "type"), new Receive(null, null, within), null, every, null));
    }

    private Verdict verdict(Consumer<ScriptedSession> script) {
        return bench.plays(TICK.andThen(script)).verdict(beating());
    }

    private String actual(Consumer<ScriptedSession> script) {
        Verdict verdict = verdict(script);
        assertThat(verdict).isInstanceOf(Verdict.Failed.class);
        return ((Verdict.Failed) verdict).mismatches().get(0).actual();
    }
}
