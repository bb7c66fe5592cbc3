package dev.wspact.internal.reporting;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the members of one JSON object of a result file strictly: each must have its kind, and none may be left over. */
final class Members {
    private final JsonNode object;
    private final String pointer;
    private final Set<String> read = new HashSet<>();

    private Members(JsonNode object, String pointer) {
        this.object = object;
        this.pointer = pointer;
    }

    /** What the reading function makes of an object; members that it did not ask for are an error. */
    static <T> T read(JsonNode value, String pointer, Function<Members, T> reading) {
        if (!value.isObject()) {
            throw new ResultFormatException(pointer, "an object is expected here");
        }
        Members members = new Members(value, pointer);
        T made;
        try {
            made = reading.apply(members);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new ResultFormatException(pointer, String.valueOf(e.getMessage()));
        }
        members.nothingLeft();
        return made;
    }

    /** A member that is a string. */
    String text(String name) {
        return required(name, JsonNode::isTextual, "a string").textValue();
    }

    /** A member that is a string or null. */
    @Nullable
    String textOrNull(String name) {
        return required(name, value -> value.isTextual() || value.isNull(), "a string or null")
                .textValue();
    }

    /** A member that is a boolean. */
    boolean flag(String name) {
        return required(name, JsonNode::isBoolean, "true or false").booleanValue();
    }

    /** A member that is a whole number. */
    long number(String name) {
        return required(name, value -> value.isIntegralNumber() && value.canConvertToLong(), "a whole number")
                .longValue();
    }

    /** A member that is a whole number of 32 bits. */
    int smallNumber(String name) {
        return required(name, value -> value.isIntegralNumber() && value.canConvertToInt(), "a whole number")
                .intValue();
    }

    /** A member that is a duration as ISO-8601 writes it. */
    Duration duration(String name) {
        return Duration.parse(text(name));
    }

    /** Whether a member is there. */
    boolean has(String name) {
        return object.has(name);
    }

    /** A member that is an object. */
    <T> T object(String name, Function<Members, T> reading) {
        return read(required(name, JsonNode::isObject, "an object"), pointer + "/" + name, reading);
    }

    /** A member that is an object, or null where it is absent. */
    <T> @Nullable T objectOrNull(String name, Function<Members, T> reading) {
        return has(name) ? object(name, reading) : null;
    }

    /** A member that is an array of objects. */
    <T> List<T> objects(String name, Function<Members, T> reading) {
        JsonNode array = required(name, JsonNode::isArray, "an array");
        List<T> made = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            made.add(read(array.get(i), pointer + "/" + name + "/" + i, reading));
        }
        return made;
    }

    /** A member that is an array of strings. */
    List<String> texts(String name) {
        List<String> made = new ArrayList<>();
        for (JsonNode element : required(name, JsonNode::isArray, "an array")) {
            if (!element.isTextual()) {
                throw new ResultFormatException(pointer + "/" + name, "an array of strings is expected here");
            }
            made.add(element.textValue());
        }
        return made;
    }

    /** The names of all members, for an object whose names are data. */
    List<String> names() {
        return object.properties().stream().map(member -> member.getKey()).toList();
    }

    private JsonNode required(String name, Function<JsonNode, Boolean> fits, String kind) {
        JsonNode value = object.get(name);
        if (value == null) {
            throw new ResultFormatException(pointer, "member \"" + name + "\" is missing");
        }
        if (!fits.apply(value)) {
            throw new ResultFormatException(pointer + "/" + name, kind + " is expected here");
        }
        read.add(name);
        return value;
    }

    private void nothingLeft() {
        for (String name : names()) {
            if (!read.contains(name)) {
                throw new ResultFormatException(pointer, "member \"" + name + "\" is unknown");
            }
        }
    }
}
