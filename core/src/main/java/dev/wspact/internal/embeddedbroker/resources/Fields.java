package dev.wspact.internal.embeddedbroker.resources;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wspact.internal.embeddedbroker.web.RefusedException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the fields of a request, and collects all that is wrong with them before it refuses. Confined to one thread. */
final class Fields {
    private final JsonNode document;
    private final Map<String, List<String>> errors = new LinkedHashMap<>();

    Fields(JsonNode document) {
        this.document = document;
    }

    void error(String field, String problem) {
        errors.computeIfAbsent(field, name -> new ArrayList<>()).add(problem);
    }

    boolean hasErrors() {
        return !errors.isEmpty();
    }

    /** Refuses the request if anything is wrong. */
    void check() {
        if (hasErrors()) {
            throw RefusedException.invalid(errors);
        }
    }

    JsonNode get(String field) {
        return document.path(field);
    }

    /** A text that must be there; empty, with an error noted, if it is not. */
    String required(String field) {
        JsonNode value = document.path(field);
        if (value.isMissingNode()) {
            error(field, "is missing");
        } else if (!value.isTextual()) {
            error(field, value.isNull() ? "must be filled" : "must be a string");
        } else if (value.textValue().isBlank()) {
            error(field, value.textValue().isEmpty() ? "must be filled" : "cannot be blank");
        } else {
            return singleLine(field, value.textValue());
        }
        return "";
    }

    private String singleLine(String field, String value) {
        if (value.contains("\n")) {
            error(field, "cannot contain multiple lines");
        }
        return value;
    }

    /** A text, or null if it is not there. */
    @Nullable
    String optional(String field) {
        JsonNode value = document.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isTextual()) {
            error(field, "must be a string");
            return null;
        }
        return singleLine(field, value.textValue());
    }

    /** A text that is not only white space, or null if it is not there. */
    @Nullable
    String optionalFilled(String field) {
        String value = optional(field);
        if (value != null && value.isBlank()) {
            error(field, "cannot be blank");
        }
        return value;
    }

    /** A URL, or null if it is not there. */
    @Nullable
    String optionalUrl(String field) {
        String value = optional(field);
        if (value != null && !isUrl(value)) {
            error(field, "is not a valid URL eg. http://example.org");
        }
        return value;
    }

    private static boolean isUrl(String text) {
        try {
            return !new URI(text).toString().isEmpty();
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** A truth value that must be there; false, with an error noted, if it is not. */
    boolean requiredFlag(String field, String problem) {
        JsonNode value = document.path(field);
        if (!value.isBoolean()) {
            error(field, value.isMissingNode() ? "is missing" : problem);
        }
        return value.asBoolean();
    }

    /** An array of filled texts; empty if it is not there. */
    List<String> texts(String field) {
        JsonNode value = document.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return List.of();
        }
        if (!value.isArray()) {
            error(field, "must be an array");
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < value.size(); i++) {
            if (value.get(i).isTextual() && !value.get(i).textValue().isBlank()) {
                texts.add(value.get(i).textValue());
            } else {
                error(field, "must be a filled string (at index " + i + ")");
            }
        }
        return texts;
    }
}
