package dev.wspact.internal.schema.variant;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wspact.internal.json.StrictJson;
import dev.wspact.internal.regex.PatternTooSlowException;
import dev.wspact.internal.schema.InvalidSchemaException;
import dev.wspact.internal.schema.MessageSchema;
import dev.wspact.internal.time.Deadline;
import dev.wspact.message.JsonText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes values that a schema allows and its example does not show: each optional member absent, each value of an {@code
 * enum}, each branch of a {@code oneOf} or {@code anyOf}, numbers and lengths at their bounds, each other type. Every one
 * differs from the example in one place only, and is valid; what cannot be made so is left out.
 */
public final class Variants {
    /** So many are made at most, the example included. */
    public static final int MOST = 100;

    private static final Duration CHECK = Duration.ofSeconds(1);

    private Variants() {}

    /**
     * The example and its variants, in the order of the schema, each once.
     *
     * @param schema all references bundled
     */
    public static List<JsonText> of(JsonText schema, JsonNode example) {
        JsonNode root = StrictJson.read(schema);
        MessageSchema judge;
        try {
            judge = MessageSchema.compile(root);
        } catch (InvalidSchemaException e) {
            throw new IllegalStateException("the reader lets no such schema pass: " + e.getMessage(), e);
        }
        Map<JsonText, JsonText> valid = new LinkedHashMap<>();
        List<JsonNode> candidates = new ArrayList<>();
        candidates.add(example);
        candidates.addAll(new SchemaWalk(root).variants(example));
        for (JsonNode candidate : candidates) {
            if (valid.size() < MOST && isValid(judge, candidate)) {
                valid.putIfAbsent(StrictJson.exact(candidate), StrictJson.text(candidate));
            }
        }
        return List.copyOf(valid.values());
    }

    private static boolean isValid(MessageSchema judge, JsonNode candidate) {
        try {
            return judge.validate(candidate, Deadline.after(CHECK)).isEmpty();
        } catch (PatternTooSlowException e) {
            // what cannot be shown to be valid is not sent
            return false;
        }
    }
}
