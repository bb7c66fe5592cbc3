package dev.wspact.internal.schema.variant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Numbers, texts and truth values at the bounds of a schema, and of the types that it allows beside the example's. */
final class SingleValues {
    private static final BigInteger LONGEST = BigInteger.valueOf(10_000);

    private SingleValues() {}

    static List<JsonNode> of(JsonNode schema, JsonNode value) {
        List<JsonNode> values = new ArrayList<>();
        if (value.isNumber() || allows(schema, "integer") || allows(schema, "number")) {
            numbers(schema, value, values);
        }
        if (value.isTextual()) {
            texts(schema, value.textValue(), values);
        }
        if (value.isBoolean() || allows(schema, "boolean")) {
            values.add(BooleanNode.TRUE);
            values.add(BooleanNode.FALSE);
        }
        if (allows(schema, "null")) {
            values.add(NullNode.getInstance());
        }
        if (allows(schema, "string") && !value.isTextual()) {
            values.add(TextNode.valueOf("text"));
        }
        return values;
    }

    private static void numbers(JsonNode schema, JsonNode value, List<JsonNode> values) {
        boolean whole = value.isIntegralNumber() || !allows(schema, "number");
        BigDecimal step = schema.path("multipleOf").isNumber()
                ? schema.path("multipleOf").decimalValue()
                : whole ? BigDecimal.ONE : new BigDecimal("0.5");
        for (String bound : List.of("minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum")) {
            JsonNode limit = schema.path(bound);
            if (limit.isNumber()) {
                BigDecimal exact = limit.decimalValue();
                add(exact, values);
                add(bound.endsWith("inimum") ? exact.add(step) : exact.subtract(step), values);
            }
        }
        if (values.isEmpty()) {
            add(BigDecimal.ZERO, values);
            add(step.negate(), values);
        }
    }

    private static void add(BigDecimal number, List<JsonNode> values) {
        // a huge exponent is left out: written out, 1e999999999 would fill the heap
        if (Math.abs((long) number.scale()) < 400) {
            values.add(
                    number.stripTrailingZeros().scale() <= 0
                            ? JsonNodeFactory.instance.numberNode(number.toBigInteger())
                            : JsonNodeFactory.instance.numberNode(number));
        }
    }

    private static void texts(JsonNode schema, String text, List<JsonNode> values) {
        if (!schema.has("minLength")) {
            values.add(TextNode.valueOf(""));
        }
        for (String bound : List.of("minLength", "maxLength")) {
            JsonNode limit = schema.path(bound);
            if (limit.isIntegralNumber() && limit.bigIntegerValue().compareTo(LONGEST) <= 0) {
                values.add(TextNode.valueOf(ofLength(text, limit.intValue())));
            }
        }
    }

    private static String ofLength(String text, int length) {
        StringBuilder exact = new StringBuilder(length);
        while (exact.length() < length) {
            exact.append(text.isEmpty() ? "x" : text);
        }
        return exact.substring(0, Math.max(0, length));
    }

    private static boolean allows(JsonNode schema, String type) {
        JsonNode types = schema.path("type");
        if (types.isTextual()) {
            return types.textValue().equals(type);
        }
        for (JsonNode one : types) {
            if (one.asText().equals(type)) {
                return true;
            }
        }
        return false;
    }
}
