package dev.wspact.internal.verification;

import static dev.wspact.internal.verification.Bench.exactly;
import static dev.wspact.internal.verification.Bench.framed;
import static dev.wspact.internal.verification.Bench.like;
import static dev.wspact.internal.verification.Bench.push;
import static dev.wspact.internal.verification.Bench.verdicts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.wspact.contract.Contents;
import dev.wspact.contract.ExpectedMessage;
import dev.wspact.contract.Interaction;
import dev.wspact.contract.Receive;
import dev.wspact.contract.Shape;
import dev.wspact.internal.json.ReceivedPayload;
import dev.wspact.internal.matching.Difference;
import dev.wspact.internal.matching.MessageMatcher;
import dev.wspact.internal.matching.UnjudgeableException;
import dev.wspact.internal.time.Deadline;
import dev.wspact.message.FrameType;
import dev.wspact.message.JsonText;
import dev.wspact.message.Payload;
import dev.wspact.verdict.Arrival;
import dev.wspact.verdict.ContractResult;
import dev.wspact.verdict.Mismatch;
import dev.wspact.verdict.Verdict;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Messages that are no JSON where JSON is expected: they cannot say what they are meant to be. */
class UnreadableTest {
    private static final Interaction TICK = push("a tick", like("{\"type\":\"tick\",\"price\":1.5}", "type"));
    private static final Interaction NEWS = push("news", like("{\"type\":\"news\",\"title\":\"x\"}", "type"));
    private static final String TRUNCATED = "{\"type\":\"tick\",\"pri";

    private final Bench bench = new Bench();

