package dev.wspact.internal.schema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wspact.internal.json.StrictJson;
import dev.wspact.message.JsonText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the exact values that a schema demands of required members. */
final class ExactValues {
    private final SchemaDocument document;
    private final Set<String> open = new HashSet<>();

    private ExactValues(SchemaDocument document) {
        this.document = document;
    }

    static Map<String, Set<JsonText>> of(SchemaDocument document) throws InvalidSchemaException {
        Map<String, Set<JsonText>> values = new ExactValues(document).of(document.rootSchema());
        values.replaceAll((pointer, set) -> java.util.Collections.unmodifiableSet(set));
        return java.util.Collections.unmodifiableMap(values);
    }

    /** By pointer from the value that the schema applies to. */
    private Map<String, Set<JsonText>> of(Subschema schema) throws InvalidSchemaException {
        Map<String, Set<JsonText>> found = new LinkedHashMap<>();
        if (!schema.node().isObject() || !open.add(schema.pointer())) {
            return found;
        }
        JsonNode reference = schema.node().path("$ref");
        if (reference.isTextual()) {
            Optional<Subschema> target = document.resolve(schema, reference.textValue());
            if (target.isPresent()) {
                both(found, of(target.get()));
            }
        }
        if (!reference.isTextual() || !document.draft().refStandsAlone()) {
            ownValues(schema.node(), found);
            children(schema, found);
        }
        open.remove(schema.pointer());
        return found;
    }

    private void ownValues(JsonNode schema, Map<String, Set<JsonText>> found) {
        if (schema.has("const") && Keywords.known("const", document.draft())) {
            both(found, Map.of("", Set.of(StrictJson.exact(schema.path("const")))));
        }
        if (schema.path("enum").isArray()) {
            Set<JsonText> values = new LinkedHashSet<>();
            schema.path("enum").forEach(value -> values.add(StrictJson.exact(value)));
            both(found, Map.of("", values));
        }
    }

    private void children(Subschema schema, Map<String, Set<JsonText>> found) throws InvalidSchemaException {
        Set<String> required = new HashSet<>();
        schema.node().path("required").forEach(name -> required.add(name.asText()));
        List<Map<String, Set<JsonText>>> anyOf = new ArrayList<>();
        List<Map<String, Set<JsonText>>> oneOf = new ArrayList<>();
        for (Map.Entry<String, Subschema> child : document.children(schema).entrySet()) {
            String step = child.getKey();
            if (step.startsWith("/allOf/")) {
                both(found, of(child.getValue()));
            } else if (step.startsWith("/anyOf/")) {
                anyOf.add(of(child.getValue()));
            } else if (step.startsWith("/oneOf/")) {
                oneOf.add(of(child.getValue()));
            } else if (step.startsWith("/properties/")) {
                member(step.substring("/properties".length()), required, child.getValue(), found);
            }
        }
        both(found, either(anyOf));
        both(found, either(oneOf));
    }

    private void member(String step, Set<String> required, Subschema schema, Map<String, Set<JsonText>> found)
            throws InvalidSchemaException {
        if (required.contains(Pointers.unescape(step.substring(1)))) {
            Map<String, Set<JsonText>> below = new LinkedHashMap<>();
            of(schema).forEach((pointer, values) -> below.put(step + pointer, values));
            both(found, below);
        }
    }

    /** Both must hold. */
    private static void both(Map<String, Set<JsonText>> found, Map<String, Set<JsonText>> more) {
        more.forEach((pointer, values) -> found.merge(pointer, new LinkedHashSet<>(values), (left, right) -> {
            Set<JsonText> common = new LinkedHashSet<>(left);
            common.retainAll(right);
            return common;
        }));
    }

    /** One of them must hold: what all of them restrict. */
    private static Map<String, Set<JsonText>> either(List<Map<String, Set<JsonText>>> alternatives) {
        Map<String, Set<JsonText>> common = new LinkedHashMap<>();
        if (alternatives.isEmpty()) {
            return common;
        }
        for (String pointer : alternatives.get(0).keySet()) {
            if (alternatives.stream().allMatch(alternative -> alternative.containsKey(pointer))) {
                Set<JsonText> values = new LinkedHashSet<>();
                alternatives.forEach(alternative -> values.addAll(alternative.getOrDefault(pointer, Set.of())));
                common.put(pointer, values);
            }
        }
        return common;
    }
}
