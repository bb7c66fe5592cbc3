package dev.wspact.internal.inference;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wspact.internal.json.StrictJson;
import dev.wspact.internal.schema.MessageSchema;
import dev.wspact.internal.time.Deadline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What schemas come of what values, and that more values only widen them. */
class ObservedTest {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static ObjectNode schema(List<JsonNode> values) {
        Observed observed = new Observed();
        values.forEach(observed::add);
        return observed.schema();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            [1, 2] | {"type":"integer"}
            [1.0, 2] | {"type":"integer"}
            [1, 2.5] | {"type":"number"}
            [true, null] | {"type":["boolean","null"]}
            ["news", "sport", "news"] | {"type":"string","enum":["news","sport"]}
            ["news", null] | {"type":["null","string"],"enum":["news",null]}
            ["n-1", "n-2"] | {"type":"string"}
            ["a","b","c","d","e","f","g","h","i"] | {"type":"string"}
            ["two words"] | {"type":"string"}
            ["2026-11-25T10:00:00Z", "2026-11-25T10:00:00.5+01:00"] | {"type":"string","format":"date-time"}
            ["2026-11-25T10:00:00Z", "2026-11-25"] | {"type":"string"}
            ["2026-11-25"] | {"type":"string","format":"date"}
            ["123e4567-e89b-42d3-a456-426614174000"] | {"type":"string","format":"uuid"}
            ["https://example.org/a?b=1"] | {"type":"string","format":"uri"}
            [[]] | {"type":"array","maxItems":0}
            [[], [1, null]] | {"type":"array","items":{"type":["integer","null"]}}
            [{"a":1}, {"a":2,"b":"x y"}] | {"type":"object","properties":{"a":{"type":"integer"},"b":{"type":"string"}},"required":["a"]}
            [{}] | {"type":"object","properties":{}}
            """)
    void a_schema_says_what_all_values_have_in_common(String values, String schema) throws Exception {
        List<JsonNode> all = new ArrayList<>();
        StrictJson.read(values).forEach(all::add);

        assertThat(schema(all)).isEqualTo(StrictJson.read(schema));
    }

    @Test
    void every_value_is_valid_and_more_values_only_widen() throws Exception {
        Random random = new Random(20261125);
        int wider = 0;
        for (int round = 0; round < 300; round++) {
            List<JsonNode> before = values(random, 1 + random.nextInt(4));
            List<JsonNode> both = new ArrayList<>(before);
            both.addAll(values(random, 1 + random.nextInt(4)));
            MessageSchema narrow = MessageSchema.compile(schema(before));
            MessageSchema wide = MessageSchema.compile(schema(both));

            assertThat(both).allMatch(value -> accepts(wide, value));
            for (JsonNode probe : values(random, 20)) {
                JsonNode known = onlyKnown(probe, schema(before));
                if (accepts(narrow, known)) {
                    assertThat(accepts(wide, known))
                            .as("%s, which %s and more gave", known, before)
                            .isTrue();
                    wider++;
                }
            }
        }
        assertThat(wider).as("probes that the narrow schema takes").isGreaterThan(300);
    }

    private static boolean accepts(MessageSchema schema, JsonNode value) {
        return schema.validate(value, Deadline.after(Duration.ofSeconds(30))).isEmpty();
    }

    /** A draft says nothing of members that were never seen, so those are left out of the comparison. */
    private static JsonNode onlyKnown(JsonNode value, JsonNode schema) {
        if (value.isObject() && schema.has("properties")) {
            ObjectNode known = JSON.objectNode();
            value.properties().forEach(member -> {
                if (schema.path("properties").has(member.getKey())) {
                    known.set(
                            member.getKey(),
                            onlyKnown(
                                    member.getValue(), schema.path("properties").path(member.getKey())));
                }
            });
            return known;
        }
        if (value.isObject()) {
            return JSON.objectNode();
        }
        if (value.isArray()) {
            ArrayNode known = JSON.arrayNode();
            value.forEach(element -> known.add(onlyKnown(element, schema.path("items"))));
            return known;
        }
        return value;
    }

    private static List<JsonNode> values(Random random, int count) {
        List<JsonNode> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            values.add(value(random, 0));
        }
        return values;
    }

    private static JsonNode value(Random random, int depth) {
        int kind = random.nextInt(depth > 2 ? 8 : 12);
        return switch (kind) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.booleanNode(random.nextBoolean());
            case 2 -> JSON.numberNode(random.nextInt(5));
            case 3 -> JSON.numberNode(random.nextInt(5) / 2.0);
            case 4, 5 ->
                JSON.textNode(List.of("a", "b", "c", "news", "n-1", "two words").get(random.nextInt(6)));
            case 6 -> JSON.textNode("2026-11-2" + random.nextInt(10));
            case 7 -> JSON.textNode("2026-11-25T10:00:0" + random.nextInt(10) + "Z");
            case 8 -> {
                ArrayNode array = JSON.arrayNode();
                for (int i = random.nextInt(3); i > 0; i--) {
                    array.add(value(random, depth + 1));
                }
                yield array;
            }
            default -> {
                ObjectNode object = JSON.objectNode();
                for (int i = random.nextInt(4); i > 0; i--) {
                    object.set("m" + random.nextInt(4), value(random, depth + 1));
                }
                yield object;
            }
        };
    }
}
