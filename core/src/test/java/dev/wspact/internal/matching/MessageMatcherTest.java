package dev.wspact.internal.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.wspact.contract.Contents;
import dev.wspact.contract.ExpectedMessage;
import dev.wspact.contract.Place;
import dev.wspact.contract.Shape;
import dev.wspact.internal.json.ReceivedPayload;
import dev.wspact.internal.time.Deadline;
import dev.wspact.message.FrameType;
import dev.wspact.message.JsonText;
import dev.wspact.message.Payload;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class MessageMatcherTest {
    private static final String HOSTILE_PATTERN = "(.*,){20}P";
    private static final String HOSTILE_TEXT =
            "1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"$.a\": {\"matchers\": [%s]}}",
                "{\"$\": {\"matchers\": [{\"match\": \"eachValue\", \"rules\": [%s]}]}}",
                "{\"$.list\": {\"matchers\": [{\"match\": \"arrayContains\", \"variants\": [{\"index\": 0, \"rules\": "
                        + "{\"$\": {\"matchers\": [%s]}}}]}]}}",
                "{\"$.keys\": {\"matchers\": [{\"match\": \"eachKey\", \"rules\": [%s]}]}}",
            })
    void a_pattern_that_backtracks_without_end_stops_at_the_deadline(String rules) {
        String regex = "{\"match\": \"regex\", \"regex\": \"" + HOSTILE_PATTERN + "\"}";
        MatchingCase example = MatchingCase.json(
                "{\"a\": \"x\", \"list\": [\"x\"], \"keys\": {\"k\": 1}}",
                rules.formatted(regex),
                "{\"a\": \"T\", \"list\": [\"T\"], \"keys\": {\"T\": 1}}".replace("T", HOSTILE_TEXT));

        assertThatExceptionOfType(UnjudgeableException.class)
                .isThrownBy(() -> example.differences(Deadline.after(Duration.ofMillis(200))))
                .satisfies(e -> {
                    assertThat(e.problem())
                            .contains(HOSTILE_PATTERN, "regex", "does not come to an end in time", "(74 characters)");
                    assertThat(e.remedy()).contains("does not backtrack");
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            text/plain      | $         | x                | ~
            application/xml | $.a.#text | <a>x</a>         | <a>~</a>
            application/xml | $.a.#text | <a>x<b>,P</b></a> | <a>~<b>,P</b></a>
            application/xml | $.a.#text | <a>x<b>,P</b></a> | <a><![CDATA[~]]><b>,P</b></a>
            text/xml        | $.a.@b    | <a b='x'/>       | <a b='~'/>
            text/xml        | $.a.b.@c  | <a><b c='x'/></a> | <a><b c='~'/></a>
            """)
    void so_it_does_in_text_and_xml(String contentType, String path, String example, String received) {
        MatchingCase hostile = MatchingCase.of(
                contentType,
                example,
                "{\"" + path + "\": {\"matchers\": [{\"regex\": \"" + HOSTILE_PATTERN + "\"}]}}",
                received.replace("~", HOSTILE_TEXT));

        assertThatExceptionOfType(UnjudgeableException.class)
                .isThrownBy(() -> hostile.differences(Deadline.after(Duration.ofMillis(200))))
                .withMessageContaining(HOSTILE_PATTERN);
    }

    @Test
    void a_pattern_that_recurses_too_deeply_is_not_judged() {
        MatchingCase deep = MatchingCase.json(
                "{\"a\": \"x\"}",
                "{\"$.a\": {\"matchers\": [{\"regex\": \"(a|b)*\"}]}}",
                "{\"a\": \"" + "ab".repeat(500_000) + "\"}");

        assertThatExceptionOfType(UnjudgeableException.class)
                .isThrownBy(deep::differences)
                .withMessageContaining("the pattern (a|b)* of a regex rule repeats a group too often to be decided on ")
                .withMessageContaining("(1000000 characters)");
    }

    @Test
    void a_small_message_is_judged_after_the_deadline_too() throws Exception {
        Deadline passed = Deadline.after(Duration.ZERO);

        assertThat(MatchingCase.json(
                                "{\"a\": \"x\"}",
                                "{\"$.a\": {\"matchers\": [{\"regex\": \"[a-z]\"}]}}",
                                "{\"a\": \"y\"}")
                        .differences(passed))
                .isEmpty();
    }

    @Test
    void a_message_too_large_to_be_compared_in_time_is_not_judged() {
        String many = IntStream.range(0, 20_000).mapToObj(String::valueOf).collect(Collectors.joining(",", "[", "]"));

        assertThatExceptionOfType(UnjudgeableException.class)
                .isThrownBy(() -> MatchingCase.json(many, "{}", many).differences(Deadline.after(Duration.ZERO)))
                .withMessage("the message could not be compared in time; 16384 values were compared until then");
    }

    @Test
    void elements_in_any_order_are_paired_without_trying_permutations() throws Exception {
        String example = IntStream.range(0, 200).mapToObj(i -> "1").collect(Collectors.joining(",", "[", "]"));
        String received = IntStream.range(0, 200)
                .mapToObj(i -> i == 199 ? "\"x\"" : "2")
                .collect(Collectors.joining(",", "[", "]"));
        String rules =
                "{\"$\": {\"matchers\": [{\"match\": \"ignore-order\"}]}, \"$[*]\": {\"matchers\": [{\"match\": \"integer\"}]}}";

        assertThat(MatchingCase.json(example, rules, received).differences())
                .singleElement()
                .satisfies(difference -> assertThat(difference.expected()).isEqualTo("an element like 1"));
    }

    @Test
    void more_than_a_thousand_elements_in_any_order_are_not_judged() throws Exception {
        String most = IntStream.range(0, 1000).mapToObj(i -> "1").collect(Collectors.joining(",", "[", "]"));
        String many = "[1," + most.substring(1);
        String rules = "{\"$\": {\"matchers\": [{\"match\": \"ignore-order\"}]}}";

        assertThat(MatchingCase.json("[]", rules, most).differences())
                .extracting(Difference::expected)
                .containsExactly("an array of exactly 0 elements");
        assertThatExceptionOfType(UnjudgeableException.class)
                .isThrownBy(() -> MatchingCase.json(many, rules, many).differences())
                .withMessageContaining("meets an array of 1001 elements; 1000 can be compared in any order");
    }

    @Test
    void differences_are_listed_up_to_a_limit_and_counted_beyond() throws Exception {
        String expected = IntStream.range(0, 1500).mapToObj(i -> "1").collect(Collectors.joining(",", "[", "]"));

        assertThat(MatchingCase.json(expected, "{}", expected.replace('1', '2')).differences())
                .hasSize(1001)
                .last()
                .isEqualTo(new Difference("$", "limit", "1000 differences at most, in a text", "500 more"));
    }

    @Test
    void a_declared_frame_type_wins_over_that_of_the_example() throws Exception {
        ExpectedMessage binary = new ExpectedMessage(
                Contents.json("{\"a\": 1}"),
                FrameType.BINARY,
                Shape.EQUAL,
                JsonText.EMPTY_OBJECT,
                JsonText.EMPTY_OBJECT,
                new Place("a contract", "", 0));
        MessageMatcher matcher = MessageMatcher.of(binary, false);

        assertThat(matcher.match(received(Payload.Binary.of("{\"a\": 1}".getBytes(StandardCharsets.UTF_8))), plenty()))
                .isEmpty();
        assertThat(matcher.match(received(new Payload.Text("{\"a\": 1}")), plenty()))
                .containsExactly(new Difference("$", "frame", "a binary message", "a text message"));
    }

    @Test
    void a_missing_body_matches_anything() throws Exception {
        assertThat(MatchingCase.json("", "{}", "[1, 2]").differences()).isEmpty();
    }

    @Test
    void an_example_that_is_no_json_is_an_error() {
        assertThatExceptionOfType(UnjudgeableException.class)
                .isThrownBy(() -> MatchingCase.json("{\"a\"", "{}", "1").matcher())
                .withMessageStartingWith("the example is not JSON, though its content type says so: ");
    }

    @Test
    void exact_values_are_those_that_no_rule_frees() throws Exception {
        String example =
                """
                {"type": "tick", "v": 1.0, "free": "x", "same": true, "either": 1, "a/b": {"c~d": null, "free": 1},
                 "list": [1], "any": {"k": 1}, "keys": {"k": 1}, "each": {"k": 1}, "alternatives": {"k": 1},
                 "loose": {"id": 1, "other": 2}}
                """;
        String rules =
                """
                {"$.free": {"matchers": [{"match": "type"}]},
                 "$.same": {"matchers": [{"match": "type"}, {"match": "equality"}]},
                 "$.either": {"combine": "OR", "matchers": [{"match": "equality"}, {"match": "null"}]},
                 "$['a/b'].free": {"matchers": [{"match": "type"}]},
                 "$.loose": {"matchers": [{"match": "type"}]},
                 "$.loose.id": {"matchers": [{"match": "equality"}]},
                 "$.any": {"matchers": [{"match": "values"}]},
                 "$.keys": {"matchers": [{"match": "eachKey", "rules": [{"match": "type"}]}]},
                 "$.each": {"matchers": [{"match": "eachValue", "rules": [{"match": "equality"}]}]},
                 "$.alternatives": {"combine": "OR", "matchers": [{"match": "equality"}, {"match": "null"}]}}
                """;

        assertThat(MatchingCase.json(example, rules, "{}").matcher().exactValues())
                .isEqualTo(Map.of(
                        "/type", Set.of(new JsonText("\"tick\"")),
                        "/v", Set.of(new JsonText("1")),
                        "/same", Set.of(new JsonText("true")),
                        "/loose/id", Set.of(new JsonText("1")),
                        "/a~1b/c~0d", Set.of(new JsonText("null"))));
    }

    @Test
    void a_single_value_has_itself_as_exact_value_and_text_has_none() throws Exception {
        assertThat(MatchingCase.json("7", "{}", "7").matcher().exactValues())
                .isEqualTo(Map.of("", Set.of(new JsonText("7"))));
        assertThat(MatchingCase.json(
                                "7", "{\"$\": {\"combine\": \"OR\", \"matchers\": [{\"match\": \"equality\"}]}}", "7")
                        .matcher()
                        .exactValues())
                .hasSize(1);
        assertThat(MatchingCase.of("text/plain", "a", "{}", "a").matcher().exactValues())
                .isEmpty();
    }

    private static ReceivedPayload received(Payload payload) {
        return new ReceivedPayload(payload);
    }

    private static Deadline plenty() {
        return Deadline.after(MatchingCase.PLENTY);
    }
}
