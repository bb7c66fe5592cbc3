package dev.wspact.internal.verification;

import static dev.wspact.internal.verification.Bench.exactly;
import static dev.wspact.internal.verification.Bench.framed;
import static dev.wspact.internal.verification.Bench.like;
import static dev.wspact.internal.verification.Bench.ordered;
import static dev.wspact.internal.verification.Bench.pending;
import static dev.wspact.internal.verification.Bench.push;
import static dev.wspact.internal.verification.Bench.verdicts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.wspact.contract.Interaction;
import dev.wspact.contract.MessageOrder;
import dev.wspact.contract.Receive;
import dev.wspact.message.FrameType;
import dev.wspact.verdict.Arrival;
import dev.wspact.verdict.ContractResult;
import dev.wspact.verdict.Mismatch;
import dev.wspact.verdict.Verdict;
import dev.wspact.verification.Strictness;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PushTest {
    private static final Interaction TICK = push("a tick", like("{\"type\":\"tick\",\"price\":1.5}", "type"));
    private static final Interaction NEWS = push("news", like("{\"type\":\"news\",\"title\":\"x\"}", "type"));

    private final Bench bench = new Bench();

    @Test
    void a_matching_message_passes_and_ends_the_waiting_at_once() {
        ContractResult result = bench.plays(s -> s.text(20, "{\"type\":\"tick\",\"price\":2.5}"))
                .verify(TICK);

        assertThat(verdicts(result)).containsExactly(Verdict.PASSED);
        assertThat(result.successful()).isTrue();
        assertThat(result.interactions().get(0).messages()).isEqualTo(1);
        assertThat(bench.sessions.get(0).sinceOpen()).isEqualTo(Duration.ofMillis(20));
        assertThat(bench.sessions.get(0).isClosed()).isTrue();
    }

    @Test
    void a_message_of_its_type_that_differs_fails_with_all_addresses_and_a_remedy() {
        var verdict = (Verdict.Failed)
                bench.plays(s -> s.text(5, "{\"type\":\"hello\"}").text(20, "{\"type\":\"tick\",\"price\":\"2.5\"}"))
                        .verdict(TICK);

        Mismatch mismatch = verdict.mismatches().get(0);
        assertThat(mismatch.address())
                .isEqualTo(new Mismatch.Address(1, 2, Duration.ofMillis(20), "$.price", Bench.place("/contents")));
        assertThat(mismatch.rule()).isEqualTo("type");
        assertThat(mismatch.remedy()).isEqualTo("fix feed, or ask desk to loosen the rule at $.price");
        assertThat(bench.sessions.get(0).sinceOpen())
                .as("no waiting for a break that is proven")
                .isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void what_does_not_arrive_is_not_seen_and_told_with_what_arrived_instead() {
        var verdict = (Verdict.NotSeen) bench.plays(s -> s.text(1, "{\"type\":\"beat\"}")
                        .text(2, "{\"type\":\"beat\",\"n\":2}")
                        .text(3, "{\"type\":\"news\"}"))
                .verdict(TICK);

        assertThat(verdict.expected()).isEqualTo("a message that matches \"a tick\"");
        assertThat(verdict.waited()).isEqualTo(Duration.ofSeconds(10));
        assertThat(verdict.instead())
                .containsExactly(
                        new Arrival("beat", 2, "{\"type\":\"beat\"}"), new Arrival("news", 1, "{\"type\":\"news\"}"));
        assertThat(verdict.remedy()).contains("feed", "desk", "within");
    }

    @Test
    void a_message_after_its_time_is_too_late_even_if_it_matches() {
        Interaction soon =
                push("a tick", like("{\"type\":\"tick\"}", "type"), new Receive(1, null, Duration.ofSeconds(2)));
        ContractResult result = bench.plays(
                        s -> s.text(3000, "{\"type\":\"tick\"}").text(3001, "{\"type\":\"news\",\"title\":\"t\"}"))
                .verify(soon, NEWS);

        assertThat(verdicts(result).get(0)).isInstanceOfSatisfying(Verdict.NotSeen.class, seen -> {
            assertThat(seen.waited()).isEqualTo(Duration.ofSeconds(2));
            assertThat(seen.expected()).contains("1 came after 2 s, which is too late");
        });
        assertThat(verdicts(result).get(1)).isEqualTo(Verdict.PASSED);
    }

    @Test
    void a_message_exactly_at_its_time_is_in_time() {
        Interaction soon =
                push("a tick", like("{\"type\":\"tick\"}", "type"), new Receive(1, null, Duration.ofSeconds(2)));

        assertThat(bench.plays(s -> s.text(2000, "{\"type\":\"tick\"}")).verdict(soon))
                .isEqualTo(Verdict.PASSED);
    }

    @Test
    void every_message_of_its_type_is_judged_and_not_only_the_first() {
        var verdict = bench.plays(s -> s.text(1, "{\"type\":\"tick\",\"price\":1}")
                        .text(1, "{\"type\":\"tick\",\"price\":2}")
                        .text(1, "{\"type\":\"tick\",\"price\":\"3\"}"))
                .verdict(TICK);

        assertThat(verdict).isInstanceOfSatisfying(Verdict.Failed.class, failed -> assertThat(failed.mismatches())
                .extracting(m -> m.address().message())
                .containsExactly(3L));
    }

    @Test
    void what_arrives_after_all_is_satisfied_is_not_waited_for() {
        assertThat(bench.plays(s -> s.text(1, "{\"type\":\"tick\",\"price\":1}")
                                .text(50, "{\"type\":\"tick\",\"price\":\"3\"}"))
                        .verdict(TICK))
                .isEqualTo(Verdict.PASSED);
    }

    @Test
    void observe_listens_on_after_all_is_satisfied() {
        var verdict = bench.options(o -> o.observe(Duration.ofMillis(200)))
                .plays(s ->
                        s.text(1, "{\"type\":\"tick\",\"price\":1}").text(150, "{\"type\":\"tick\",\"price\":\"3\"}"))
                .verdict(TICK);

        assertThat(verdict).isInstanceOf(Verdict.Failed.class);
        assertThat(bench.sessions.get(0).sinceOpen()).isEqualTo(Duration.ofMillis(201));
    }

    @Test
    void at_least_counts_matching_messages() {
        Interaction three =
                push("ticks", like("{\"type\":\"tick\"}", "type"), new Receive(3, null, Duration.ofSeconds(1)));

        assertThat(new Bench()
                        .plays(s -> s.text(1, "{\"type\":\"tick\"}")
                                .text(2, "{\"type\":\"tick\"}")
                                .text(3, "{\"type\":\"tick\"}"))
                        .verdict(three))
                .isEqualTo(Verdict.PASSED);
        assertThat(bench.plays(s -> s.text(1, "{\"type\":\"tick\"}").text(2, "{\"type\":\"tick\"}"))
                        .verdict(three))
                .isInstanceOfSatisfying(Verdict.NotSeen.class, seen -> assertThat(seen.expected())
                        .isEqualTo("3 messages that match \"ticks\", of which 2 arrived"));
    }

    @Test
    void at_most_listens_until_its_time_and_fails_on_one_too_many() {
        Interaction one = push("a tick", like("{\"type\":\"tick\"}", "type"), new Receive(1, 1, Duration.ofSeconds(1)));

        assertThat(new Bench()
                        .plays(s -> s.text(1, "{\"type\":\"tick\"}").text(1001, "{\"type\":\"tick\"}"))
                        .verdict(one))
                .isEqualTo(Verdict.PASSED);
        assertThat(bench.plays(s -> s.text(1, "{\"type\":\"tick\"}").text(900, "{\"type\":\"tick\"}"))
                        .verdict(one))
                .isInstanceOfSatisfying(Verdict.Failed.class, failed -> assertThat(failed.mismatches())
                        .extracting(Mismatch::rule, Mismatch::expected, Mismatch::actual, m -> m.address()
                                .message())
                        .containsExactly(
                                tuple("receive.atMost", "at most 1 message like this within 1 s", "2 arrived", 2L)));
    }

    @Test
    void at_least_none_and_at_most_one_passes_in_silence() {
        Interaction rare =
                push("an alarm", like("{\"type\":\"alarm\"}", "type"), new Receive(0, 1, Duration.ofSeconds(1)));

        assertThat(bench.plays(s -> {}).verdict(rare)).isEqualTo(Verdict.PASSED);
        assertThat(bench.sessions.get(0).sinceOpen()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void two_interactions_of_one_type_need_a_message_each() {
        Interaction first = push("a first", like("{\"type\":\"tick\"}", "type"));
        Interaction second = push("a second", like("{\"type\":\"tick\"}", "type"));

        assertThat(verdicts(bench.plays(s -> s.text(1, "{\"type\":\"tick\"}")).verify(first, second)))
                .extracting(Verdict::word)
                .containsExactly("passed", "not-seen");
        assertThat(verdicts(new Bench()
                        .plays(s -> s.text(1, "{\"type\":\"tick\"}").text(2, "{\"type\":\"tick\"}"))
                        .verify(first, second)))
                .extracting(Verdict::word)
                .containsExactly("passed", "passed");
    }

    @Test
    void a_message_that_satisfies_one_of_two_is_fine_and_the_loose_one_leaves_the_strict_one_its_message() {
        Interaction loose = push("any order", like("{\"type\":\"order\",\"note\":\"x\"}", "type"));
        Interaction strict =
                push("an express order", like("{\"type\":\"order\",\"note\":\"x\",\"express\":true}", "type"));
        // the first message satisfies both, the second only the loose one
        Bench server = bench.plays(s -> s.text(1, "{\"type\":\"order\",\"note\":\"a\",\"express\":true}")
                .text(2, "{\"type\":\"order\",\"note\":\"b\"}"));

        assertThat(verdicts(server.verify(loose, strict))).containsExactly(Verdict.PASSED, Verdict.PASSED);
    }

    @Test
    void a_message_that_satisfies_none_of_two_is_blamed_on_the_closest() {
        Interaction news = push("news", like("{\"type\":\"note\",\"topic\":\"news\",\"n\":1}", "type", "topic"));
        Interaction sport = push("sport", like("{\"type\":\"note\",\"topic\":\"sport\",\"n\":1}", "type", "topic"));
        Bench server = bench.plays(s -> s.text(1, "{\"type\":\"note\",\"topic\":\"news\",\"n\":1}")
                .text(2, "{\"type\":\"note\",\"topic\":\"sport\",\"n\":\"1\"}"));

        ContractResult result = server.verify(news, sport);

        assertThat(verdicts(result)).extracting(Verdict::word).containsExactly("passed", "failed");
        assertThat(((Verdict.Failed) verdicts(result).get(1)).mismatches())
                .extracting(m -> m.address().path())
                .containsExactly("$.n");
    }

    @Test
    void without_discriminator_an_interaction_claims_what_matches() {
        Interaction any = push("a price", like("{\"price\":1.5}"));
        ContractResult result = bench.plays(s -> s.text(1, "{\"hello\":true}").text(2, "{\"price\":9.5}"))
                .verify(any);

        assertThat(verdicts(result)).containsExactly(Verdict.PASSED);
        assertThat(result.uncontracted().arrivals()).containsExactly(new Arrival("text", 1, "{\"hello\":true}"));
        assertThat(result.uncontracted().failed()).isFalse();
    }

    @Test
    void an_interaction_that_fits_any_message_does_not_hide_that_one_breaks_another() {
        Interaction any = push("an envelope", like("{\"version\":1}"));
        ContractResult result = bench.plays(s -> s.text(1, "{\"type\":\"tick\",\"price\":1,\"version\":1}")
                        .text(1, "{\"type\":\"tick\",\"price\":\"1\",\"version\":1}"))
                .verify(TICK, any);

        assertThat(verdicts(result)).extracting(Verdict::word).containsExactly("failed", "passed");
        assertThat(((Verdict.Failed) verdicts(result).get(0)).mismatches())
                .extracting(m -> m.address().message(), m -> m.address().path())
                .containsExactly(tuple(2L, "$.price"));
    }

    @Test
    void an_interaction_whose_example_is_of_the_same_type_vouches_for_a_message_that_breaks_another() {
        Interaction halted = push("a halted tick", like("{\"type\":\"tick\",\"halted\":true}"));
        ContractResult result = bench.plays(s ->
                        s.text(1, "{\"type\":\"tick\",\"halted\":false}").text(2, "{\"type\":\"tick\",\"price\":1}"))
                .verify(TICK, halted);

        assertThat(verdicts(result)).containsExactly(Verdict.PASSED, Verdict.PASSED);
    }

    @Test
    void without_discriminator_the_unclaimed_messages_are_the_failure_at_the_deadline_closest_first() {
        Interaction any = push("a price", like("{\"type\":\"price\",\"price\":1.5,\"at\":1}"));
        var verdict = (Verdict.Failed) bench.plays(s -> s.text(1, "{\"type\":\"beat\"}")
                        .text(2, "{\"type\":\"price\",\"price\":\"9\",\"at\":1}")
                        .text(3, "not json"))
                .verdict(any);

        assertThat(verdict.mismatches().get(0).address().message()).isEqualTo(2);
        assertThat(verdict.mismatches().get(0).address().path()).isEqualTo("$.price");
        assertThat(bench.sessions.get(0).sinceOpen()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void a_discriminator_named_in_the_options_claims_by_the_example_even_if_its_rule_is_loose() {
        Interaction price = push("a price", like("{\"what\":\"price\",\"price\":1.5}"));
        var verdict = bench.options(o -> o.discriminator(java.util.List.of("what")))
                .plays(s -> s.text(1, "{\"what\":\"beat\"}").text(2, "{\"what\":\"price\",\"price\":\"9\"}"))
                .verdict(price);

        assertThat(verdict).isInstanceOfSatisfying(Verdict.Failed.class, failed -> assertThat(failed.mismatches())
                .extracting(m -> m.address().message())
                .containsExactly(2L));
    }

    @Test
    void the_wrong_frame_is_a_mismatch() {
        Interaction text = push("a tick", framed(exactly("{\"type\":\"tick\"}"), FrameType.TEXT));
        var verdict = bench.plays(
                        s -> s.binary(1, "{\"type\":\"tick\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .verdict(text);

        assertThat(verdict).isInstanceOfSatisfying(Verdict.Failed.class, failed -> assertThat(failed.mismatches())
                .extracting(Mismatch::rule)
                .containsExactly("frame"));
    }

    @Test
    void uncontracted_messages_fail_the_contract_only_if_told_to() {
        bench.options(o -> o.strictness(new Strictness(true, false, false)));
        ContractResult result = bench.plays(
                        s -> s.text(1, "{\"type\":\"beat\"}").text(2, "{\"type\":\"tick\",\"price\":1}"))
                .verify(TICK);

        assertThat(verdicts(result)).containsExactly(Verdict.PASSED);
        assertThat(result.successful()).isFalse();
    }

    @Test
    void the_order_is_checked_per_key_with_exact_numbers_until_the_time_is_over() {
        Interaction seq = ordered(
                "a seq",
                like("{\"type\":\"t\",\"seq\":1,\"topic\":\"a\"}", "type"),
                new Receive(1, null, Duration.ofSeconds(1)),
                new MessageOrder("/seq", MessageOrder.Rule.GAPLESS, "/topic"));
        var good = new Bench().plays(s -> s.text(1, "{\"type\":\"t\",\"seq\":9007199254740993,\"topic\":\"a\"}")
                .text(2, "{\"type\":\"t\",\"seq\":1,\"topic\":\"b\"}")
                .text(900, "{\"type\":\"t\",\"seq\":9007199254740994,\"topic\":\"a\"}"));
        assertThat(good.verdict(seq)).isEqualTo(Verdict.PASSED);

        var verdict = bench.plays(s -> s.text(1, "{\"type\":\"t\",\"seq\":9007199254740993,\"topic\":\"a\"}")
                        .text(900, "{\"type\":\"t\",\"seq\":9007199254740993,\"topic\":\"a\"}"))
                .verdict(seq);
        assertThat(verdict).isInstanceOfSatisfying(Verdict.Failed.class, failed -> assertThat(failed.mismatches())
                .extracting(Mismatch::rule, Mismatch::expected, Mismatch::actual)
                .containsExactly(tuple(
                        "order",
                        "9007199254740994 at /seq, after 9007199254740993 among those with /topic = \"a\" (gapless)",
                        "9007199254740993")));
    }

    @Test
    void a_server_that_closes_early_is_told_by_its_close() {
        var verdict = bench.plays(s -> s.close(40, 1011, "boom")).verdict(TICK);

        assertThat(verdict).isInstanceOfSatisfying(Verdict.NotSeen.class, seen -> {
            assertThat(seen.expected())
                    .isEqualTo("a message that matches \"a tick\", but the server closed the connection with 1011"
                            + " \"boom\" 40 ms after it was open");
            assertThat(seen.waited()).isEqualTo(Duration.ofMillis(40));
        });
    }

    @Test
    void a_broken_message_and_a_dead_connection_are_both_told() {
        Interaction two = push("ticks", like("{\"type\":\"tick\",\"n\":1}", "type"), new Receive(2, null, null));
        var verdict = bench.plays(
                        s -> s.text(1, "{\"type\":\"tick\",\"n\":\"x\"}").close(9, 1006, ""))
                .verdict(two);

        assertThat(verdict).isInstanceOfSatisfying(Verdict.Failed.class, failed -> assertThat(failed.mismatches())
                .extracting(Mismatch::rule)
                .containsExactly("type", "receive.atLeast"));
        assertThat(((Verdict.Failed) verdict).mismatches().get(1).actual())
                .isEqualTo("0 did, then the connection broke off without a close (1006) 9 ms after it was open");
    }

    @Test
    void a_connection_the_client_gave_up_is_an_error_and_never_a_pass() {
        ContractResult result = bench.plays(s -> s.text(1, "{\"type\":\"tick\",\"price\":1}")
                        .abandon(2, "a message is larger than 16 MiB", "raise the limit"))
                .verify(TICK, NEWS);

        assertThat(verdicts(result))
                .containsExactly(
                        new Verdict.Errored("a message is larger than 16 MiB", "raise the limit"),
                        new Verdict.Errored("a message is larger than 16 MiB", "raise the limit"));
        assertThat(result.errored()).isTrue();
    }

    @Test
    void a_break_of_a_pending_interaction_is_pending_and_so_is_an_error() {
        assertThat(bench.plays(s -> {}).verdict(pending(TICK)))
                .isInstanceOfSatisfying(Verdict.Pending.class, pending -> assertThat(pending.underneath())
                        .isInstanceOf(Verdict.NotSeen.class));
        assertThat(new Bench()
                        .plays(s -> s.text(1, "{\"type\":\"tick\",\"price\":1}"))
                        .verdict(pending(TICK)))
                .isEqualTo(Verdict.PASSED);
        assertThat(new Bench().plays(s -> s.abandon(1, "p", "r")).verdict(pending(TICK)))
                .isEqualTo(new Verdict.Pending(new Verdict.Errored("p", "r")));
    }

    @Test
    void mismatches_are_kept_up_to_a_bound_and_the_rest_is_counted() {
        var verdict = bench.plays(s -> {
                    for (int i = 0; i < 100; i++) {
                        s.text(1, "{\"type\":\"tick\",\"price\":\"x\"}");
                    }
                })
                .verdict(TICK);

        assertThat(verdict).isInstanceOfSatisfying(Verdict.Failed.class, failed -> {
            assertThat(failed.mismatches()).hasSize(Findings.KEPT);
            assertThat(failed.omitted()).isEqualTo(100 - Findings.KEPT);
        });
    }

    @Test
    void message_metadata_is_noted_and_fails_only_if_told_to() {
        Interaction carrying = push(
                "a tick",
                Bench.withMetadata(
                        exactly("{\"type\":\"tick\"}"), "{\"contentType\":\"application/json\",\"key\":\"k\"}"));

        ContractResult tolerant =
                new Bench().plays(s -> s.text(1, "{\"type\":\"tick\"}")).verify(carrying);
        assertThat(verdicts(tolerant)).containsExactly(Verdict.PASSED);
        assertThat(tolerant.subject().notes())
                .containsExactly(
                        "\"a tick\": message metadata key was not checked, since a WebSocket message carries none");

        bench.options(o -> o.strictness(new Strictness(false, false, true)));
        assertThat(bench.plays(s -> s.text(1, "{\"type\":\"tick\"}")).verdict(carrying))
                .isInstanceOfSatisfying(Verdict.Failed.class, failed -> assertThat(failed.mismatches())
                        .extracting(Mismatch::rule)
                        .containsExactly("metadata"));
    }

    @Test
    void an_interrupt_ends_the_waiting_and_is_kept() {
        ContractResult result =
                bench.plays(ScriptedSession::interrupted).verify(TICK, Bench.with(Bench.states("s"), NEWS));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(verdicts(result))
                .containsExactly(
                        new Verdict.Errored("interrupted while waiting for \"a tick\"", "verify again"),
                        new Verdict.Errored("interrupted while waiting for \"news\"", "verify again"));
        assertThat(bench.requests).hasSize(1);
        assertThat(bench.sessions.get(0).isClosed()).isTrue();
    }
}
