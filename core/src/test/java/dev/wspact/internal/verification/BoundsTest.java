package dev.wspact.internal.verification;

import static dev.wspact.internal.verification.Bench.like;
import static dev.wspact.internal.verification.Bench.ordered;
import static dev.wspact.internal.verification.Bench.push;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.wspact.contract.Contract;
import dev.wspact.contract.Interaction;
import dev.wspact.contract.MessageOrder;
import dev.wspact.contract.Receive;
import dev.wspact.internal.websocket.FrameHistory;
import dev.wspact.message.CapturedMessage;
import dev.wspact.message.Direction;
import dev.wspact.message.Payload;
import dev.wspact.message.Transcript;
import dev.wspact.verdict.Arrival;
import dev.wspact.verdict.ContractResult;
import dev.wspact.verdict.InteractionResult;
import dev.wspact.verdict.Judgment;
import dev.wspact.verdict.Verdict;
import dev.wspact.verification.Limits;
import dev.wspact.verification.Strictness;
import dev.wspact.verification.VerificationListener;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a server may cost, and what a listener hears. */
class BoundsTest {
    private final Bench bench = new Bench();

    private static CapturedMessage message(long position, String text) {
        return new CapturedMessage(Direction.RECEIVED, position, Duration.ZERO, new Payload.Text(text));
    }

    private static Transcript recorded(Limits limits, int messages, String text) {
        var recorder = new TranscriptRecorder(limits);
        for (int i = 1; i <= messages; i++) {
            recorder.add(message(i, text), Judgment.PASSED);
        }
        return recorder.transcript(new FrameHistory(Instant.EPOCH, Transcript.Frames.NONE, null));
    }

    private static Limits keeping(int messages, int bytes) {
        return Limits.builder()
                .transcriptMessages(messages)
                .transcriptBytes(bytes)
                .build();
    }

    @Test
    void a_transcript_keeps_the_first_and_the_last_messages() {
        Transcript transcript = recorded(keeping(5, 1000), 10, "x");

        assertThat(transcript.messages()).extracting(CapturedMessage::position).containsExactly(1L, 2L, 3L, 9L, 10L);
        assertThat(transcript.omitted()).isEqualTo(5);
        assertThat(recorded(keeping(5, 1000), 5, "x").omitted()).isZero();
    }

    @Test
    void a_transcript_keeps_no_more_bytes_than_its_limit() {
        Transcript transcript = recorded(keeping(50, 40), 10, "0123456789");

        assertThat(transcript.messages()).extracting(CapturedMessage::position).containsExactly(1L, 2L, 9L, 10L);
        assertThat(recorded(keeping(50, 8), 3, "0123456789").messages()).isEmpty();
    }

    @Test
    void a_transcript_keeps_broken_messages_of_the_middle_in_half_of_the_room_of_the_last() {
        var recorder = new TranscriptRecorder(keeping(8, 1000));
        for (int i = 1; i <= 100; i++) {
            recorder.add(message(i, "x"), i % 10 == 0 ? Judgment.FAILED : Judgment.PASSED);
        }
        Transcript transcript = recorder.transcript(new FrameHistory(Instant.EPOCH, Transcript.Frames.NONE, null));

        assertThat(transcript.messages())
                .extracting(CapturedMessage::position)
                .containsExactly(1L, 2L, 3L, 4L, 10L, 20L, 99L, 100L);
        assertThat(transcript.omitted()).isEqualTo(92);
        assertThat(recorder.judgments())
                .hasSize(8)
                .containsEntry(4L, Judgment.PASSED)
                .containsEntry(20L, Judgment.FAILED);
    }

