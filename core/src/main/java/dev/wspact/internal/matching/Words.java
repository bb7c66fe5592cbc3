package dev.wspact.internal.matching;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.wspact.message.Visible;
import java.util.Iterator;
import java.util.Map;

/** Values in words, shortened; never more work than the text is long. */
final class Words {
    /** The longest value that is written out. */
    static final int MAX_LENGTH = 120;

    /** How much is shown before and after a place in a text: no more than a line, even if half of it are escapes. */
    private static final int BEFORE = 50;

    private static final int AFTER = 15;

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

    /** A text in quotes, or as much of it as stands around a place; both 1-based, 0 if there is no place. */
    static String quotedAround(String text, int line, int column) {
        String whole = quoted(text);
        if (line == 0 || !whole.endsWith("…")) {
            return whole;
        }
        int place = Math.min(text.length(), lineStart(text, line) + column);
        int start = Visible.boundary(text, Math.max(0, place - BEFORE));
        int end = Visible.boundary(text, Math.min(text.length(), place + AFTER));
        return TextNode.valueOf((start > 0 ? "…" : "") + text.substring(start, end) + (end < text.length() ? "…" : ""))
                .toString();
    }

    /** Where a line begins; lines end as the JSON parser counts them, with LF, CR, or both. */
    private static int lineStart(String text, int line) {
        int start = 0;
        for (int current = 1; current < line && start < text.length(); start++) {
            boolean first = text.charAt(start) == '\r' && text.startsWith("\n", start + 1);
            current += !first && (text.charAt(start) == '\n' || text.charAt(start) == '\r') ? 1 : 0;
        }
        return start;
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
