package dev.wspact.internal.matching;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Iterator;
import java.util.Map;

/** Values in words, shortened; never more work than the text is long. */
final class Words {
    /** The longest value that is written out. */
    static final int MAX_LENGTH = 120;

    private Words() {}

    /** A JSON value with its type: {@code "12,50" (a string)}. */
    static String value(JsonNode value) {
        return value.isNull() ? "null" : json(value) + " (" + type(value) + ")";
    }

    /** A JSON value alone. */
    static String json(JsonNode value) {
        StringBuilder text = new StringBuilder();
        write(text, value);
        return shortened(text.toString());
    }

    /** A text in quotes. */
    static String quoted(String text) {
        // a little more than fits: escapes only make it longer
        String start = text.substring(0, Math.min(text.length(), MAX_LENGTH * 2));
        return shortened(TextNode.valueOf(start).toString());
    }

    /** The type of a JSON value with an article. */
    static String type(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> "an object";
            case ARRAY -> value.isEmpty() ? "an empty array" : "an array of " + elements(value.size());
            case STRING -> "a string";
            case NUMBER -> value.isIntegralNumber() ? "an integer" : "a decimal number";
            case BOOLEAN -> "a boolean";
            default -> "null";
        };
    }

    /** A number of elements. */
    static String elements(int count) {
        return count == 1 ? "1 element" : count + " elements";
    }

    /** Bytes: how many, and the first of them in hexadecimal. */
    static String bytes(byte[] bytes) {
        if (bytes.length == 0) {
            return "no bytes";
        }
        StringBuilder text = new StringBuilder(bytes.length == 1 ? "1 byte: " : bytes.length + " bytes: ");
        int shown = Math.min(bytes.length, 32);
        for (int i = 0; i < shown; i++) {
            text.append(Character.forDigit(bytes[i] >> 4 & 0xf, 16)).append(Character.forDigit(bytes[i] & 0xf, 16));
        }
        return text.append(shown < bytes.length ? "…" : "").toString();
    }

    /** The text, cut where it gets too long. */
    static String shortened(String text) {
        if (text.length() <= MAX_LENGTH) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(MAX_LENGTH - 2)) ? MAX_LENGTH - 2 : MAX_LENGTH - 1;
        return text.substring(0, end) + "…";
    }

    private static void write(StringBuilder text, JsonNode value) {
        if (value.isObject()) {
            writeMembers(text, value);
        } else if (value.isArray()) {
            writeElements(text, value);
        } else {
            text.append(value.isTextual() ? quoted(value.textValue()) : value.toString());
        }
    }

    private static void writeMembers(StringBuilder text, JsonNode object) {
        text.append('{');
        Iterator<Map.Entry<String, JsonNode>> members = object.properties().iterator();
        while (members.hasNext() && hasRoom(text)) {
            Map.Entry<String, JsonNode> member = members.next();
            text.append(quoted(member.getKey())).append(':');
            write(text, member.getValue());
            text.append(members.hasNext() ? "," : "");
        }
        text.append('}');
    }

    private static void writeElements(StringBuilder text, JsonNode array) {
        text.append('[');
        for (int i = 0; i < array.size() && hasRoom(text); i++) {
            text.append(i > 0 ? "," : "");
            write(text, array.get(i));
        }
        text.append(']');
    }

    private static boolean hasRoom(StringBuilder text) {
        return text.length() <= MAX_LENGTH;
    }
}
