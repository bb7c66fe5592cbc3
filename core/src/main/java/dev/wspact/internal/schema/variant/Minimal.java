package dev.wspact.internal.schema.variant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.function.UnaryOperator;

/**
 * The smallest value that a schema may mean, without regard to patterns and formats: its const, its first example or enum
 * value, or a value of its type with the members that are required.
 *
 * @param resolve follows references
 */
record Minimal(UnaryOperator<JsonNode> resolve) {
    private static final int DEEPEST = 12;

    /**
     * The value.
     *
     * @param given what members are taken from where they are there
     * @return missing if none is found
     */
    JsonNode value(JsonNode schema, JsonNode given) {
        return value(schema, given, 0);
    }

    private JsonNode value(JsonNode unresolved, JsonNode given, int depth) {
        JsonNode schema = resolve.apply(unresolved);
        if (depth > DEEPEST || !schema.isObject()) {
            return MissingNode.getInstance();
        }
        if (schema.has("const")) {
            return schema.get("const");
        }
        for (String keyword : new String[] {"examples", "enum"}) {
            if (!schema.path(keyword).path(0).isMissingNode()) {
                return schema.path(keyword).path(0);
            }
        }
        return ofType(schema, given, depth);
    }

    private JsonNode ofType(JsonNode schema, JsonNode given, int depth) {
        JsonNode types = schema.path("type");
        String type = types.isArray() ? types.path(0).asText() : types.asText();
        if (type.isEmpty() && (schema.has("properties") || schema.has("required"))) {
            type = "object";
        }
        return switch (type) {
            case "object" -> object(schema, given, depth);
            case "array" -> JsonNodeFactory.instance.arrayNode();
            case "string" ->
                TextNode.valueOf("x"
                        .repeat(Math.min(
                                1_000, Math.max(0, schema.path("minLength").asInt(1)))));
            case "integer", "number" ->
                schema.path("minimum").isNumber() ? schema.path("minimum") : JsonNodeFactory.instance.numberNode(1);
            case "boolean" -> BooleanNode.TRUE;
            case "null" -> NullNode.getInstance();
            default -> MissingNode.getInstance();
        };
    }

    private JsonNode object(JsonNode schema, JsonNode given, int depth) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (JsonNode name : schema.path("required")) {
            JsonNode property = schema.path("properties").path(name.asText());
            JsonNode member = value(property, given.path(name.asText()), depth + 1);
            JsonNode known = given.path(name.asText());
            boolean fixed = resolve.apply(property).has("const")
                    || resolve.apply(property).has("enum");
            JsonNode chosen = known.isMissingNode() || (fixed && !member.isMissingNode()) ? member : known;
            if (chosen.isMissingNode()) {
                return MissingNode.getInstance();
            }
            object.set(name.asText(), chosen);
        }
        return object;
    }
}
