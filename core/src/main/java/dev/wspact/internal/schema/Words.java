package dev.wspact.internal.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Plain words for JSON values and their types. */
final class Words {
    private static final int LONGEST_VALUE = 120;

    private Words() {}

    /** A value as compact JSON, cut where it is long. */
    static String value(JsonNode value) {
        // a huge value is not written out only to be cut
        String text = value.isTextual() && value.textValue().length() > LONGEST_VALUE
                ? value.textValue().substring(0, LONGEST_VALUE) + "\""
                : value.toString();
        return shortened(text);
    }

    static String shortened(String text) {
        if (text.length() <= LONGEST_VALUE) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(LONGEST_VALUE - 2)) ? LONGEST_VALUE - 2 : LONGEST_VALUE - 1;
        return text.substring(0, end) + "…";
    }

    /** A value with its type where that is not plain from the value. */
    static String valueAndType(JsonNode value) {
        return value.isNull() || value.isBoolean() ? value.toString() : value(value) + " (" + type(value) + ")";
    }

    static String type(JsonNode value) {
        return switch (value.getNodeType()) {
            case ARRAY -> "an array";
            case BOOLEAN -> "a boolean";
            case NULL -> "null";
            case NUMBER -> value.isIntegralNumber() ? "an integer" : "a number";
            case OBJECT -> "an object";
            default -> "a string";
        };
    }

    /** The types that the value of a {@code type} keyword names. */
    static String types(JsonNode type) {
        if (!type.isArray()) {
            return type(type.asText());
        }
        List<String> types = new ArrayList<>();
        type.forEach(one -> types.add(type(one.asText())));
        return either(types);
    }

    private static String type(String name) {
        return switch (name) {
            case "array", "integer", "object" -> "an " + name;
            case "null" -> "null";
            default -> "a " + name;
        };
    }

    /** {@code a, b or c}. */
    static String either(List<String> alternatives) {
        if (alternatives.size() < 2) {
            return String.join("", alternatives);
        }
        int last = alternatives.size() - 1;
        return String.join(", ", alternatives.subList(0, last)) + " or " + alternatives.get(last);
    }

    static String count(int number, String one) {
        return number + " " + one + (number == 1 ? "" : "s");
    }
}
