package dev.wspact.internal.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import dev.wspact.internal.json.DeepStack;
import dev.wspact.internal.time.Deadline;
import dev.wspact.message.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A JSON Schema, all references bundled, ready to judge many values. Immutable, and safe for use by several threads at
 * once.
 *
 * <p>Drafts 4, 6, 7, 2019-09 and 2020-12, told apart by {@code $schema}; 2020-12 where there is none. {@code format} is
 * asserted. Nothing is ever fetched, whatever a reference says.
 */
public final class MessageSchema {
    /** The deepest nesting of a schema. */
    public static final int MAX_DEPTH = 100;

    private final Schema schema;
    private final PatternDeadline patternDeadline;
    private final List<String> notes;
    private final Map<String, Set<JsonText>> exactValues;

    private MessageSchema(
            Schema schema,
            PatternDeadline patternDeadline,
            List<String> notes,
            Map<String, Set<JsonText>> exactValues) {
        this.schema = schema;
        this.patternDeadline = patternDeadline;
        this.notes = notes;
        this.exactValues = exactValues;
    }

    /**
     * Checks a schema against its meta-schema, checks what a meta-schema cannot (references, patterns, endless
     * recursion), and prepares it.
     *
     * @throws InvalidSchemaException if it is not a schema
     */
    public static MessageSchema compile(JsonNode schema) throws InvalidSchemaException {
        Draft draft = Validators.check(schema);
        SchemaDocument document = SchemaDocument.of(schema, draft);
        SchemaCheck.check(document);
        PatternDeadline patternDeadline = new PatternDeadline();
        return new MessageSchema(
                Validators.compile(schema, draft, patternDeadline),
                patternDeadline,
                notes(document),
                ExactValues.of(document));
    }

    private static List<String> notes(SchemaDocument document) {
        List<String> notes = new ArrayList<>();
        if (document.root().isObject() && !document.root().has("$schema")) {
            notes.add("the schema names no draft by $schema, and is taken for "
                    + document.draft().uri());
        }
        notes.addAll(Misspellings.notes(document));
        return List.copyOf(notes);
    }

    /**
     * Why the value is not valid; empty if it is.
     *
     * @throws dev.wspact.internal.regex.PatternTooSlowException if a pattern did not end by the deadline
     */
    public List<SchemaViolation> validate(JsonNode value, Deadline deadline) {
        return violations(value, deadline).stream()
                .map(Violation::toSchemaViolation)
                .collect(Collectors.toUnmodifiableList());
    }

    private List<Violation> violations(JsonNode value, Deadline deadline) {
        try {
            return DeepStack.call(() -> patternDeadline.during(deadline, () -> Validators.validate(schema, value)));
        } catch (StackOverflowError e) {
            // the depth of a value is bounded, and that of a schema, but their product can be too much
            return List.of(new Violation(
                    List.of(),
                    "$ref",
                    "a value that is nested less deeply than the schema can be followed",
                    Words.type(value)));
        }
    }

    /**
     * Remarks that are no errors: an assumed draft, keywords that JSON Schema does not know and that look misspelt.
     * Without the name of the schema, in lower case, without a final full stop.
     */
    public List<String> notes() {
        return notes;
    }

    /**
     * The exact values that every valid object must have one of, by JSON Pointer: {@code const} and {@code enum} of
     * required members, in the form of {@link dev.wspact.internal.json.StrictJson#exact}.
     */
    public Map<String, Set<JsonText>> exactValues() {
        return exactValues;
    }
}
