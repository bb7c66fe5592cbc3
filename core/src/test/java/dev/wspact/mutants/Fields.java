package dev.wspact.mutants;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wspact.contract.InteractionType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a contract can rely on and a server can break, as the names of cases: the fields of {@code comments.websocket} in
 * the published schema, and the keywords of JSON Schema. {@link RuleKinds} has the matching rules.
 */
final class Fields {
    /** What no server can break, and why. */
    static final Map<String, String> NOT_BREAKABLE = Map.of(
            "version", "says how the block is to be read",
            "send.contentTypeHint", "says how other tools show the contents, and never travels",
            "timestamp", "only measures, and judges nothing");

    private static final List<String> KEYWORDS = List.of(
            "$dynamicRef",
            "$ref",
            "additionalProperties",
            "allOf",
            "anyOf",
            "const",
            "contains",
            "dependentRequired",
            "dependentSchemas",
            "else",
            "enum",
            "exclusiveMaximum",
            "exclusiveMinimum",
            "format",
            "if",
            "items",
            "maxContains",
            "maxItems",
            "maxLength",
            "maxProperties",
            "maximum",
            "minContains",
            "minItems",
            "minLength",
            "minProperties",
            "minimum",
            "multipleOf",
            "not",
            "oneOf",
            "pattern",
            "patternProperties",
            "prefixItems",
            "properties",
            "propertyNames",
            "required",
            "then",
            "type",
            "unevaluatedItems",
            "unevaluatedProperties",
            "uniqueItems");

    private Fields() {}

    /** The names of all that can be broken, given the schema of {@code comments.websocket}. */
    static Set<String> all(JsonNode schema) {
        Set<String> fields = everything(schema);
        fields.removeAll(NOT_BREAKABLE.keySet());
        Stream.of(InteractionType.HANDSHAKE, InteractionType.CLOSE).forEach(type -> fields.add("kind." + type.word()));
        KEYWORDS.forEach(keyword -> fields.add("schema." + keyword));
        return fields;
    }

    /** The names of the fields of the schema, whether or not they can be broken. */
    static Set<String> everything(JsonNode schema) {
        Set<String> fields = new TreeSet<>();
        collect(schema, schema, "", fields);
        return fields;
    }

    /** Adds the properties that a schema names, each under the path that leads to it; a property with some only has those. */
    private static void collect(JsonNode root, JsonNode schema, String path, Set<String> fields) {
        if (schema.has("$ref")) {
            collect(root, root.at(schema.path("$ref").asText().substring(1)), path, fields);
        }
        for (String alternatives : List.of("oneOf", "anyOf", "allOf")) {
            schema.path(alternatives).forEach(one -> collect(root, one, path, fields));
        }
        if (schema.has("items")) {
            collect(root, schema.path("items"), path, fields);
        }
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            String name = path.isEmpty() ? property.getKey() : path + "." + property.getKey();
            Set<String> below = new TreeSet<>();
            collect(root, property.getValue(), name, below);
            fields.addAll(below.isEmpty() ? values(name, property.getValue()) : below);
        }
    }

    /** A field that is one of a few words has a case for each that is not the default. */
    private static Set<String> values(String name, JsonNode schema) {
        Set<String> values = new TreeSet<>();
        if (name.equals("order.rule")) {
            schema.path("enum").forEach(word -> values.add(name + "." + word.asText()));
        }
        return values.isEmpty() ? Set.of(name) : values;
    }
}
