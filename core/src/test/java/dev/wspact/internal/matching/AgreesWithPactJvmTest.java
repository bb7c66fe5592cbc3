package dev.wspact.internal.matching;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.core.matchers.JsonContentMatcher;
import au.com.dius.pact.core.matchers.MatchingContext;
import au.com.dius.pact.core.model.ContentType;
import au.com.dius.pact.core.model.OptionalBody;
import au.com.dius.pact.core.model.matchingrules.MatchingRuleCategory;
import au.com.dius.pact.core.support.json.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wspact.contract.Contents;
import dev.wspact.message.JsonText;
import dev.wspact.message.Payload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Random examples, rules and messages are judged as pact-jvm judges them. What docs/matching.md names as different on
 * purpose is not made here.
 */
class AgreesWithPactJvmTest {
    private static final int CASES = 2_000;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String[] RULES = {
        "{\"match\": \"type\"}",
        "{\"match\": \"type\", \"min\": 2}",
        "{\"match\": \"type\", \"max\": 1}",
        "{\"match\": \"type\", \"min\": 1, \"max\": 2}",
        "{\"match\": \"equality\"}",
        "{\"match\": \"regex\", \"regex\": \"[a-b1-2]+\"}",
        "{\"match\": \"include\", \"value\": \"a\"}",
        "{\"match\": \"integer\"}",
        "{\"match\": \"decimal\"}",
        "{\"match\": \"number\"}",
        "{\"match\": \"boolean\"}",
        "{\"match\": \"values\"}",
    };

    private final Random random = new Random(20261125);

    @Test
    void on_random_examples_rules_and_messages() throws Exception {
        int matching = 0;
        for (int i = 0; i < CASES; i++) {
            JsonNode example = value(0);
            JsonNode message = random.nextInt(6) == 0 ? example : changed(example, 0);
            String rules = rules(example);
            // with "values" the keys are free: pact-jvm forgets that where the example is empty and keys are strict
            boolean strict = random.nextInt(4) == 0 && !rules.contains("values");
            boolean pact = pactMatches(example, rules, message, !strict);
            List<Difference> ours = new MatchingCase(
                            Contents.json(example.toString()),
                            new JsonText("{\"content\": " + rules + "}"),
                            strict,
                            new Payload.Text(message.toString()))
                    .differences();

            assertThat(ours.isEmpty())
                    .as("case %s: %s against %s by %s gives %s", i, message, example, rules, ours)
                    .isEqualTo(pact);
            matching += pact ? 1 : 0;
        }
        assertThat(matching).as("cases that match").isBetween(CASES / 10, CASES * 9 / 10);
    }

    private static boolean pactMatches(
            JsonNode example, String rules, JsonNode message, boolean unexpectedKeysAllowed) {
        return JsonContentMatcher.INSTANCE
                .matchBody(
                        body(example),
                        body(message),
                        new MatchingContext(
                                new MatchingRuleCategory("body").fromJson(JsonParser.parseString(rules)),
                                unexpectedKeysAllowed))
                .matchedOk();
    }

    private static OptionalBody body(JsonNode json) {
        return OptionalBody.body(json.toString().getBytes(StandardCharsets.UTF_8), ContentType.getJSON());
    }

    private JsonNode value(int depth) {
        int kind = random.nextInt(depth > 3 ? 4 : 8);
        if (depth == 0 || kind > 5) {
            ObjectNode object = NODES.objectNode();
            for (int i = random.nextInt(4); i > 0; i--) {
                object.set(key(), value(depth + 1));
            }
            return object;
        }
        if (kind > 3) {
            ArrayNode array = NODES.arrayNode();
            for (int i = random.nextInt(4); i > 0; i--) {
                array.add(value(depth + 1));
            }
            return array;
        }
        return scalar();
    }

    private JsonNode scalar() {
        return switch (random.nextInt(6)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.booleanNode(random.nextBoolean());
            case 2 -> NODES.numberNode(random.nextInt(3));
            case 3 -> NODES.numberNode(new java.math.BigDecimal("1." + random.nextInt(3)));
            default -> NODES.textNode(List.of("a", "b", "ab", "", "12").get(random.nextInt(5)));
        };
    }

    private String key() {
        return List.of("a", "b", "c", "1").get(random.nextInt(4));
    }

    private JsonNode changed(JsonNode node, int depth) {
        if (node.isObject()) {
            ObjectNode object = NODES.objectNode();
            node.properties().forEach(member -> {
                if (random.nextInt(12) > 0) {
                    object.set(member.getKey(), changed(member.getValue(), depth + 1));
                }
            });
            if (random.nextInt(5) == 0) {
                object.set(key(), scalar());
            }
            // a member that was there as a single value must not turn into a container
            node.properties().forEach(member -> {
                if (!member.getValue().isContainerNode()
                        && object.path(member.getKey()).isContainerNode()) {
                    object.set(member.getKey(), member.getValue());
                }
            });
            return object;
        }
        if (node.isArray()) {
            return changedArray(node, depth);
        }
        return random.nextInt(4) == 0 ? scalar() : node;
    }

    private JsonNode changedArray(JsonNode node, int depth) {
        ArrayNode array = NODES.arrayNode();
        for (JsonNode element : node) {
            if (random.nextInt(10) > 0) {
                array.add(changed(element, depth + 1));
            } else {
                return array;
            }
        }
        if (!node.isEmpty() && random.nextInt(4) == 0) {
            array.add(changed(node.get(0), depth + 1));
        }
        return array;
    }

    private String rules(JsonNode example) {
        List<String> paths = new ArrayList<>();
        paths(example, "$", paths);
        ObjectNode rules = NODES.objectNode();
        for (int i = random.nextInt(5); i > 0; i--) {
            String path = paths.get(random.nextInt(paths.size()));
            rules.putRawValue(path, new com.fasterxml.jackson.databind.util.RawValue(group()));
        }
        return rules.toString();
    }

    private String group() {
        String rule = RULES[random.nextInt(RULES.length)];
        return "{\"combine\": \"AND\", \"matchers\": ["
                + (random.nextInt(4) == 0 ? rule + "," + RULES[random.nextInt(RULES.length)] : rule) + "]}";
    }

    private void paths(JsonNode node, String path, List<String> paths) {
        paths.add(path);
        node.properties().forEach(member -> {
            String segment = Character.isDigit(member.getKey().charAt(0))
                    ? "['" + member.getKey() + "']"
                    : "." + member.getKey();
            paths(member.getValue(), path + (random.nextInt(4) == 0 ? ".*" : segment), paths);
        });
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            paths(node.get(i), path + (random.nextInt(3) == 0 ? "[" + i + "]" : "[*]"), paths);
        }
    }
}
