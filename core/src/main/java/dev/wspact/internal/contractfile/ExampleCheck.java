package dev.wspact.internal.contractfile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wspact.contract.Contents;
import dev.wspact.contract.ContractFormatException;
import dev.wspact.contract.Shape;
import dev.wspact.internal.json.MalformedJsonException;
import dev.wspact.internal.json.ReceivedPayload;
import dev.wspact.internal.regex.PatternTooSlowException;
import dev.wspact.internal.schema.InvalidSchemaException;
import dev.wspact.internal.schema.MessageSchema;
import dev.wspact.internal.schema.SchemaViolation;
import dev.wspact.internal.time.Deadline;
import java.time.Duration;
import java.util.List;

/** Checks that a schema is one, and that the example of a message is valid against it. */
final class ExampleCheck {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private ExampleCheck() {}

    /**
     * The shape that a schema gives to a message.
     *
     * @param at where the contents stand
     * @throws ContractFormatException if the schema is none, or the contents are not valid against it
     */
    static Shape.Schema shape(Located schema, Contents contents, Located at) {
        check(compile(schema), contents, at);
        return new Shape.Schema(schema.json());
    }

    /**
     * Rejects contents that are not valid against a schema.
     *
     * @param at where the contents stand
     */
    static void check(MessageSchema schema, Contents contents, Located at) {
        List<SchemaViolation> violations = validate(schema, json(contents, at), at);
        if (!violations.isEmpty()) {
            SchemaViolation first = violations.get(0);
            throw at.error(
                    "the example does not fit its schema: at %s, %s: expected %s, but is %s%s"
                            .formatted(
                                    first.path(),
                                    first.keyword(),
                                    first.expected(),
                                    first.actual(),
                                    violations.size() == 1 ? "" : " (and " + (violations.size() - 1) + " more)"),
                    "Correct the example, or the schema");
        }
    }

    private static MessageSchema compile(Located schema) {
        try {
            MessageSchema compiled = MessageSchema.compile(schema.value());
            compiled.notes().forEach(note -> schema.document().note(schema.place(), note));
            return compiled;
        } catch (InvalidSchemaException e) {
            throw new Located(schema.document(), schema.pointer() + e.pointer(), schema.value())
                    .error(e.problem(), e.remedy());
        }
    }

    private static JsonNode json(Contents contents, Located at) {
        if (!contents.isJson()) {
            throw at.error(
                    "a schema describes JSON, but the content type is " + contents.contentType(),
                    "Leave the schema out, or write \"contentType\": \"application/json\"");
        }
        try {
            return new ReceivedPayload(contents.payload()).json();
        } catch (MalformedJsonException e) {
            throw at.error(
                    "the contents are not JSON: " + Document.firstSentence(e.problem()),
                    "Correct the contents, or their content type");
        }
    }

    private static List<SchemaViolation> validate(MessageSchema schema, JsonNode example, Located at) {
        try {
            return schema.validate(example, Deadline.after(PATIENCE));
        } catch (PatternTooSlowException e) {
            throw at.error(
                    "the pattern " + e.pattern() + " of the schema " + e.problem() + " on the example",
                    "Write the pattern without nested repetitions");
        }
    }
}