    @Test
    void arrivals_are_counted_for_a_bounded_number_of_types() {
        ContractResult result = bench.plays(s -> {
                    for (int i = 0; i < 200; i++) {
                        s.text(1, "{\"type\":\"t" + i + "\"}");
                    }
                })
                .verify(push("a tick", like("{\"type\":\"tick\"}", "type")));

        List<Arrival> arrivals = result.uncontracted().arrivals();
        assertThat(arrivals).hasSize(ArrivalCounter.TYPES + 1);
        assertThat(arrivals.get(0)).isEqualTo(new Arrival(ArrivalCounter.OTHER_TYPES, 150, "{\"type\":\"t50\"}"));
        assertThat(arrivals.stream().mapToLong(Arrival::count).sum()).isEqualTo(200);
    }

    @Test
    void a_sample_is_a_line() {
        ContractResult result = bench.plays(s -> s.text(1, "x".repeat(119) + "\uD83D\uDE00" + "y".repeat(100)))
                .verify(push("a tick", like("{\"type\":\"tick\"}", "type")));

        assertThat(result.uncontracted().arrivals()).containsExactly(new Arrival("not JSON", 1, "x".repeat(119) + "…"));
    }

    @Test
    void more_keys_than_can_be_kept_are_not_checkable() {
        Interaction seq = ordered(
                "a seq",
                like("{\"type\":\"t\",\"seq\":1,\"k\":1}", "type"),
                new Receive(1, null, Duration.ofSeconds(1)),
                new MessageOrder("/seq", MessageOrder.Rule.INCREASING, "/k"));
        bench.plays(s -> {
            for (int i = 0; i <= OrderCheck.KEYS; i++) {
                s.text(1, "{\"type\":\"t\",\"seq\":1,\"k\":" + i + "}");
            }
        });

        assertThat(bench.verdict(seq))
                .isInstanceOfSatisfying(Verdict.Errored.class, errored -> assertThat(errored.problem())
                        .isEqualTo("not checkable: more than 10000 different values at /k to order messages by"));
    }

    @Test
    void a_key_too_long_to_be_kept_is_none_to_order_by() {
        Interaction seq = ordered(
                "a seq",
                like("{\"type\":\"t\",\"seq\":1,\"k\":\"a\"}", "type"),
                new Receive(1, null, Duration.ofSeconds(1)),
                new MessageOrder("/seq", MessageOrder.Rule.INCREASING, "/k"));
        String longest = "k".repeat(OrderCheck.KEY_LENGTH - 2);
        bench.plays(s -> s.text(1, "{\"type\":\"t\",\"seq\":1,\"k\":\"" + longest + "\"}")
                .text(2, "{\"type\":\"t\",\"seq\":1,\"k\":\"" + longest + "k\"}"));

        assertThat(bench.verdict(seq))
                .isInstanceOfSatisfying(Verdict.Failed.class, failed -> assertThat(failed.mismatches())
                        .extracting(m -> m.address().message(), m -> m.expected())
                        .containsExactly(tuple(2L, "a value of at most 1000 characters at /k (\"order.per\")")));
    }

    @Test
    void of_an_unclaimed_message_no_more_is_kept_than_a_verdict_shows() {
        String name = "n".repeat(40_000);
        var strict = new Strictness(false, true, false);
        Verdict verdict = bench.options(o -> o.strictness(strict))
                .plays(s -> {
                    for (int i = 0; i < 100; i++) {
                        s.text(i, "{\"price\":\"x\",\"" + name + "\":1}");
                    }
                })
                .verdict(push("a price", like("{\"price\":1.5}")));

        assertThat(verdict).isInstanceOfSatisfying(Verdict.Failed.class, failed -> {
            assertThat(failed.mismatches()).hasSize(2 * Closest.KEPT).allSatisfy(mismatch -> {
                assertThat(mismatch.address().path()).hasSizeLessThanOrEqualTo(1_001);
                assertThat(mismatch.expected() + mismatch.actual() + mismatch.remedy())
                        .hasSizeLessThan(2_000);
            });
            assertThat(failed.omitted()).isEqualTo(2 * (100 - Closest.KEPT));
        });
    }

