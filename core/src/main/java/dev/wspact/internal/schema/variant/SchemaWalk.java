package dev.wspact.internal.schema.variant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Goes through a schema along its example and collects whole values that differ from it in one place. Confined to one
 * thread.
 */
final class SchemaWalk {
    /** Deeper than messages are, and enough to end a schema that refers to itself. */
    private static final int DEEPEST = 12;
    /** More are not looked at, whatever the schema allows. */
    private static final int MOST = 2_000;

    private final JsonNode root;
    private final List<JsonNode> variants = new ArrayList<>();

    SchemaWalk(JsonNode root) {
        this.root = root;
    }

    /** What differs from the example in one place; not all of it is valid. */
    List<JsonNode> variants(JsonNode example) {
        walk(root, example, variants::add, 0);
        return variants;
    }

    /** Takes a value that may stand in the place that is looked at. */
    private interface Sink {
        void accept(JsonNode value);
    }

    private void walk(JsonNode unresolved, JsonNode value, Sink sink, int depth) {
        JsonNode schema = resolved(unresolved);
        if (depth > DEEPEST || variants.size() >= MOST || !schema.isObject()) {
            return;
        }
        schema.path("enum").forEach(sink::accept);
        SingleValues.of(schema, value).forEach(sink::accept);
        for (String keyword : List.of("oneOf", "anyOf")) {
            for (JsonNode branch : schema.path(keyword)) {
                branch(schema, branch, value, sink, depth);
            }
        }
        for (JsonNode part : schema.path("allOf")) {
            walk(part, value, sink, depth + 1);
        }
        if (value instanceof ObjectNode object) {
            members(schema, object, sink, depth);
        }
        if (value instanceof ArrayNode array) {
            elements(schema, array, sink, depth);
        }
    }

    /** The value as it is in a branch: as the branch has it, with what the schema around it asks for. */
    private void branch(JsonNode schema, JsonNode branch, JsonNode value, Sink sink, int depth) {
        JsonNode made = new Minimal(this::resolved).value(branch, value);
        if (made.isMissingNode()) {
            return;
        }
        if (made instanceof ObjectNode object && value instanceof ObjectNode given) {
            ObjectNode joined = given.deepCopy();
            joined.setAll(object);
            sink.accept(joined);
        }
        sink.accept(made);
        if (made instanceof ObjectNode object) {
            JsonNode around = new Minimal(this::resolved).value(schema, value);
            if (around instanceof ObjectNode outer) {
                ObjectNode joined = outer.deepCopy();
                joined.setAll(object);
                sink.accept(joined);
            }
        }
        walk(branch, made, sink, depth + 1);
    }

    private void members(JsonNode schema, ObjectNode object, Sink sink, int depth) {
        TreeSet<String> required = new TreeSet<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            String name = property.getKey();
            JsonNode member = object.path(name);
            if (member.isMissingNode()) {
                JsonNode made = new Minimal(this::resolved).value(property.getValue(), MissingNode.getInstance());
                if (!made.isMissingNode()) {
                    sink.accept(object.deepCopy().set(name, made));
                }
                continue;
            }
            if (!required.contains(name)) {
                ObjectNode without = object.deepCopy();
                without.remove(name);
                sink.accept(without);
            }
            walk(
                    property.getValue(),
                    member,
                    value -> sink.accept(object.deepCopy().set(name, value)),
                    depth + 1);
        }
    }

    private void elements(JsonNode schema, ArrayNode array, Sink sink, int depth) {
        JsonNode items = schema.path("items");
        sink.accept(array.arrayNode());
        if (array.isEmpty()) {
            JsonNode made = new Minimal(this::resolved).value(items, MissingNode.getInstance());
            if (!made.isMissingNode()) {
                sink.accept(array.arrayNode().add(made));
            }
            return;
        }
        sink.accept(array.deepCopy().add(array.get(0)));
        walk(
                items,
                array.get(0),
                value -> {
                    ArrayNode changed = array.deepCopy();
                    changed.set(0, value);
                    sink.accept(changed);
                },
                depth + 1);
    }

    /** The schema that a chain of references within the document leads to; nothing where they lead elsewhere. */
    private JsonNode resolved(JsonNode schema) {
        JsonNode current = schema;
        for (int i = 0; i < DEEPEST && current.path("$ref").isTextual(); i++) {
            String reference = current.path("$ref").asText();
            current = reference.equals("#")
                    ? root
                    : reference.startsWith("#/") ? root.at(decoded(reference.substring(1))) : MissingNode.getInstance();
        }
        return current;
    }

    private static String decoded(String fragment) {
        // in a fragment only what a pointer itself does not use is percent-encoded
        return URLDecoder.decode(fragment.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
