package dev.wspact.internal.matching;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** Equality as Pact has it: numbers by their value, but an integer is not a decimal; members in any order. */
final class JsonEquality {
    private JsonEquality() {}

    static boolean equal(JsonNode one, JsonNode other) {
        if (one.isNumber() && other.isNumber()) {
            return one.isIntegralNumber() == other.isIntegralNumber()
                    && one.decimalValue().compareTo(other.decimalValue()) == 0;
        }
        if (one.isObject() && other.isObject()) {
            return one.size() == other.size() && members(one, other);
        }
        if (one.isArray() && other.isArray()) {
            return one.size() == other.size() && elements(one, other);
        }
        return one.equals(other);
    }

    private static boolean members(JsonNode one, JsonNode other) {
        for (Map.Entry<String, JsonNode> member : one.properties()) {
            JsonNode value = other.get(member.getKey());
            if (value == null || !equal(member.getValue(), value)) {
                return false;
            }
        }
        return true;
    }

    private static boolean elements(JsonNode one, JsonNode other) {
        for (int i = 0; i < one.size(); i++) {
            if (!equal(one.get(i), other.get(i))) {
                return false;
            }
        }
        return true;
    }
}
