package dev.wspact.contract;

import dev.wspact.message.JsonText;
import java.util.Objects;

/** What a real message must have in common with the example of the contract. */
public sealed interface Shape {
    /** Equal to the example, where no matching rule says otherwise. */
    Rules EQUAL = new Rules(JsonText.EMPTY_OBJECT);

    /**
     * Equal to the example but for Pact's matching rules.
     *
     * @param matchingRules Pact's object: rules by path, by category ({@code body} or {@code content}, and {@code metadata})
     */
    record Rules(JsonText matchingRules) implements Shape {
        /** Rejects missing rules. */
        public Rules {
            Objects.requireNonNull(matchingRules, "matchingRules");
        }
    }

    /**
     * Valid against a JSON Schema; matching rules are ignored.
     *
     * @param schema the schema, all references bundled
     */
    record Schema(JsonText schema) implements Shape {
        /** Rejects a missing schema. */
        public Schema {
            Objects.requireNonNull(schema, "schema");
        }
    }
}