    @Test
    void a_number_too_long_to_count_on_is_no_number_to_order_by() {
        Interaction seq = ordered(
                "a seq",
                like("{\"type\":\"t\",\"seq\":1}", "type"),
                new Receive(1, null, Duration.ofSeconds(1)),
                new MessageOrder("/seq", MessageOrder.Rule.GAPLESS, null));
        bench.plays(s -> s.text(1, "{\"type\":\"t\",\"seq\":1}").text(2, "{\"type\":\"t\",\"seq\":1e999999999}"));

        assertThat(bench.verdict(seq))
                .isInstanceOfSatisfying(Verdict.Failed.class, failed -> assertThat(failed.mismatches())
                        .extracting(m -> m.expected())
                        .containsExactly("a number at /seq (\"order.by\")"));
    }

    @Test
    void a_contract_without_interactions_is_no_success() {
        ContractResult result = bench.verify(new Contract("desk", "feed", "f", List.of(), List.of(), Map.of()));

        assertThat(result.successful()).isFalse();
        assertThat(result.subject().notes())
                .containsExactly("the contract has no interactions, so nothing was verified");
    }

    @Test
    void states_that_nobody_can_set_up_are_noted() {
        ContractResult result = bench.plays(s -> s.text(1, "{\"type\":\"tick\"}"))
                .verify(Bench.with(Bench.states("open"), push("a tick", like("{\"type\":\"tick\"}", "type"))));

        assertThat(result.subject().notes())
                .containsExactly("provider states were not set up, since there is neither a state handler nor a"
                        + " state-change URL");
    }

    @Test
    void a_listener_hears_everything_in_order_and_no_user_info() {
        List<String> heard = new ArrayList<>();
        bench.url("ws://me:secret@localhost:1/x").listener(new VerificationListener() {
            @Override
            public void contractStarted(Contract contract) {
                heard.add("contract " + contract.consumer());
            }

            @Override
            public void connecting(URI url) {
                heard.add("connecting " + url);
            }

            @Override
            public void messagesJudged(long soFar) {
                heard.add("judged " + soFar);
            }

            @Override
            public void interactionFinished(InteractionResult result) {
                heard.add(
                        result.subject().description() + " " + result.verdict().word());
            }

            @Override
            public void contractFinished(ContractResult result) {
                heard.add("finished " + result.successful());
            }
        });
        bench.plays(s -> s.text(10, "{\"type\":\"beat\"}")
                        .text(1500, "{\"type\":\"beat\"}")
                        .text(1600, "{\"type\":\"tick\"}"))
                .verify(push("a tick", like("{\"type\":\"tick\"}", "type")));

        assertThat(heard)
                .containsExactly(
                        "contract desk", "connecting ws://localhost:1/x", "judged 2", "a tick passed", "finished true");
    }

    @Test
    void a_listener_hears_each_second_what_is_waited_for_while_nothing_comes() {
        List<String> heard = new ArrayList<>();
        bench.listener(hearsWaiting(heard))
                .plays(s -> s.text(300, "{\"type\":\"beat\"}").text(2_500, "{\"type\":\"tick\"}"))
                .verify(
                        push("a tick", like("{\"type\":\"tick\"}", "type")),
                        push("a trade", like("{\"type\":\"trade\"}", "type")));

        assertThat(heard)
                .startsWith(
                        "\"a tick\" and 1 more, 1, PT8.7S",
                        "\"a tick\" and 1 more, 1, PT7.7S",
                        "\"a tick\" and 1 more, 1, PT7.5S",
                        "\"a trade\", 2, PT6.5S")
                .hasSize(10);
    }

    @Test
    void a_listener_hears_nothing_of_short_waits() {
        List<String> heard = new ArrayList<>();
        bench.listener(hearsWaiting(heard))
                .plays(s -> s.text(900, "{\"type\":\"tick\"}"))
                .verify(push("a tick", like("{\"type\":\"tick\"}", "type")));

        assertThat(heard).isEmpty();
    }

    private static VerificationListener hearsWaiting(List<String> heard) {
        return new VerificationListener() {
            @Override
            public void waiting(String awaited, long messages, Duration left) {
                heard.add(awaited + ", " + messages + ", " + left);
            }
        };
    }
}
