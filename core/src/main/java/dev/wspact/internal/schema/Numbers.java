package dev.wspact.internal.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * Gives equal numbers equal nodes, as JSON Schema compares them (2020-12, section 4.2.2): the validator takes {@code 1}
 * and {@code 1.0} within arrays and objects for different.
 */
final class Numbers {
    /** Beyond this exponent arithmetic would fill the heap, or leave what a double can hold; no schema looks that far. */
    private static final int LARGEST_EXPONENT = 300;

    private Numbers() {}

    /** The same value; the same tree where it holds no decimals. */
    static JsonNode plain(JsonNode value) {
        return hasDecimals(value) ? copy(value) : value;
    }

    private static boolean hasDecimals(JsonNode value) {
        if (value.isContainerNode()) {
            for (JsonNode part : value) {
                if (hasDecimals(part)) {
                    return true;
                }
            }
            return false;
        }
        return value.isFloatingPointNumber();
    }

    private static JsonNode copy(JsonNode value) {
        if (value.isObject()) {
            ObjectNode members = JsonNodeFactory.instance.objectNode();
            value.properties().forEach(member -> members.set(member.getKey(), copy(member.getValue())));
            return members;
        }
        if (value.isArray()) {
            ArrayNode elements = JsonNodeFactory.instance.arrayNode(value.size());
            value.forEach(element -> elements.add(copy(element)));
            return elements;
        }
        return value.isFloatingPointNumber() ? plain(value.decimalValue().stripTrailingZeros()) : value;
    }

    private static JsonNode plain(BigDecimal decimal) {
        long exponent = (long) decimal.precision() - decimal.scale();
        if (exponent > LARGEST_EXPONENT || exponent < -LARGEST_EXPONENT) {
            int bound = exponent > 0 ? LARGEST_EXPONENT : -LARGEST_EXPONENT;
            BigDecimal bounded = new BigDecimal(decimal.unscaledValue(), decimal.precision() - bound);
            return exponent > 0 ? integer(bounded.toBigInteger()) : new DecimalNode(bounded);
        }
        return decimal.scale() <= 0 ? integer(decimal.toBigInteger()) : new DecimalNode(decimal);
    }

    /** The node that the parser would make for it. */
    private static JsonNode integer(BigInteger value) {
        if (value.bitLength() < Integer.SIZE) {
            return JsonNodeFactory.instance.numberNode(value.intValue());
        }
        return value.bitLength() < Long.SIZE
                ? JsonNodeFactory.instance.numberNode(value.longValue())
                : JsonNodeFactory.instance.numberNode(value);
    }
}
