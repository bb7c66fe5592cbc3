package dev.wspact.internal.verification;

import static dev.wspact.internal.verification.Bench.like;
import static dev.wspact.internal.verification.Bench.push;
import static dev.wspact.internal.verification.Bench.sends;
import static dev.wspact.internal.verification.Bench.states;
import static dev.wspact.internal.verification.Bench.step;
import static dev.wspact.internal.verification.Bench.stepAfter;
import static dev.wspact.internal.verification.Bench.verdicts;
import static dev.wspact.internal.verification.Bench.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wspact.contract.Channel;
import dev.wspact.contract.Contents;
import dev.wspact.contract.Interaction;
import dev.wspact.contract.ProviderState;
import dev.wspact.contract.SendStep;
import dev.wspact.contract.Setup;
import dev.wspact.message.FrameType;
import dev.wspact.message.JsonText;
import dev.wspact.message.Payload;
import dev.wspact.verdict.ContractResult;
import dev.wspact.verdict.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What happens before an interaction is judged: states, send steps, triggers; and after: teardown. */
class SetupTest {
    private static final Interaction TICK = push("a tick", like("{\"type\":\"tick\"}", "type"));
    private static final String TICK_TEXT = "{\"type\":\"tick\"}";

    private final Bench bench = new Bench();

    @Test
    void states_are_set_up_before_opening_and_left_afterwards() {
        ContractResult result = bench.plays(s -> s.text(1, TICK_TEXT)).verify(with(states("one", "two"), TICK));

        assertThat(verdicts(result)).containsExactly(Verdict.PASSED);
        assertThat(bench.log).containsExactly("set up one", "set up two", "connect", "leave one", "leave two");
    }

    @Test
    void trigger_states_are_set_up_after_the_sends() {
        var setup = new Setup(
                List.of(ProviderState.named("exists"), ProviderState.named("fires")),
                Channel.DEFAULT,
                List.of(step("{\"type\":\"subscribe\"}")),
                List.of("fires"));
        bench.plays(s -> s.text(1, TICK_TEXT).onSend((server, text) -> bench.log.add("sent")));

        assertThat(bench.verdict(with(setup, TICK))).isEqualTo(Verdict.PASSED);
        assertThat(bench.log)
                .containsExactly("set up exists", "connect", "sent", "set up fires", "leave exists", "leave fires");
    }

    @Test
    void the_option_names_trigger_states_of_contracts_that_do_not() {
        bench.options(o -> o.triggerStates(Pattern.compile("fire.*"))).plays(s -> s.text(1, TICK_TEXT));

        assertThat(bench.verdict(with(states("exists", "fires"), TICK))).isEqualTo(Verdict.PASSED);
        assertThat(bench.log).startsWith("set up exists", "connect", "set up fires");
    }

    @Test
    void a_state_that_cannot_be_reached_is_an_error_and_nothing_is_opened() {
        ContractResult result = bench.setUpFails("one").verify(with(states("one"), TICK));

        assertThat(verdicts(result))
                .containsExactly(new Verdict.Errored("state \"one\" could not be reached", "look at it"));
        assertThat(bench.requests).isEmpty();
        assertThat(bench.log).endsWith("leave one");
        assertThat(result.connections()).isEmpty();
    }

    @Test
    void a_trigger_that_fails_is_an_error() {
        var setup = new Setup(List.of(ProviderState.named("fires")), Channel.DEFAULT, List.of(), List.of("fires"));

        assertThat(bench.setUpFails("fires").plays(s -> s.text(1, TICK_TEXT)).verdict(with(setup, TICK)))
                .isEqualTo(new Verdict.Errored("state \"fires\" could not be reached", "look at it"));
        assertThat(bench.sessions.get(0).isClosed()).isTrue();
    }

    @Test
    void a_state_that_cannot_be_left_makes_a_pass_an_error_but_no_failure() {
        bench.tearDownFails("one").plays(s -> s.text(1, TICK_TEXT)).plays(s -> s.text(1, "{\"type\":\"news\"}"));
        Interaction missing = with(
                new Setup(List.of(ProviderState.named("one")), Bench.channel("/other"), List.of(), List.of()),
                push("another", like("{\"type\":\"tick\"}", "type")));

        assertThat(verdicts(bench.verify(with(states("one"), TICK), missing)))
                .extracting(Verdict::word)
                .containsExactly("errored", "not-seen");
    }

