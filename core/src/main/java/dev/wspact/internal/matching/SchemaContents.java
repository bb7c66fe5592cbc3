package dev.wspact.internal.matching;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wspact.internal.json.MalformedJsonException;
import dev.wspact.internal.json.ReceivedPayload;
import dev.wspact.internal.json.StrictJson;
import dev.wspact.internal.regex.PatternTooSlowException;
import dev.wspact.internal.schema.InvalidSchemaException;
import dev.wspact.internal.schema.MessageSchema;
import dev.wspact.internal.time.Deadline;
import dev.wspact.message.JsonText;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** JSON contents, judged by a JSON Schema. */
final class SchemaContents implements ContentMatcher {
    private final MessageSchema schema;

    SchemaContents(JsonText schema) throws UnjudgeableException {
        try {
            this.schema = MessageSchema.compile(StrictJson.read(schema));
        } catch (InvalidSchemaException e) {
            throw new UnjudgeableException(
                    "the schema is not one: " + e.problem()
                            + (e.pointer().isEmpty() ? "" : " (at " + e.pointer() + " in the schema)"),
                    e.remedy());
        }
    }

    @Override
    public List<Difference> differences(ReceivedPayload message, Deadline deadline) throws UnjudgeableException {
        JsonNode json;
        try {
            json = message.json();
        } catch (MalformedJsonException e) {
            return List.of(JsonContents.malformed(message.payload(), e));
        }
        try {
            return schema.validate(json, deadline).stream()
                    .map(violation -> new Difference(
                            violation.path(),
                            "schema " + violation.keyword(),
                            violation.expected(),
                            violation.actual()))
                    .toList();
        } catch (PatternTooSlowException e) {
            throw new UnjudgeableException(
                    "the pattern " + Words.shortened(e.pattern()) + " of the schema " + e.problem(),
                    "ask the consumer for a pattern that does not backtrack: no repetition of what itself repeats");
        }
    }

    @Override
    public boolean readsJson() {
        return true;
    }

    @Override
    public Map<String, Set<JsonText>> exactValues() {
        return schema.exactValues();
    }
}
