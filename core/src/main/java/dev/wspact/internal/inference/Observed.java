package dev.wspact.internal.inference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What was seen at one place of the messages of one type, and the schema that this makes. Seeing more only widens the schema:
 * types are added, values of an {@code enum} too, until there are too many; formats and required members fall away. Of members
 * that were never seen nothing is said.
 */
final class Observed {
    /** An object with more members is a map, of whose members nothing is said. */
    static final int MOST_MEMBERS = 200;

    /** Below that nothing is said. */
    static final int DEEPEST = 32;

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final int depth;
    private final Set<String> kinds = new TreeSet<>();
    private final ObservedStrings strings = new ObservedStrings();
    private final Map<String, Observed> members = new LinkedHashMap<>();
    private final Map<String, Long> present = new LinkedHashMap<>();
    private @Nullable Observed items;
    private boolean map;
    private long objects;

    /** A place at which nothing has been seen. */
    Observed() {
        this(0);
    }

    private Observed(int depth) {
        this.depth = depth;
    }

    /** Takes in one more value. */
    void add(JsonNode value) {
        switch (value.getNodeType()) {
            case OBJECT -> addObject(value);
            case ARRAY -> addArray(value);
            case STRING -> {
                kinds.add("string");
                strings.add(value.textValue());
            }
            case NUMBER -> kinds.add(isInteger(value.decimalValue()) ? "integer" : "number");
            case BOOLEAN -> kinds.add("boolean");
            default -> kinds.add("null");
        }
    }

    /** As JSON Schema sees it: {@code 1.0} is an integer. */
    private static boolean isInteger(BigDecimal number) {
        return number.signum() == 0 || number.stripTrailingZeros().scale() <= 0;
    }

    private void addObject(JsonNode object) {
        kinds.add("object");
        objects++;
        if (map || depth == DEEPEST) {
            return;
        }
        object.properties().forEach(member -> {
            members.computeIfAbsent(member.getKey(), name -> new Observed(depth + 1))
                    .add(member.getValue());
            present.merge(member.getKey(), 1L, Long::sum);
        });
        if (members.size() > MOST_MEMBERS) {
            map = true;
            members.clear();
            present.clear();
        }
    }

    private void addArray(JsonNode array) {
        kinds.add("array");
        if (depth == DEEPEST) {
            return;
        }
        for (JsonNode element : array) {
            Observed all = items;
            if (all == null) {
                all = new Observed(depth + 1);
                items = all;
            }
            all.add(element);
        }
    }

    /** The schema of all that has been seen. */
    ObjectNode schema() {
        ObjectNode schema = JSON.objectNode();
        type(schema);
        if (kinds.contains("string")) {
            string(schema);
        }
        if (kinds.contains("object") && !map && depth < DEEPEST) {
            object(schema);
        }
        if (kinds.contains("array") && depth < DEEPEST) {
            if (items == null) {
                schema.put("maxItems", 0);
            } else {
                schema.set("items", items.schema());
            }
        }
        return schema;
    }

    private void type(ObjectNode schema) {
        Set<String> types = new TreeSet<>(kinds);
        if (types.contains("number")) {
            types.remove("integer");
        }
        if (types.size() == 1) {
            schema.put("type", types.iterator().next());
        } else {
            ArrayNode several = schema.putArray("type");
            types.forEach(several::add);
        }
    }

    /** An enum speaks of all values, so it stands only where all are strings, or null. */
    private void string(ObjectNode schema) {
        boolean stringsOnly = Set.of("string", "null").containsAll(kinds);
        if (stringsOnly && !strings.values().isEmpty()) {
            ArrayNode values = schema.putArray("enum");
            strings.values().forEach(values::add);
            if (kinds.contains("null")) {
                values.addNull();
            }
        }
        String format = strings.format();
        if (format != null) {
            schema.put("format", format);
        }
    }

    private void object(ObjectNode schema) {
        ObjectNode properties = schema.putObject("properties");
        members.forEach((name, member) -> properties.set(name, member.schema()));
        ArrayNode required = JSON.arrayNode();
        present.forEach((name, count) -> {
            if (count == objects) {
                required.add(name);
            }
        });
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
    }
}