    @Test
    void steps_are_sent_in_order_each_after_what_it_waits_for() {
        var setup = sends(
                step("{\"type\":\"auth\"}", Map.of("/type", "\"ack\"", "/ok", "true")),
                step("{\"type\":\"subscribe\"}"));
        bench.plays(s -> s.onSend((server, text) -> {
            if (text.contains("auth")) {
                server.reply(30, "{\"type\":\"ack\",\"ok\":false}");
                server.reply(60, "{\"type\":\"ack\",\"ok\":true}");
            } else {
                assertThat(server.sinceOpen()).isEqualTo(Duration.ofMillis(60));
                server.reply(1, TICK_TEXT);
            }
        }));

        ContractResult result = bench.verify(with(setup, TICK));

        assertThat(verdicts(result)).containsExactly(Verdict.PASSED);
        assertThat(result.uncontracted().arrivals())
                .as("the awaited message is spoken for")
                .hasSize(1);
        assertThat(result.uncontracted().arrivals().get(0).count()).isEqualTo(1);
    }

    @Test
    void an_awaited_message_that_does_not_come_is_not_seen() {
        var setup = sends(step("{\"type\":\"auth\"}", Map.of("/type", "\"ack\"")), step("{\"type\":\"subscribe\"}"));
        bench.plays(s -> s.onSend((server, text) -> server.reply(3, "{\"type\":\"error\"}")));

        assertThat(bench.verdict(with(setup, TICK))).isInstanceOfSatisfying(Verdict.NotSeen.class, seen -> {
            assertThat(seen.expected()).isEqualTo("the message that step 1 of \"send\" awaits: /type = \"ack\"");
            assertThat(seen.waited()).isEqualTo(Duration.ofSeconds(10));
            assertThat(seen.instead()).extracting(a -> a.type()).containsExactly("error");
            assertThat(seen.remedy()).contains("awaits");
        });
        assertThat(bench.sessions.get(0).sent()).hasSize(1);
    }

    @Test
    void a_close_while_a_step_waits_is_told() {
        var setup = sends(step("{\"type\":\"auth\"}", Map.of("/type", "\"ack\"")));
        bench.plays(s -> s.close(50, 1008, "who are you"));

        assertThat(bench.verdict(with(setup, TICK))).isInstanceOfSatisfying(Verdict.NotSeen.class, seen -> {
            assertThat(seen.expected()).contains("step 1", "1008 \"who are you\"");
            assertThat(seen.waited()).isEqualTo(Duration.ofMillis(50));
        });
    }

    @Test
    void a_step_waits_its_time_first_and_messages_are_judged_meanwhile() {
        var setup = sends(stepAfter("{\"type\":\"subscribe\"}", Duration.ofSeconds(1)));
        bench.plays(s -> s.text(10, "{\"type\":\"tick\",\"early\":1}")
                .onSend((server, text) -> assertThat(server.sinceOpen()).isEqualTo(Duration.ofSeconds(1))));

        assertThat(bench.verdict(with(setup, TICK))).isEqualTo(Verdict.PASSED);
        assertThat(bench.sessions.get(0).sent()).hasSize(1);
    }

    @Test
    void time_counts_from_the_end_of_the_sends() {
        var setup = sends(stepAfter("{\"type\":\"subscribe\"}", Duration.ofSeconds(15)));
        bench.plays(s -> s.text(20_000, TICK_TEXT));

        assertThat(bench.verdict(with(setup, TICK))).isEqualTo(Verdict.PASSED);
    }

    @Test
    void a_step_is_sent_in_the_frame_it_declares() {
        var setup = sends(
                new SendStep(Contents.json("{\"a\":1}"), FrameType.BINARY, Map.of(), null, JsonText.EMPTY_OBJECT));
        bench.plays(s -> s.text(1, TICK_TEXT));

        assertThat(bench.verdict(with(setup, TICK))).isEqualTo(Verdict.PASSED);
        assertThat(bench.sessions.get(0).payloads())
                .containsExactly(Payload.Binary.of("{\"a\":1}".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    @Test
    void a_generator_without_its_value_is_not_checkable() {
        var setup = sends(new SendStep(
                Contents.json("{\"id\":1}"),
                null,
                Map.of(),
                null,
                new JsonText("{\"body\":{\"$.id\":{\"type\":\"ProviderState\",\"expression\":\"${id}\"}}}")));

        assertThat(bench.plays(s -> {}).verdict(with(setup, TICK)))
                .isInstanceOfSatisfying(Verdict.Errored.class, errored -> assertThat(errored.problem())
                        .startsWith("not checkable: "));
    }
}