    private static Verdict.Failed failed(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Failed.class);
        return (Verdict.Failed) verdict;
    }

    @Test
    void a_truncated_message_is_the_failure_of_all_that_still_miss_one() {
        ContractResult result = bench.plays(
                        s -> s.text(1, "{\"type\":\"news\",\"title\":\"t\"}").text(7, TRUNCATED))
                .verify(TICK, NEWS, push("a trade", like("{\"type\":\"trade\"}", "type")));

        assertThat(verdicts(result)).extracting(Verdict::word).containsExactly("failed", "passed", "failed");
        for (int accused : List.of(0, 2)) {
            assertThat(failed(verdicts(result).get(accused)).mismatches())
                    .containsExactly(new Mismatch(
                            new Mismatch.Address(1, 2, Duration.ofMillis(7), "$", Bench.place("/contents")),
                            "json",
                            "one JSON value",
                            "line 1, column 20: Unexpected end-of-input in field name, in"
                                    + " \"{\\\"type\\\":\\\"tick\\\",\\\"pri\"",
                            "let feed send one whole JSON value, or ask desk to declare the content type that it really"
                                    + " gets"));
        }
        assertThat(result.uncontracted().arrivals()).containsExactly(new Arrival("not JSON", 1, TRUNCATED));
    }

    @Test
    void it_is_waited_for_a_better_one_until_the_deadline() {
        assertThat(bench.plays(s -> s.text(1, TRUNCATED).text(9_000, "{\"type\":\"tick\",\"price\":2}"))
                        .verdict(TICK))
                .isEqualTo(Verdict.PASSED);
        assertThat(bench.sessions.get(0).sinceOpen()).isEqualTo(Duration.ofSeconds(9));
    }

    @Test
    void a_message_of_the_right_type_that_differs_is_told_instead() {
        Verdict verdict = bench.plays(s -> s.text(1, TRUNCATED).text(2, "{\"type\":\"tick\",\"price\":\"2\"}"))
                .verdict(TICK);

        assertThat(failed(verdict).mismatches())
                .extracting(m -> m.address().message())
                .containsExactly(2L);
    }

    @Test
    void the_first_of_many_are_told_and_the_others_are_counted() {
        Verdict verdict = bench.plays(s -> IntStream.range(0, 50).forEach(i -> s.text(i, "no " + i)))
                .verdict(TICK);

        assertThat(failed(verdict).mismatches())
                .extracting(m -> m.address().message())
                .containsExactly(1L, 2L, 3L);
        assertThat(failed(verdict).omitted()).isEqualTo(47);
    }

    @Test
    void those_in_the_right_kind_of_frame_are_closer() {
        Verdict verdict = bench.plays(s -> {
                    IntStream.range(0, 10).forEach(i -> s.binary(i, (byte) '{', (byte) i));
                    s.text(20, TRUNCATED);
                })
                .verdict(TICK);

        assertThat(failed(verdict).mismatches())
                .extracting(m -> m.address().message(), Mismatch::rule)
                .containsExactly(
                        tuple(11L, "json"),
                        tuple(1L, "frame"),
                        tuple(1L, "json"),
                        tuple(2L, "frame"),
                        tuple(2L, "json"));
        assertThat(failed(verdict).omitted()).isEqualTo(2 * 8);
    }

    @Test
    void each_interaction_is_told_by_its_own_kind_of_frame() {
        Interaction packed = push("packed", framed(like("{\"type\":\"packed\"}", "type"), FrameType.BINARY));

        List<Verdict> verdicts = verdicts(bench.plays(s -> s.binary(1, "{x".getBytes(StandardCharsets.UTF_8)))
                .verify(TICK, packed));

        assertThat(failed(verdicts.get(0)).mismatches())
                .extracting(Mismatch::rule)
                .containsExactly("frame", "json");
        assertThat(failed(verdicts.get(1)).mismatches())
                .extracting(Mismatch::rule)
                .containsExactly("json");
    }

    @Test
    void one_that_came_too_late_is_no_failure() {
        Interaction soon =
                push("a tick", like("{\"type\":\"tick\"}", "type"), new Receive(1, null, Duration.ofSeconds(1)));

        List<Verdict> verdicts =
                verdicts(bench.plays(s -> s.text(1_500, TRUNCATED)).verify(soon, NEWS));

        assertThat(verdicts).extracting(Verdict::word).containsExactly("not-seen", "failed");
    }

    @Test
    void an_interaction_that_expects_text_is_not_accused_by_it() {
        ExpectedMessage text = new ExpectedMessage(
                new Contents(new Payload.Text("ready"), "text/plain", null),
                null,
                Shape.EQUAL,
                JsonText.EMPTY_OBJECT,
                JsonText.EMPTY_OBJECT,
                Bench.place("/contents"));

        List<Verdict> verdicts = verdicts(bench.plays(s -> s.text(1, "ready")).verify(TICK, push("ready", text)));

        assertThat(verdicts).extracting(Verdict::word).containsExactly("not-seen", "passed");
    }

    @Test
    void it_may_be_the_response_to_any_request_in_flight() {
        ContractResult result = bench.plays(s -> s.onSend((session, sent) -> {
                    if (sent.contains("\"id\":2")) {
                        session.reply(5, "{\"id\":1,\"type\":\"pong\"}");
                        session.reply(6, "{\"id\":2,");
                    }
                }))
                .verify(
                        Bench.exchange("one", "{\"id\":1}", "/id", like("{\"id\":1,\"type\":\"pong\"}", "type")),
                        Bench.exchange("two", "{\"id\":2}", "/id", like("{\"id\":2,\"type\":\"pong\"}", "type")),
                        Bench.exchange("three", "{\"id\":3}", "/id", like("{\"id\":3,\"type\":\"pong\"}", "type")));

        assertThat(verdicts(result)).extracting(Verdict::word).containsExactly("passed", "failed", "failed");
        assertThat(failed(verdicts(result).get(1)).mismatches())
                .extracting(m -> m.address().message(), Mismatch::rule)
                .containsExactly(tuple(2L, "json"));
    }

    @Test
    void it_may_be_the_response_that_is_next_by_position() {
        Verdict verdict = bench.plays(s -> s.onSend((session, sent) -> session.reply(5, "{\"type\":")))
                .verdict(Bench.exchange("a ping", "{\"type\":\"ping\"}", null, exactly("{\"type\":\"pong\"}")));

        assertThat(failed(verdict).mismatches()).extracting(Mismatch::rule).containsExactly("json");
    }

    @Test
    void it_is_judged_once_however_many_interactions_wait() {
        assertThat(judgments(1)).isEqualTo(judgments(500)).isEqualTo(40);
    }

    /** How often 40 unreadable messages are compared with an expected one. */
    private static int judgments(int interactions) {
        AtomicInteger judgments = new AtomicInteger();
        Interaction[] waiting = IntStream.range(0, interactions)
                .mapToObj(i -> push("kind " + i, like("{\"type\":\"kind-" + i + "\"}", "type")))
                .toArray(Interaction[]::new);

        ContractResult result = new Bench()
                .matchers((expected, strict) -> new Counting(MessageMatcher.of(expected, strict), judgments))
                .plays(s -> IntStream.range(0, 40).forEach(i -> s.text(i, TRUNCATED)))
                .verify(waiting);

        assertThat(verdicts(result))
                .hasSize(interactions)
                .allSatisfy(verdict -> assertThat(failed(verdict).omitted()).isEqualTo(37));
        return judgments.get();
    }

    private record Counting(MessageMatcher matcher, AtomicInteger judgments) implements MessageMatcher {
        @Override
        public List<Difference> match(ReceivedPayload message, Deadline deadline) throws UnjudgeableException {
            judgments.incrementAndGet();
            return matcher.match(message, deadline);
        }

        @Override
        public boolean readsJson() {
            return matcher.readsJson();
        }

        @Override
        public Map<String, Set<JsonText>> exactValues() {
            return matcher.exactValues();
        }
    }
}
