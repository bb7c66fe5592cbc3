package dev.wspact.internal.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Which keywords of a draft hold schemas, and where in the value those schemas apply. */
final class Keywords {
    private static final Set<String> ONE = Set.of(
            "additionalItems",
            "additionalProperties",
            "contains",
            "contentSchema",
            "else",
            "if",
            "items",
            "not",
            "propertyNames",
            "then",
            "unevaluatedItems",
            "unevaluatedProperties");
    private static final Set<String> LISTS = Set.of("allOf", "anyOf", "items", "oneOf", "prefixItems");
    private static final Set<String> MAPS =
            Set.of("$defs", "definitions", "dependencies", "dependentSchemas", "patternProperties", "properties");
    private static final Set<String> SAME_PLACE =
            Set.of("allOf", "anyOf", "dependencies", "dependentSchemas", "else", "if", "not", "oneOf", "then");

    private static final Set<String> ALL_DRAFTS = Set.of(
            "$ref",
            "$schema",
            "additionalItems",
            "additionalProperties",
            "allOf",
            "anyOf",
            "default",
            "definitions",
            "dependencies",
            "description",
            "enum",
            "exclusiveMaximum",
            "exclusiveMinimum",
            "format",
            "items",
            "maxItems",
            "maxLength",
            "maxProperties",
            "maximum",
            "minItems",
            "minLength",
            "minProperties",
            "minimum",
            "multipleOf",
            "not",
            "oneOf",
            "pattern",
            "patternProperties",
            "properties",
            "required",
            "title",
            "type",
            "uniqueItems");
    private static final Set<String> SINCE_6 = Set.of("$id", "const", "contains", "examples", "propertyNames");
    private static final Set<String> SINCE_7 =
            Set.of("$comment", "contentEncoding", "contentMediaType", "else", "if", "readOnly", "then", "writeOnly");
    private static final Set<String> SINCE_2019 = Set.of(
            "$anchor",
            "$defs",
            "$recursiveAnchor",
            "$recursiveRef",
            "$vocabulary",
            "contentSchema",
            "dependentRequired",
            "dependentSchemas",
            "deprecated",
            "maxContains",
            "minContains",
            "unevaluatedItems",
            "unevaluatedProperties");
    private static final Set<String> SINCE_2020 = Set.of("$dynamicAnchor", "$dynamicRef", "prefixItems");

    private Keywords() {}

    /** Whether the draft, or a newer one, knows the keyword. */
    static boolean known(String keyword, Draft draft) {
        return of(draft).contains(keyword);
    }

    /** All keywords of a draft. */
    static Set<String> of(Draft draft) {
        var keywords = new java.util.TreeSet<>(ALL_DRAFTS);
        keywords.add(draft.idKeyword());
        add(keywords, SINCE_6, !draft.before(Draft.DRAFT_6));
        add(keywords, SINCE_7, !draft.before(Draft.DRAFT_7));
        add(keywords, SINCE_2019, !draft.before(Draft.DRAFT_2019_09));
        add(keywords, SINCE_2020, !draft.before(Draft.DRAFT_2020_12));
        return keywords;
    }

    private static void add(Set<String> keywords, Set<String> more, boolean known) {
        if (known) {
            keywords.addAll(more);
        }
    }

    /** The schemas directly under a schema, by their pointer from it. */
    static Map<String, JsonNode> subschemas(JsonNode schema, Draft draft) {
        Map<String, JsonNode> found = new LinkedHashMap<>();
        if (draft.refStandsAlone() && schema.path("$ref").isTextual()) {
            return found;
        }
        schema.properties().forEach(member -> {
            if (known(member.getKey(), draft)
                    || member.getKey().equals("definitions")
                    || member.getKey().equals("$defs")) {
                collect(member.getKey(), member.getValue(), found);
            }
        });
        return found;
    }

    private static void collect(String keyword, JsonNode value, Map<String, JsonNode> found) {
        String pointer = "/" + Pointers.escape(keyword);
        if (value.isArray() && LISTS.contains(keyword)) {
            for (int i = 0; i < value.size(); i++) {
                found.put(pointer + "/" + i, value.get(i));
            }
        } else if (MAPS.contains(keyword)) {
            value.properties().stream()
                    .filter(member -> isSchema(member.getValue()))
                    .forEach(member -> found.put(pointer + "/" + Pointers.escape(member.getKey()), member.getValue()));
        } else if (ONE.contains(keyword) && isSchema(value)) {
            found.put(pointer, value);
        }
    }

    private static boolean isSchema(JsonNode value) {
        return value.isObject() || value.isBoolean();
    }

    /** Whether the schemas under this keyword judge nothing by themselves, but are there to be referred to. */
    static boolean defines(String pointerFromSchema) {
        return pointerFromSchema.startsWith("/$defs/") || pointerFromSchema.startsWith("/definitions/");
    }

    /** Whether the schemas under this keyword apply to the same value as the schema that has the keyword. */
    static boolean applyToSameValue(String pointerFromSchema) {
        int end = pointerFromSchema.indexOf('/', 1);
        return SAME_PLACE.contains(end < 0 ? pointerFromSchema.substring(1) : pointerFromSchema.substring(1, end));
    }
}
