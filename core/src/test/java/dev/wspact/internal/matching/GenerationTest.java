package dev.wspact.internal.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wspact.contract.Contents;
import dev.wspact.internal.json.StrictJson;
import dev.wspact.message.JsonText;
import dev.wspact.message.Payload;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GenerationTest {
    private static final Map<String, @Nullable Object> NO_STATES = Map.of();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            {"type": "RandomInt", "min": 5, "max": 6}                               | 5
            {"type": "RandomInt", "min": -7, "max": -3}                             | no
            {"type": "RandomDecimal", "digits": 4}                                  | \\d+\\.\\d+
            {"type": "RandomHexadecimal", "digits": 8}                              | [0-9a-f]{8}
            {"type": "RandomString", "size": 12}                                    | \\w{12}
            {"type": "RandomString", "size": 0}                                     | \\w{0}
            {"type": "RandomBoolean"}                                               | [truefals]+
            {"type": "Regex", "regex": "[A-C]{3}-\\\\d"}                            | [A-C]{3}-\\d
            {"type": "Uuid"}                                                        | [0-9a-f-]{36}
            {"type": "Uuid", "format": "simple"}                                    | [0-9a-f]{32}
            {"type": "Uuid", "format": "lower-case-hyphenated"}                     | [0-9a-f-]{36}
            {"type": "Uuid", "format": "upper-case-hyphenated"}                     | [0-9A-F-]{36}
            {"type": "Uuid", "format": "URN"}                                       | urn:uuid:[0-9a-f-]{36}
            {"type": "Date"}                                                        | \\d{4}-\\d\\d-\\d\\d
            {"type": "Date", "format": "dd.MM.yyyy", "expression": "+1 day"}        | \\d\\d\\.\\d\\d\\.\\d{4}
            {"type": "Time", "format": "HH:mm", "expression": "+ 1 hour"}           | \\d\\d:\\d\\d
            {"type": "DateTime", "format": "yyyy-MM-dd'T'HH:mmX"}                   | \\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d.*
            {"type": "MockServerURL", "regex": "x", "example": "y"}                 | old
            """)
    void makes_a_value_of_the_generator_s_kind(String generator, String pattern) throws Exception {
        if (pattern.equals("no")) {
            assertUnjudgeable("{\"v\": \"old\"}", "$.v", generator, NO_STATES, "RandomInt at $.v makes no value");
        } else {
            assertThat(generated("{\"v\": \"old\"}", "$.v", generator, NO_STATES)
                            .get("v")
                            .asText())
                    .matches(pattern.replace("\\\\", "\\"));
        }
    }

    @Test
    void numbers_and_booleans_keep_their_type() throws Exception {
        assertThat(generated("[1, 2, 3]", "$[0]", "{\"type\": \"RandomInt\"}", NO_STATES)
                        .get(0)
                        .isIntegralNumber())
                .isTrue();
        assertThat(generated("[1]", "$[0]", "{\"type\": \"RandomDecimal\"}", NO_STATES)
                        .get(0)
                        .isBigDecimal())
                .isTrue();
        assertThat(generated("[1]", "$[0]", "{\"type\": \"RandomBoolean\"}", NO_STATES)
                        .get(0)
                        .isBoolean())
                .isTrue();
    }

    @Test
    void date_expressions_count_from_today() throws Exception {
        String tomorrow = generated("[0]", "$[0]", "{\"type\": \"Date\", \"expression\": \"tomorrow\"}", NO_STATES)
                .get(0)
                .textValue();

        assertThat(LocalDate.parse(tomorrow))
                .isBetween(
                        LocalDate.now(ZoneId.systemDefault()).plusDays(1),
                        LocalDate.now(ZoneId.systemDefault()).plusDays(2));
    }

    @Test
    void a_state_value_keeps_its_type_and_the_order_of_members_stays() throws Exception {
        Map<String, @Nullable Object> states = new HashMap<>();
        states.put("id", 42);
        states.put("price", 1.5);
        states.put("none", null);
        states.put("list", List.of(1L, 2.5f, new BigDecimal("1.20"), Map.of("k", true)));
        states.put("node", StrictJson.read("{\"n\": 1}"));
        Contents contents = Contents.json("{\"z\": 0, \"a\": 0, \"b\": 0, \"c\": 0, \"d\": 0, \"e\": 0}");
        String generators =
                """
                {"body": {
                  "$.a": {"type": "ProviderState", "expression": "${id}"},
                  "$.b": {"type": "ProviderState", "expression": "price"},
                  "$.c": {"type": "ProviderState", "expression": "${none}"},
                  "$.d": {"type": "ProviderState", "expression": "${list}"},
                  "$.e": {"type": "ProviderState", "expression": "node"}}}
                """;

        assertThat(Generation.apply(contents, new JsonText(generators), states).payload())
                .isEqualTo(new Payload.Text(
                        "{\"z\":0,\"a\":42,\"b\":1.5,\"c\":null,\"d\":[1,2.5,1.20,{\"k\":true}],\"e\":{\"n\":1}}"));
    }

    @Test
    void a_state_without_value_makes_the_whole_message_null() throws Exception {
        Map<String, @Nullable Object> states = new HashMap<>();
        states.put("none", null);

        assertThat(generated("[0]", "$", "{\"type\": \"ProviderState\", \"expression\": \"none\"}", states)
                        .isNull())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "INTEGER, 42, 42",
        "INTEGER, 42.0, 42",
        "DECIMAL, 1.50, 1.50",
        "FLOAT, 2, 2",
        "BOOLEAN, true, true",
        "BOOLEAN, false, false",
        "STRING, 7, \"7\"",
        "RAW, x, \"x\""
    })
    void a_state_value_is_converted_to_the_data_type(String dataType, String value, String json) throws Exception {
        String generator =
                "{\"type\": \"ProviderState\", \"expression\": \"${v}\", \"dataType\": \"" + dataType + "\"}";

        assertThat(generated("[0]", "$[0]", generator, Map.of("v", value)).toString())
                .isEqualTo("[" + json + "]");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void a_state_value_that_json_does_not_have_is_an_error(double value) {
        assertUnjudgeable(
                "[0]",
                "$[0]",
                "{\"type\": \"ProviderState\", \"expression\": \"${v}\"}",
                Map.of("v", value),
                "\"" + value + "\" for the generator at $[0] is no value that JSON has");
    }

    @ParameterizedTest
    @CsvSource({"INTEGER, 4.2", "INTEGER, x", "DECIMAL, x", "BOOLEAN, yes"})
    void a_state_value_that_cannot_be_converted_is_an_error(String dataType, String value) {
        String generator =
                "{\"type\": \"ProviderState\", \"expression\": \"${v}\", \"dataType\": \"" + dataType + "\"}";

        assertUnjudgeable(
                "[0]",
                "$[0]",
                generator,
                Map.of("v", value),
                "\"" + value + "\" for the generator at $[0] is no " + dataType);
    }

    @ParameterizedTest
    @CsvSource({"RAW, NaN, return another one", "INTEGER, x, return a value of that type"})
    void the_remedy_for_a_state_value_says_what_to_return(String dataType, String value, String remedy) {
        Object given = dataType.equals("RAW") ? Double.valueOf(value) : value;
        String generator =
                "{\"type\": \"ProviderState\", \"expression\": \"${v}\", \"dataType\": \"" + dataType + "\"}";

        assertThatExceptionOfType(UnjudgeableException.class)
                .isThrownBy(() -> generated("[0]", "$[0]", generator, Map.of("v", given)))
                .extracting(UnjudgeableException::remedy)
                .isEqualTo(remedy + " from the provider state");
    }

    @Test
    void state_values_are_inserted_in_a_longer_text() throws Exception {
        String generator = "{\"type\": \"ProviderState\", \"expression\": \"/users/${id}/orders/${order}?x\"}";

        assertThat(generated("[0]", "$[0]", generator, Map.of("id", 42, "order", "o-1"))
                        .get(0)
                        .textValue())
                .isEqualTo("/users/42/orders/o-1?x");
        assertThat(generated(
                                "[0]",
                                "$[0]",
                                generator.replace("/users/", "").replace("?x", ""),
                                Map.of("id", 1, "order", 2))
                        .get(0)
                        .textValue())
                .isEqualTo("1/orders/2");
    }

    @Test
    void a_state_value_that_nobody_returned_is_an_error_with_those_that_were() {
        String generator = "{\"type\": \"ProviderState\", \"expression\": \"${userId}\"}";

        assertUnjudgeable(
                "{\"v\": 1}",
                "$.v",
                generator,
                NO_STATES,
                "the generator at $.v needs the value \"userId\", which no provider state returned");
        assertUnjudgeable(
                "{\"v\": 1}",
                "$.v",
                generator,
                Map.of("user", 1, "id", 2),
                "which no provider state returned; there are: id, user");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            {"type": "RandomInteger"}                                   | the generator "RandomInteger" at $.v is unknown
            {}                                                          | the generator "" at $.v is unknown
            {"type": "Null"}                                            | the generator "Null" at $.v is unknown
            {"type": "RandomInt", "min": "1"}                           | RandomInt at $.v makes no value: min is "1" (a string)
            {"type": "RandomInt", "min": 9, "max": 1}                   | RandomInt at $.v makes no value
            {"type": "RandomString", "size": -1}                        | size is -1 (an integer), not a number that it can use
            {"type": "RandomDecimal", "digits": 0}                      | RandomDecimal at $.v makes no value
            {"type": "Regex"}                                           | there is no "regex"
            {"type": "Date", "expression": "the day after"}             | "the day after" is not an expression
            {"type": "Time", "expression": "sometime"}                  | "sometime" is not an expression
            {"type": "DateTime", "expression": "sometime"}              | "sometime" is not an expression
            {"type": "Date", "format": "bb"}                            | "bb" is not a format
            {"type": "Date", "format": "VV"}                            | Date at $.v makes no value
            {"type": "ProviderState"}                                   | ProviderState at $.v has no expression
            {"type": "ProviderState", "expression": "x${id"}            | has no closing brace
            {"type": "ProviderState", "expression": "id", "dataType": "INT"} | the data type "INT"
            """)
    void what_is_no_generator_is_an_error(String generator, String problem) {
        assertUnjudgeable("{\"v\": 1}", "$.v", generator, Map.of("id", 1), problem);
    }

    @Test
    void an_unknown_uuid_format_is_an_error() {
        assertUnjudgeable(
                "{\"v\": 1}",
                "$.v",
                "{\"type\": \"Uuid\", \"format\": \"x\"}",
                NO_STATES,
                "Uuid at $.v makes no value");
    }

    @ParameterizedTest
    @CsvSource({"$.w", "$.v.x", "$[0]", "$.v[0]", "$.a[1]", "$.a[7]", "$.a.x", "$.a[*].b"})
    void a_path_that_leads_nowhere_is_an_error(String path) {
        assertUnjudgeable(
                "{\"v\": 1, \"a\": [1]}",
                path,
                "{\"type\": \"RandomInt\"}",
                NO_STATES,
                "the generator at " + path + " finds nothing there in the example");
    }

    @Test
    void stars_lead_to_all_members_and_elements() throws Exception {
        String generator = "{\"type\": \"ProviderState\", \"expression\": \"v\"}";
        Map<String, @Nullable Object> seven = Map.of("v", 7);

        assertThat(generated("{\"a\":{\"x\":1,\"y\":2}}", "$.a.*", generator, seven)
                        .toString())
                .isEqualTo("{\"a\":{\"x\":7,\"y\":7}}");
        assertThat(generated("{\"a\":[{\"b\":1},{\"b\":2}]}", "$.a[*].b", generator, seven)
                        .toString())
                .isEqualTo("{\"a\":[{\"b\":7},{\"b\":7}]}");
        assertThat(generated("[1,2,3]", "$[1]", generator, seven).toString()).isEqualTo("[1,7,3]");
        assertThat(generated("[1,2,3]", "$", generator, seven).toString()).isEqualTo("7");
        assertThat(generated("{\"a\":[]}", "$.a[*]", generator, seven).toString())
                .isEqualTo("{\"a\":[]}");
    }

    @Test
    void categories_body_and_content_are_the_same_and_metadata_is_not_sent() throws Exception {
        Contents contents = Contents.json("[1]");
        JsonText generators = new JsonText(
                """
                {"content": {"$[0]": {"type": "ProviderState", "expression": "v"}}, "metadata": {"k": {"type": "Uuid"}}}
                """);

        assertThat(Generation.apply(contents, generators, Map.of("v", 2)).payload())
                .isEqualTo(new Payload.Text("[2]"));
        assertThat(Generation.apply(contents, JsonText.EMPTY_OBJECT, NO_STATES)).isSameAs(contents);
        assertThat(Generation.apply(contents, new JsonText("{\"metadata\": {}}"), NO_STATES))
                .isSameAs(contents);
    }

    @Test
    void an_unknown_category_is_an_error() {
        assertThatExceptionOfType(UnjudgeableException.class)
                .isThrownBy(() -> Generation.apply(Contents.json("1"), new JsonText("{\"boby\": {}}"), NO_STATES))
                .satisfies(e -> {
                    assertThat(e.problem())
                            .isEqualTo("there are generators for \"boby\", which a message does not have");
                    assertThat(e.remedy()).isEqualTo("did you mean \"body\"?");
                });
    }

    @Test
    void a_whole_text_can_be_generated_and_keeps_its_type() throws Exception {
        JsonText generators = new JsonText("{\"body\": {\"$\": {\"type\": \"ProviderState\", \"expression\": \"v\"}}}");
        Contents text = new Contents(new Payload.Text("old"), "text/plain", "TEXT");

        assertThat(Generation.apply(text, generators, Map.of("v", "new")))
                .isEqualTo(new Contents(new Payload.Text("new"), "text/plain", "TEXT"));
    }

    @Test
    void json_in_a_binary_frame_stays_binary() throws Exception {
        Contents binary =
                new Contents(Payload.Binary.of("[1]".getBytes(StandardCharsets.UTF_8)), "application/json", null);
        JsonText generators =
                new JsonText("{\"body\": {\"$[0]\": {\"type\": \"ProviderState\", \"expression\": \"v\"}}}");

        assertThat(Generation.apply(binary, generators, Map.of("v", 2)).payload())
                .isEqualTo(Payload.Binary.of("[2]".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void xml_bytes_and_parts_of_texts_cannot_be_generated() {
        JsonText whole = new JsonText("{\"body\": {\"$\": {\"type\": \"Uuid\"}}}");
        JsonText part = new JsonText("{\"body\": {\"$.a\": {\"type\": \"Uuid\"}}}");

        for (Contents contents : Arrays.asList(
                new Contents(new Payload.Text("<a/>"), "application/xml", null),
                new Contents(Payload.Binary.of(new byte[1]), "image/png", null))) {
            assertThatExceptionOfType(UnjudgeableException.class)
                    .isThrownBy(() -> Generation.apply(contents, whole, Collections.emptyMap()))
                    .withMessage("the generator at $ cannot be applied to " + contents.contentType());
        }
        assertThatExceptionOfType(UnjudgeableException.class)
                .isThrownBy(() -> Generation.apply(
                        new Contents(new Payload.Text("x"), "text/plain", null), part, Collections.emptyMap()))
                .withMessage("the generator at $.a cannot be applied to text/plain");
    }

    private static JsonNode generated(
            String example, String path, String generator, Map<String, @Nullable Object> states) throws Exception {
        JsonText generators = new JsonText("{\"body\": {\"" + path + "\": " + generator + "}}");
        Payload payload =
                Generation.apply(Contents.json(example), generators, states).payload();
        return StrictJson.read(((Payload.Text) payload).value());
    }

    private static void assertUnjudgeable(
            String example,
            String path,
            String generator,
            Map<String, ? extends @Nullable Object> states,
            String problem) {
        assertThatExceptionOfType(UnjudgeableException.class)
                .isThrownBy(() -> generated(example, path, generator, new HashMap<>(states)))
                .withMessageContaining(problem)
                .satisfies(e -> assertThat(e.remedy()).isNotBlank());
    }
}
