package dev.wspact.internal.embeddedbroker.content;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wspact.internal.json.CanonicalJson;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.Map;

/**
 * JSON as Ruby's JSON library writes it, since the Pact Broker hashes what that library wrote: compact, nothing escaped
 * that need not be, and decimals as doubles in their shortest form with at least one decimal place.
 */
final class RubyJson {
    private static final int SMALLEST_PLAIN_EXPONENT = -4;
    private static final int LARGEST_PLAIN_EXPONENT = 16;

    private final StringBuilder text = new StringBuilder();

    private RubyJson() {}

    /** The value as Ruby writes it, members in the tree's order. */
    static String write(JsonNode value) {
        RubyJson writer = new RubyJson();
        writer.value(value);
        return writer.text.toString();
    }

    private void value(JsonNode value) {
        switch (value.getNodeType()) {
            case OBJECT -> object(value);
            case ARRAY -> array(value);
            case STRING -> string(value.textValue());
            case NUMBER -> number(value);
            default -> text.append(value);
        }
    }

    private void object(JsonNode object) {
        text.append('{');
        Iterator<Map.Entry<String, JsonNode>> members = object.properties().iterator();
        while (members.hasNext()) {
            Map.Entry<String, JsonNode> member = members.next();
            string(member.getKey());
            text.append(':');
            value(member.getValue());
            text.append(members.hasNext() ? "," : "");
        }
        text.append('}');
    }

    private void array(JsonNode array) {
        text.append('[');
        for (int i = 0; i < array.size(); i++) {
            text.append(i == 0 ? "" : ",");
            value(array.get(i));
        }
        text.append(']');
    }

    private void string(String string) {
        text.append('"');
        for (int i = 0; i < string.length(); i++) {
            character(string.charAt(i));
        }
        text.append('"');
    }

    private void character(char c) {
        switch (c) {
            case '"' -> text.append("\\\"");
            case '\\' -> text.append("\\\\");
            case '\b' -> text.append("\\b");
            case '\f' -> text.append("\\f");
            case '\n' -> text.append("\\n");
            case '\r' -> text.append("\\r");
            case '\t' -> text.append("\\t");
            default -> {
                if (c < ' ') {
                    text.append("\\u%04x".formatted((int) c));
                } else {
                    text.append(c);
                }
            }
        }
    }

    private void number(JsonNode number) {
        text.append(number.isIntegralNumber() ? number.bigIntegerValue().toString() : decimal(number.doubleValue()));
    }

    /** As {@code Float#to_s} of Ruby: plain from 1e-4 up to, but without, 1e16. */
    private static String decimal(double value) {
        if (value == 0) {
            return "0.0";
        }
        BigDecimal shortest = CanonicalJson.shortest(value).stripTrailingZeros();
        int exponent = shortest.precision() - shortest.scale() - 1;
        if (exponent >= SMALLEST_PLAIN_EXPONENT && exponent < LARGEST_PLAIN_EXPONENT) {
            return (shortest.scale() < 1 ? shortest.setScale(1) : shortest).toPlainString();
        }
        String digits = shortest.unscaledValue().abs().toString();
        return (value < 0 ? "-" : "") + digits.charAt(0) + "." + (digits.length() == 1 ? "0" : digits.substring(1))
                + "e%s%02d".formatted(exponent < 0 ? "-" : "+", Math.abs(exponent));
    }
}
