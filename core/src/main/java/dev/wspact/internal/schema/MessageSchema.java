package dev.wspact.internal.schema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wspact.internal.time.Deadline;
import dev.wspact.message.JsonText;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A JSON Schema, all references bundled, ready to judge many values. Immutable. */
public final class MessageSchema {
    private MessageSchema() {}

    /**
     * Checks a schema against its meta-schema and prepares it.
     *
     * @throws InvalidSchemaException if it is not a schema
     */
    public static MessageSchema compile(JsonNode schema) throws InvalidSchemaException {
        throw new UnsupportedOperationException("not yet");
    }

    /**
     * Why the value is not valid; empty if it is.
     *
     * @throws dev.wspact.internal.regex.PatternTooSlowException if a pattern did not end by the deadline
     */
    public List<SchemaViolation> validate(JsonNode value, Deadline deadline) {
        throw new UnsupportedOperationException("not yet");
    }

    /** The exact values that every valid value must have one of, by JSON Pointer: {@code const} and {@code enum} of required members. */
    public Map<String, Set<JsonText>> exactValues() {
        throw new UnsupportedOperationException("not yet");
    }
}
