package dev.wspact.internal.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import java.util.ArrayList;
import java.util.List;

/** Says in our own words what a failed keyword asks for and what was found. */
final class KeywordTexts {
    private KeywordTexts() {}

    static Violation violation(Error error) {
        List<Object> steps =
                steps(error.getInstanceLocation(), error.getInstanceLocation().getNameCount());
        JsonNode value = error.getInstanceNode();
        String keyword = keyword(error);
        return switch (keyword) {
            case "required" ->
                new Violation(
                        steps,
                        keyword,
                        "a member " + quoted(error.getProperty()),
                        "no such member in " + Words.value(value));
            case "dependentRequired", "dependencies" -> dependency(error, keyword, steps);
            case "additionalProperties", "unevaluatedProperties", "additionalItems", "unevaluatedItems", "items" ->
                surplus(error, keyword, steps);
            case "propertyNames" ->
                new Violation(
                        steps,
                        keyword,
                        "only members whose names are valid against " + Words.value(error.getSchemaNode()),
                        "a member " + quoted(error.getProperty()));
            default -> new Violation(steps, keyword, expected(keyword, error), actual(keyword, value));
        };
    }

    /** The keyword as it stands in the schema. */
    private static String keyword(Error error) {
        NodePath path = error.getEvaluationPath();
        Object last = path.getNameCount() == 0 ? "" : path.getElement(path.getNameCount() - 1);
        return error.getKeyword().equals("minContains") && last.equals("contains") ? "contains" : error.getKeyword();
    }

    private static Violation dependency(Error error, String keyword, List<Object> steps) {
        String missing = "";
        for (JsonNode name : error.getSchemaNode().path(error.getProperty())) {
            if (missing.isEmpty() && !error.getInstanceNode().has(name.asText())) {
                missing = name.asText();
            }
        }
        return new Violation(
                steps,
                keyword,
                "a member " + quoted(missing) + ", because there is a member " + quoted(error.getProperty()),
                "no such member in " + Words.value(error.getInstanceNode()));
    }

    private static Violation surplus(Error error, String keyword, List<Object> steps) {
        JsonNode value = error.getInstanceNode();
        List<Object> place = new ArrayList<>(steps);
        if (error.getProperty() != null) {
            place.add(error.getProperty());
            return new Violation(
                    place, keyword, "no member of this name", Words.valueAndType(value.path(error.getProperty())));
        }
        if (error.getIndex() != null) {
            place.add(error.getIndex());
            return new Violation(place, keyword, "no element here", Words.valueAndType(value.path(error.getIndex())));
        }
        return new Violation(steps, keyword, "nothing beyond what the schema names", Words.valueAndType(value));
    }

    private static String expected(String keyword, Error error) {
        JsonNode schema = error.getSchemaNode();
        return switch (keyword) {
            case "type" -> Words.types(schema);
            case "const" -> Words.value(schema);
            case "enum" -> oneOf(schema);
            case "format" -> "a string in the format " + schema.asText();
            case "pattern" -> "a string that matches " + schema.asText();
            case "minimum" -> "a number " + (equalsBound(error) ? "above " : "not below ") + schema;
            case "maximum" -> "a number " + (equalsBound(error) ? "below " : "not above ") + schema;
            case "exclusiveMinimum" -> "a number above " + schema;
            case "exclusiveMaximum" -> "a number below " + schema;
            case "multipleOf" -> "a multiple of " + schema;
            case "false" -> "nothing at this place";
            case "not" -> "a value that is not valid against " + Words.value(schema);
            default -> expectedSize(keyword, schema, error);
        };
    }

    /** In draft 4 a bound is exclusive by another keyword; then a value that equals it fails. */
    private static boolean equalsBound(Error error) {
        return error.getInstanceNode().isNumber()
                && error.getSchemaNode().isNumber()
                && error.getInstanceNode()
                                .decimalValue()
                                .compareTo(error.getSchemaNode().decimalValue())
                        == 0;
    }

    private static String expectedSize(String keyword, JsonNode schema, Error error) {
        int size = schema.asInt();
        return switch (keyword) {
            case "minLength" -> "a string of at least " + Words.count(size, "character");
            case "maxLength" -> "a string of at most " + Words.count(size, "character");
            case "minItems" -> "at least " + Words.count(size, "element");
            case "maxItems" -> "at most " + Words.count(size, "element");
            case "minProperties" -> "at least " + Words.count(size, "member");
            case "maxProperties" -> "at most " + Words.count(size, "member");
            case "uniqueItems" -> "elements that all differ";
            case "contains", "minContains" ->
                "at least " + Words.count(Integer.parseInt(String.valueOf(error.getArguments()[0])), "element")
                        + " valid against " + Words.value(schema);
            case "maxContains" -> "at most " + error.getArguments()[0] + " elements that are valid against contains";
            default -> "what " + keyword + " " + Words.value(schema) + " asks for";
        };
    }

    private static String oneOf(JsonNode values) {
        List<String> words = new ArrayList<>();
        values.forEach(value -> words.add(Words.value(value)));
        return Words.shortened(Words.either(words));
    }

    private static String actual(String keyword, JsonNode value) {
        return switch (keyword) {
            case "minLength", "maxLength" ->
                Words.value(value) + " ("
                        + Words.count(
                                value.asText().codePointCount(0, value.asText().length()), "character") + ")";
            case "minItems", "maxItems" -> Words.count(value.size(), "element");
            case "minProperties", "maxProperties" -> Words.count(value.size(), "member");
            default -> Words.valueAndType(value);
        };
    }

    private static String quoted(Object name) {
        return "\"" + name + "\"";
    }

    /** The first steps of a place. */
    static List<Object> steps(NodePath location, int count) {
        List<Object> steps = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            steps.add(location.getElement(i));
        }
        return steps;
    }
}
