package dev.wspact.message;

import java.util.Objects;

/**
 * One JSON value (RFC 8259) as text. The model carries JSON in this form only; trees live in the engine, which also
 * guarantees that the text is well formed.
 *
 * @param value the JSON value as text
 */
public record JsonText(String value) {
    /** An object without members. */
    public static final JsonText EMPTY_OBJECT = new JsonText("{}");

    /** Rejects a missing or blank text. */
    public JsonText {
        Objects.requireNonNull(value, "value");
        if (value.isBlank()) {
            throw new IllegalArgumentException("value is blank, which is not JSON");
        }
    }

    /** Whether this is the object without members. */
    public boolean isEmptyObject() {
        return value.equals("{}");
    }

    @Override
    public String toString() {
        return value;
    }
}
