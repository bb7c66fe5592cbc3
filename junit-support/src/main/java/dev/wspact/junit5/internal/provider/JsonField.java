package dev.wspact.junit5.internal.provider;

import au.com.dius.pact.core.support.json.JsonException;
import au.com.dius.pact.core.support.json.JsonParser;
import au.com.dius.pact.core.support.json.JsonValue;
import java.util.List;
import java.util.stream.Stream;

/** A field of JSON messages. */
public final class JsonField {
    private final List<String> path;

    /**
     * Names the field.
     *
     * @param field name of a member of the message, or a JSON Pointer (RFC 6901) into it
     */
    public JsonField(String field) {
        path = field.startsWith("/")
                ? Stream.of(field.substring(1).split("/", -1))
                        .map(part -> part.replace("~1", "/").replace("~0", "~"))
                        .toList()
                : List.of(field);
    }

    /** Whether the text is JSON in which the field has this value, as text. */
    public boolean is(String text, String value) {
        try {
            JsonValue at = JsonParser.parseString(text);
            for (String name : path) {
                at = child(at, name);
            }
            return !at.isNull() && value.equals(at.isString() ? at.asString() : at.serialise());
        } catch (JsonException e) {
            return false; // no JSON, so not that message
        }
    }

    private static JsonValue child(JsonValue parent, String name) {
        if (parent instanceof JsonValue.Array array) {
            return name.matches("\\d{1,9}") && Integer.parseInt(name) < array.size()
                    ? array.get(Integer.parseInt(name))
                    : JsonValue.Null.INSTANCE;
        }
        return parent instanceof JsonValue.Object object && object.has(name)
                ? object.get(name)
                : JsonValue.Null.INSTANCE;
    }
}
