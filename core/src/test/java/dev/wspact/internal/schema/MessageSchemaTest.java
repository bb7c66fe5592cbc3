package dev.wspact.internal.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.wspact.internal.json.MalformedJsonException;
import dev.wspact.internal.json.StrictJson;
import dev.wspact.internal.regex.PatternTooSlowException;
import dev.wspact.internal.time.Deadline;
import dev.wspact.message.JsonText;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageSchemaTest {
    private static final Deadline LATER = Deadline.after(Duration.ofMinutes(1));

    private static JsonNode json(String text) {
        return StrictJson.read(new JsonText(text.replace('\'', '"')));
    }

    private static MessageSchema schema(String text) throws InvalidSchemaException {
        return MessageSchema.compile(json(text));
    }

    private static InvalidSchemaException problemOf(String text) {
        return catchThrowableOfType(InvalidSchemaException.class, () -> schema(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "5 ~ `` ~ a schema is an object or a boolean, but this is 5 (an integer)",
                "{'$schema':'http://json-schema.org/draft-03/schema#'} ~ /$schema ~ \"http://json-schema.org/draft-03/schema#\" is no draft of JSON Schema that can be judged",
                "{'$schema':5} ~ /$schema ~ 5 is no draft of JSON Schema that can be judged",
                "{'properties':{'a':{'type':'strng'}}} ~ /properties/a/type ~ this is no JSON Schema: expected \"array\", \"boolean\", \"integer\", \"null\", \"number\", \"object\" or \"string\" or an array, but found \"strng\" (a string)",
                "{'required':'id'} ~ /required ~ this is no JSON Schema: expected an array, but found \"id\" (a string)",
                "{'minLength':-1} ~ /minLength ~ this is no JSON Schema: expected a number not below 0, but found -1 (an integer)",
                "{'properties':{'a b':{'pattern':'('}}} ~ /properties/a b/pattern ~ \"(\" is no regular expression that can be used: a group is opened and never closed, at character 1",
                "{'patternProperties':{'a/\\\\Z':{}}} ~ /patternProperties/a%1\\Z ~ \"a/\\Z\" is no regular expression that can be used: \\Z is no escape of ECMAScript, at character 3",
                "{'$ref':'#/$defs/x'} ~ /$ref ~ the reference \"#/$defs/x\" leads nowhere",
                "{'items':{'$ref':'other.json'}} ~ /items/$ref ~ the reference \"other.json\" leads nowhere",
                "{'$ref':'http://example.org/s.json'} ~ /$ref ~ the reference \"http://example.org/s.json\" leads to the network, where nothing is ever fetched from",
                "{'$ref':'file:///etc/passwd'} ~ /$ref ~ the reference \"file:///etc/passwd\" has the scheme file:, which is never followed",
                "{'$ref':'classpath:schema.json'} ~ /$ref ~ the reference \"classpath:schema.json\" has the scheme classpath:, which is never followed",
                "{'$ref':'#'} ~ `` ~ the schema applies itself to the same value again, without end: # -> #",
                "{'$defs':{'a':{'$ref':'#/$defs/b'},'b':{'anyOf':[{'$ref':'#/$defs/a'}]}}} ~ /$defs/a ~ the schema applies itself to the same value again, without end: #/$defs/a -> #/$defs/b -> #/$defs/b/anyOf/0 -> #/$defs/a",
                "{'$defs':{'a':{'$anchor':'x'},'b':{'$anchor':'x'}}} ~ /$defs/b/$anchor ~ the schema at #/$defs/a has the same name",
                "{'$schema':'http://json-schema.org/draft-07/schema#','definitions':{'a':{'$ref':'#/definitions/a'}}} ~ /definitions/a ~ the schema applies itself to the same value again, without end: #/definitions/a -> #/definitions/a",
            })
    void refuses_what_is_no_schema_and_says_where_and_why(String text, String pointer, String problem) {
        InvalidSchemaException thrown = problemOf(text);

        assertThat(thrown).as(text).isNotNull();
        assertThat(thrown.problem()).isEqualTo(problem);
        assertThat(thrown.pointer()).isEqualTo(pointer.replace('%', '~'));
        assertThat(thrown.remedy()).isNotBlank().doesNotEndWith(".");
    }

    @Test
    void refuses_a_schema_that_is_nested_too_deeply() {
        String deep = "{'not':".repeat(101) + "{}" + "}".repeat(101);

        assertThat(problemOf(deep).problem()).isEqualTo("the schema is nested deeper than 100 levels");
    }

    @Test
    void refuses_a_chain_of_references_that_is_too_long() {
        StringBuilder chain = new StringBuilder("{'$ref':'#/$defs/0','$defs':{'2000':{}");
        for (int i = 0; i < 2000; i++) {
            chain.append(",'")
                    .append(i)
                    .append("':{'$ref':'#/$defs/")
                    .append(i + 1)
                    .append("'}");
        }

        assertThat(problemOf(chain.append("}}").toString()).problem()).startsWith("more than 100 schemas refer");
    }

    @Test
    void names_what_is_assumed_and_what_looks_misspelt() throws Exception {
        assertThat(schema("{'requred':['a'],'properties':{'a':{'maximun':5,'x-own':1,'unit':'kg'}}}")
                        .notes())
                .containsExactly(
                        "the schema names no draft by $schema, and is taken for https://json-schema.org/draft/2020-12/schema",
                        "the keyword \"requred\" is not known to JSON Schema and has no effect; did you mean \"required\"?",
                        "the keyword \"maximun\" at #/properties/a is not known to JSON Schema and has no effect; did you mean \"maximum\"?");
        assertThat(schema("{'$schema':'http://json-schema.org/draft-04/schema#','const':1}")
                        .notes())
                .containsExactly("the keyword \"const\" is younger than the schema's draft"
                        + " (http://json-schema.org/draft-04/schema) and has no effect there");
        assertThat(schema("true").notes()).isEmpty();
    }

    @Test
    void a_recursive_schema_judges_a_value_of_the_deepest_nesting() throws Exception {
        MessageSchema tree = schema(
                "{'$ref':'#/$defs/n','$defs':{'n':{'allOf':[{'anyOf':[{'type':'integer'},{'items':{'$ref':'#/$defs/n'}}]}]}}}");
        JsonNode deep = json("[".repeat(500) + "1" + "]".repeat(500));

        assertThat(tree.validate(deep, LATER)).isEmpty();
        assertThat(tree.validate(json("[".repeat(400) + "'x'" + "]".repeat(400)), LATER))
                .isEmpty();
    }

    @Test
    void a_value_and_a_schema_that_together_need_a_large_stack_are_judged() throws Exception {
        MessageSchema schema =
                schema("{'allOf':[".repeat(40) + "{'items':{'$ref':'#'},'pattern':'^(.*,){20}P'}" + "]}".repeat(40));

        assertThat(schema.validate(json("[".repeat(490) + "1" + "]".repeat(490)), LATER))
                .isEmpty();
        assertThatThrownBy(() -> schema.validate(
                        json("[".repeat(490) + "'" + "a,".repeat(200) + "'" + "]".repeat(490)),
                        Deadline.after(Duration.ofMillis(50))))
                .isInstanceOf(PatternTooSlowException.class);
    }

    @Test
    void an_interrupt_while_a_deep_value_is_judged_is_kept_for_the_caller() throws Exception {
        MessageSchema schema = schema("{'allOf':[".repeat(40) + "{'items':{'$ref':'#'}}" + "]}".repeat(40));

        Thread.currentThread().interrupt();

        assertThat(schema.validate(json("[".repeat(490) + "1" + "]".repeat(490)), LATER))
                .isEmpty();
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void numbers_beyond_all_measure_are_judged() throws Exception {
        MessageSchema schema = schema("{'items':{'type':'number','minimum':1,'multipleOf':1}}");

        assertThat(schema.validate(json("[1e999999999]"), LATER)).isEmpty();
        assertThat(schema.validate(json("[1e-999999999]"), LATER)).isNotEmpty();
        assertThat(schema.validate(json("[-1e999999999]"), LATER)).isNotEmpty();
    }

    @Test
    void exact_decimals_are_compared() throws Exception {
        MessageSchema schema = schema("{'const':0.1}");

        assertThat(schema.validate(json("0.10"), LATER)).isEmpty();
        assertThat(schema.validate(json("0.1000000000000000000001"), LATER)).isNotEmpty();
    }

    @Test
    void a_slow_pattern_ends_at_the_deadline_wherever_it_stands() throws Exception {
        String text = "'" + "a,".repeat(200) + "'";
        for (String schema : List.of(
                "{'pattern':'^(.*,){20}P'}",
                "{'propertyNames':{'pattern':'^(.*,){20}P'}}",
                "{'patternProperties':{'^(.*,){20}P':false}}")) {
            MessageSchema slow = schema(schema);
            JsonNode value = json(schema.startsWith("{'pattern'") ? text : "{" + text + ":1}");

            assertThatThrownBy(() -> slow.validate(value, Deadline.after(Duration.ofMillis(50))))
                    .as(schema)
                    .isInstanceOf(PatternTooSlowException.class);
        }
    }

    @Test
    void long_values_are_shortened() throws Exception {
        SchemaViolation violation = schema("{'type':'integer'}")
                .validate(json("'" + "x".repeat(100_000) + "'"), LATER)
                .get(0);

        assertThat(violation.actual()).hasSizeLessThan(150).endsWith("… (a string)");
    }

    @Test
    void the_meta_schema_may_be_referred_to() throws Exception {
        assertThat(schema("{'$ref':'https://json-schema.org/draft/2020-12/schema'}")
                        .validate(json("{'type':5}"), LATER))
                .isNotEmpty();
    }

    @Test
    void finds_the_exact_values_of_required_members() throws Exception {
        MessageSchema schema = schema(
                """
                {"allOf": [{"$ref": "#/$defs/envelope"}, {"properties": {"kind": {"enum": ["a", "b", "c"]}}, "required": ["kind"]}],
                 "properties": {"type": {"const": "tick"}, "optional": {"const": 1},
                                "body": {"properties": {"a/b": {"enum": [1.0, 2]}}, "required": ["a/b"]}},
                 "required": ["type", "body"],
                 "oneOf": [{"properties": {"op": {"const": "x"}}, "required": ["op"]},
                           {"properties": {"op": {"const": "y"}, "more": {"const": 1}}, "required": ["op", "more"]}],
                 "$defs": {"envelope": {"required": ["kind"], "properties": {"kind": {"enum": ["b", "c", "d"]},
                           "self": {"$ref": "#"}}}}}
                """);

        assertThat(schema.exactValues())
                .isEqualTo(Map.of(
                        "/kind", texts("'b'", "'c'"),
                        "/type", texts("'tick'"),
                        "/body/a~1b", texts("1", "2"),
                        "/op", texts("'x'", "'y'")));
    }

    @Test
    void finds_no_exact_values_where_a_draft_does_not_know_them() throws Exception {
        assertThat(schema(
                                "{'$schema':'http://json-schema.org/draft-04/schema#','properties':{'a':{'const':1}},'required':['a']}")
                        .exactValues())
                .isEmpty();
        assertThat(schema("true").exactValues()).isEmpty();
        assertThat(schema("{'required':['n'],'properties':{'n':{'$ref':'#'}}}").exactValues())
                .isEmpty();
    }

    private static Set<JsonText> texts(String... values) {
        return java.util.Arrays.stream(values)
                .map(value -> StrictJson.exact(json(value)))
                .collect(java.util.stream.Collectors.toSet());
    }

    @Test
    void references_by_address_are_followed_within_the_document() throws Exception {
        MessageSchema schema = schema(
                """
                {"$id": "https://example.org/root.json", "properties": {"a": {"$ref": "item.json"}, "b": {"$ref": "item.json#x"},
                 "c": {"$ref": "https://example.org/item.json#/$defs/y"}},
                 "$defs": {"i": {"$id": "item.json", "type": "string", "$defs": {"x": {"$anchor": "x", "type": "integer"},
                 "y": {"type": "null"}}}}}
                """);

        assertThat(schema.validate(json("{'a':'s','b':1,'c':null}"), LATER)).isEmpty();
        assertThat(schema.validate(json("{'a':1,'b':'s','c':2}"), LATER)).hasSize(3);
    }

    @Test
    void malformed_json_never_gets_here() {
        assertThatThrownBy(() -> StrictJson.read("{} x")).isInstanceOf(MalformedJsonException.class);
    }

    @ParameterizedTest
    @CsvSource({"json-pointer, /a", "relative-json-pointer, 0/a", "uri-template, a{b}", "duration, P1", "date-time, 1"})
    void a_long_text_does_not_exhaust_the_stack_of_its_format(String format, String part) throws Exception {
        JsonNode text = TextNode.valueOf(part.repeat(500_000));

        assertThat(schema("{'format':'" + format + "'}").validate(text, LATER))
                .extracting(SchemaViolation::keyword)
                .isSubsetOf("format");
    }
}
