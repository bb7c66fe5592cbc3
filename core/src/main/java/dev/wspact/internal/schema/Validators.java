package dev.wspact.internal.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ExecutionConfig;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.DialectRegistry;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** The networknt validator, set up so that it is strict, silent, and never leaves this process. */
final class Validators {
    private static final DialectRegistry DRAFTS = Formats.drafts();
    private static final ExecutionConfig MESSAGES = ExecutionConfig.builder()
            .locale(Locale.ROOT)
            .formatAssertionsEnabled(true)
            .build();
    /** Without formats: references and patterns are checked on our side, with better texts. */
    private static final ExecutionConfig SCHEMAS = ExecutionConfig.builder()
            .locale(Locale.ROOT)
            .formatAssertionsEnabled(false)
            .build();

    private Validators() {}

    /** Checks a document against the meta-schema of its draft, and tells the draft. */
    static Draft check(JsonNode schema) throws InvalidSchemaException {
        if (!schema.isObject() && !schema.isBoolean()) {
            throw new InvalidSchemaException(
                    "",
                    "a schema is an object or a boolean, but this is " + Words.valueAndType(schema),
                    "Write the schema, or the path of the file that holds it");
        }
        if (deeperThan(schema, MessageSchema.MAX_DEPTH)) {
            throw new InvalidSchemaException(
                    "",
                    "the schema is nested deeper than " + MessageSchema.MAX_DEPTH + " levels",
                    "Move inner schemas to $defs and refer to them");
        }
        Draft draft = Draft.of(schema);
        List<Violation> violations = violations(MetaSchemas.of(draft), schema, SCHEMAS);
        if (!violations.isEmpty()) {
            throw notASchema(violations.get(0), draft);
        }
        return draft;
    }

    private static InvalidSchemaException notASchema(Violation violation, Draft draft) {
        return new InvalidSchemaException(
                violation.pointer(),
                "this is no JSON Schema: expected " + violation.expected() + ", but found " + violation.actual(),
                "Correct the schema; its draft is " + draft.uri());
    }

    private static boolean deeperThan(JsonNode value, int levels) {
        if (!value.isContainerNode()) {
            return false;
        }
        if (levels == 0) {
            return true;
        }
        for (JsonNode part : value) {
            if (deeperThan(part, levels - 1)) {
                return true;
            }
        }
        return false;
    }

    /** Prepares a schema that has been checked. */
    static Schema compile(JsonNode schema, Draft draft, PatternDeadline patterns) throws InvalidSchemaException {
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
                draft.version(), builder -> builder.schemaRegistryConfig(SchemaRegistryConfig.builder()
                                .regularExpressionFactory(patterns)
                                .locale(Locale.ROOT)
                                .formatAssertionsEnabled(true)
                                .build())
                        .dialectRegistry(DRAFTS)
                        .schemaLoader(loader -> loader.block(address -> !isMetaSchema(address.toString()))));
        try {
            Schema compiled = registry.getSchema(Numbers.plain(schema));
            compiled.initializeValidators();
            return compiled;
        } catch (SchemaException e) {
            throw new InvalidSchemaException(
                    "",
                    "the schema cannot be used: " + e.getMessage(),
                    "Correct the schema; its draft is " + draft.uri());
        }
    }

    /** Meta-schemas and their vocabularies are part of the validator; everything else is kept from being loaded. */
    private static boolean isMetaSchema(String address) {
        return address.startsWith("http://json-schema.org/draft-")
                || address.startsWith("https://json-schema.org/draft");
    }

    static List<Violation> validate(Schema schema, JsonNode value) {
        return violations(schema, value, MESSAGES);
    }

    private static List<Violation> violations(Schema schema, JsonNode value, ExecutionConfig execution) {
        List<com.networknt.schema.Error> errors =
                schema.validate(Numbers.plain(value), context -> context.setExecutionConfig(execution));
        return errors.isEmpty() ? List.of() : Violations.of(errors);
    }

    /** Prepared once: reading a meta-schema costs more than judging a thousand messages. */
    private static final class MetaSchemas {
        private static final Map<Draft, Schema> BY_DRAFT = new EnumMap<>(Draft.class);

        static {
            for (Draft draft : Draft.values()) {
                BY_DRAFT.put(
                        draft,
                        SchemaRegistry.withDefaultDialect(draft.version())
                                .getSchema(SchemaLocation.of(draft.version().getDialectId())));
            }
        }

        private MetaSchemas() {}

        static Schema of(Draft draft) {
            return Objects.requireNonNull(BY_DRAFT.get(draft));
        }
    }
}
