package dev.wspact.internal.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.wspact.contract.Contents;
import dev.wspact.contract.ExpectedMessage;
import dev.wspact.contract.Place;
import dev.wspact.contract.Shape;
import dev.wspact.internal.json.ReceivedPayload;
import dev.wspact.internal.time.Deadline;
import dev.wspact.message.JsonText;
import dev.wspact.message.Payload;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SchemaContentsTest {
    private static final String TICK =
            """
            {"type": "object",
             "required": ["type", "price"],
             "properties": {"type": {"const": "tick"}, "price": {"$ref": "#/$defs/price"}},
             "$defs": {"price": {"type": "number", "minimum": 0}}}
            """;

    private static MessageMatcher matcher(String schema) throws UnjudgeableException {
        return MessageMatcher.of(
                new ExpectedMessage(
                        Contents.json("{\"type\": \"tick\", \"price\": 1}"),
                        null,
                        new Shape.Schema(new JsonText(schema)),
                        JsonText.EMPTY_OBJECT,
                        JsonText.EMPTY_OBJECT,
                        new Place("a contract", "", 0)),
                true);
    }

    private static List<Difference> differences(String schema, Payload received) throws UnjudgeableException {
        return matcher(schema).match(new ReceivedPayload(received), Deadline.after(MatchingCase.PLENTY));
    }

    private static List<Difference> differences(String received) throws UnjudgeableException {
        return differences(TICK, new Payload.Text(received));
    }

    @Test
    void the_schema_alone_decides_and_neither_the_example_nor_further_members() throws Exception {
        assertThat(differences("{\"type\": \"tick\", \"price\": 12.5, \"more\": true}"))
                .isEmpty();
    }

    @Test
    void says_which_keyword_is_broken_and_where_through_references_too() throws Exception {
        assertThat(differences("{\"type\": \"tock\", \"price\": -1}"))
                .containsExactlyInAnyOrder(
                        new Difference("$.type", "schema const", "\"tick\"", "\"tock\" (a string)"),
                        new Difference("$.price", "schema minimum", "a number not below 0", "-1 (an integer)"));
        assertThat(differences("{\"type\": \"tick\"}"))
                .extracting(Difference::path, Difference::rule)
                .containsExactly(tuple("$", "schema required"));
    }

    @Test
    void a_message_that_is_no_json_differs_as_a_whole() throws Exception {
        assertThat(differences("{\"type\": \"tick\""))
                .containsExactly(new Difference(
                        "$",
                        "json",
                        "one JSON value",
                        "line 1, column 16: Unexpected end-of-input: expected close marker for Object, in"
                                + " \"{\\\"type\\\": \\\"tick\\\"\""));
    }

    @Test
    void a_binary_message_is_judged_by_its_contents_but_differs_in_its_frame() throws Exception {
        Payload binary = Payload.Binary.of("{\"type\": \"tick\", \"price\": 1}".getBytes(StandardCharsets.UTF_8));

        assertThat(differences(TICK, binary))
                .containsExactly(new Difference("$", "frame", "a text message", "a binary message"));
    }

    @Test
    void a_pattern_that_backtracks_without_end_is_not_judged() throws Exception {
        MessageMatcher matcher = matcher("{\"properties\": {\"type\": {\"pattern\": \"^(.*,){20}P\"}}}");
        ReceivedPayload hostile =
                new ReceivedPayload(new Payload.Text("{\"type\": \"" + "1,".repeat(100) + "\", \"price\": 1}"));

        assertThatExceptionOfType(UnjudgeableException.class)
                .isThrownBy(() -> matcher.match(hostile, Deadline.after(Duration.ofMillis(200))))
                .satisfies(e -> {
                    assertThat(e.problem())
                            .isEqualTo("the pattern ^(.*,){20}P of the schema does not come to an end in time");
                    assertThat(e.remedy()).contains("does not backtrack");
                });
    }

    @Test
    void a_pattern_that_exhausts_the_stack_is_not_judged() throws Exception {
        MessageMatcher matcher = matcher("{\"pattern\": \"^(a|b)*$\"}");
        ReceivedPayload endless = new ReceivedPayload(new Payload.Text('"' + "ab".repeat(2_000_000) + '"'));

        assertThatExceptionOfType(UnjudgeableException.class)
                .isThrownBy(() -> matcher.match(endless, Deadline.after(MatchingCase.PLENTY)))
                .withMessageContaining("the pattern ^(a|b)*$ of the schema repeats a group too often to be decided");
    }

    @Test
    void what_is_no_schema_is_an_error_with_its_place_in_the_schema() {
        assertThatExceptionOfType(UnjudgeableException.class)
                .isThrownBy(() -> matcher("{\"properties\": {\"a\": {\"$ref\": \"#/$defs/gone\"}}}"))
                .satisfies(e -> {
                    assertThat(e.problem())
                            .startsWith("the schema is not one: ")
                            .contains("#/$defs/gone")
                            .endsWith(" (at /properties/a/$ref in the schema)");
                    assertThat(e.remedy()).isNotBlank();
                });
        assertThatExceptionOfType(UnjudgeableException.class)
                .isThrownBy(() -> matcher("1"))
                .satisfies(e -> assertThat(e.problem())
                        .startsWith("the schema is not one: ")
                        .doesNotContain("(at "));
    }

    @Test
    void exact_values_are_those_that_the_schema_requires() throws Exception {
        assertThat(matcher(TICK).exactValues()).isEqualTo(Map.of("/type", Set.of(new JsonText("\"tick\""))));
    }
}
