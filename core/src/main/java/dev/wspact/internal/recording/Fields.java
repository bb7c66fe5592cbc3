package dev.wspact.internal.recording;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wspact.verification.RecordingFormatException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** The members of a JSON object of a recording; what is missing, of the wrong kind or unknown is an error with its line. */
final class Fields {
    private static final String REMEDY = "docs/recordings.md describes the format";

    private final JsonNode object;
    private final String file;
    private final int line;
    private final Set<String> asked = new HashSet<>();

    Fields(JsonNode object, String file, int line) {
        this.object = object;
        this.file = file;
        this.line = line;
        if (!object.isObject()) {
            throw wrong("a JSON object is expected here, but there is " + kind(object));
        }
    }

    boolean has(String name) {
        return object.has(name);
    }

    String text(String name) {
        return String.valueOf(member(name, JsonNode::isTextual, "a string").textValue());
    }

    String text(String name, String ofDefault) {
        return has(name) ? text(name) : ofDefault;
    }

    boolean flag(String name, boolean ofDefault) {
        return has(name) ? member(name, JsonNode::isBoolean, "true or false").booleanValue() : ofDefault;
    }

    int number(String name) {
        return member(name, JsonNode::canConvertToExactIntegral, "a whole number")
                .intValue();
    }

    Duration duration(String name) {
        String text = text(name);
        try {
            return Duration.parse(text);
        } catch (DateTimeException e) {
            throw wrong("\"" + name + "\" is \"" + text + "\", and not an ISO-8601 duration such as PT0.25S");
        }
    }

    Instant instant(String name) {
        String text = text(name);
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw wrong("\"" + name + "\" is \"" + text + "\", and not a time such as 2026-11-25T10:00:00Z");
        }
    }

    URI url(String name) {
        String text = text(name);
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw wrong("\"" + name + "\" is \"" + text + "\", and not a URL: " + e.getReason());
        }
    }

    Fields object(String name) {
        return new Fields(member(name, JsonNode::isObject, "an object"), file, line);
    }

    <T> List<T> objects(String name, Function<Fields, T> reader) {
        List<T> elements = new ArrayList<>();
        for (JsonNode element : member(name, JsonNode::isArray, "an array")) {
            elements.add(reader.apply(new Fields(element, file, line)));
        }
        return elements;
    }

    List<String> texts(String name) {
        List<String> elements = new ArrayList<>();
        for (JsonNode element : member(name, JsonNode::isArray, "an array of strings")) {
            if (!element.isTextual()) {
                throw wrong("\"" + name + "\" has " + kind(element) + " where strings are expected");
            }
            elements.add(element.textValue());
        }
        return elements;
    }

    /** The names of all members, which then count as known. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** Whatever has not been asked for is unknown, and an error. */
    void done() {
        object.fieldNames().forEachRemaining(name -> {
            if (!asked.contains(name)) {
                throw wrong("\"" + name + "\" is no member that is known here");
            }
        });
    }

    RecordingFormatException wrong(String problem) {
        return new RecordingFormatException(file, line, problem, REMEDY);
    }

    private JsonNode member(String name, Function<JsonNode, Boolean> right, String kind) {
        asked.add(name);
        JsonNode value = object.get(name);
        if (value == null) {
            throw wrong("\"" + name + "\" is missing");
        }
        if (!right.apply(value)) {
            throw wrong("\"" + name + "\" is " + kind(value) + ", where " + kind + " is expected");
        }
        return value;
    }

    private static String kind(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> "an object";
            case ARRAY -> "an array";
            case STRING -> "a string";
            case NUMBER -> "the number " + value;
            case BOOLEAN, NULL -> value.toString();
            default -> "something else";
        };
    }
}
