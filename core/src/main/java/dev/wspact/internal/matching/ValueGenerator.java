package dev.wspact.internal.matching;

import au.com.dius.pact.core.model.generators.DateExpression;
import au.com.dius.pact.core.model.generators.DateTimeExpression;
import au.com.dius.pact.core.model.generators.Generator;
import au.com.dius.pact.core.model.generators.GeneratorKt;
import au.com.dius.pact.core.model.generators.TimeExpression;
import au.com.dius.pact.core.support.Result;
import au.com.dius.pact.core.support.json.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One Pact generator at its path: makes a value, given the one of the example. Values are made by pact-jvm, but for those
 * of provider states.
 */
interface ValueGenerator {
    /** Every generator that is known. */
    List<String> TYPES = List.of(
            "Date",
            "DateTime",
            "MockServerURL",
            "ProviderState",
            "RandomBoolean",
            "RandomDecimal",
            "RandomHexadecimal",
            "RandomInt",
            "RandomString",
            "Regex",
            "Time",
            "Uuid");

    /** Where the value goes. */
    RulePath path();

    /** The value that takes the place of the example's. */
    JsonNode value(JsonNode example) throws UnjudgeableException;

    /** The path leads to nothing in the example. */
    default UnjudgeableException leadsNowhere() {
        return new UnjudgeableException(
                "the generator at " + path().expression() + " finds nothing there in the example",
                "correct the path of the generator, or add the value to the example");
    }

    static ValueGenerator read(String expression, JsonNode json, Map<String, @Nullable Object> stateValues)
            throws UnjudgeableException {
        RulePath path = RulePath.parse(expression);
        String type = json.path("type").asText();
        if (!TYPES.contains(type)) {
            throw new UnjudgeableException(
                    "the generator \"" + type + "\" at " + expression + " is unknown", Suggestion.among(TYPES, type));
        }
        return switch (type) {
            case "ProviderState" -> StateValue.read(path, json, stateValues);
            // for consumers' tests, which have a mock server; a provider is sent the example
            case "MockServerURL" -> new Example(path);
            default -> OfPact.read(path, type, json);
        };
    }

    /** Leaves the example as it is. */
    record Example(RulePath path) implements ValueGenerator {
        @Override
        public JsonNode value(JsonNode example) {
            return example;
        }
    }

    /** A value that pact-jvm makes. */
    record OfPact(RulePath path, String type, Generator generator) implements ValueGenerator {
        private static final Map<String, List<String>> NUMBERS = Map.of(
                "RandomInt", List.of("min", "max"),
                "RandomDecimal", List.of("digits"),
                "RandomHexadecimal", List.of("digits"),
                "RandomString", List.of("size"));

        private static final List<String> UUID_FORMATS =
                List.of("simple", "lower-case-hyphenated", "upper-case-hyphenated", "URN");

        static ValueGenerator read(RulePath path, String type, JsonNode json) throws UnjudgeableException {
            for (String number : NUMBERS.getOrDefault(type, List.of())) {
                JsonNode given = json.path(number);
                if (!given.isMissingNode() && (!given.isInt() || (given.intValue() < 0 && !type.equals("RandomInt")))) {
                    throw wrong(path, type, number + " is " + Words.value(given) + ", not a number that it can use");
                }
            }
            if (type.equals("Regex") && !json.path("regex").isTextual()) {
                throw wrong(path, type, "there is no \"regex\"");
            }
            JsonNode format = json.path("format");
            if (type.equals("Uuid") && !format.isMissingNode() && !UUID_FORMATS.contains(format.asText())) {
                throw wrong(
                        path,
                        type,
                        "the format " + Words.json(format) + " is none of " + String.join(", ", UUID_FORMATS));
            }
            checkTime(path, type, json);
            Generator generator;
            try {
                generator = GeneratorKt.lookupGenerator(JsonParser.parseString(json.toString()));
            } catch (IllegalArgumentException e) {
                throw wrong(path, type, String.valueOf(e.getMessage()));
            }
            if (generator == null) {
                throw wrong(path, type, Words.json(json));
            }
            return new OfPact(path, type, generator);
        }

        /** pact-jvm takes the present for an expression that it cannot read. */
        private static void checkTime(RulePath path, String type, JsonNode json) throws UnjudgeableException {
            String expression = json.path("expression").isTextual()
                    ? json.path("expression").textValue()
                    : null;
            OffsetDateTime now = OffsetDateTime.now(ZoneId.systemDefault());
            Result<OffsetDateTime, String> result =
                    switch (type) {
                        case "Date" -> DateExpression.INSTANCE.executeDateExpression(now, expression);
                        case "Time" -> TimeExpression.INSTANCE.executeTimeExpression(now, expression);
                        case "DateTime" -> DateTimeExpression.INSTANCE.executeExpression(now, expression);
                        default -> null;
                    };
            if (result instanceof Result.Err<?> err) {
                throw wrong(path, type, "\"" + expression + "\" is not an expression: " + err.getError());
            }
            if (json.path("format").isTextual() && !type.equals("Uuid")) {
                try {
                    Objects.requireNonNull(
                            DateTimeFormatter.ofPattern(json.path("format").textValue()));
                } catch (IllegalArgumentException e) {
                    throw wrong(path, type, json.path("format") + " is not a format: " + e.getMessage());
                }
            }
        }

        @Override
        public JsonNode value(JsonNode example) throws UnjudgeableException {
            try {
                return JsonValues.node(generator.generate(new HashMap<>(), example.asText()));
            } catch (IllegalArgumentException | UnsupportedOperationException | java.time.DateTimeException e) {
                throw wrong(path, type, String.valueOf(e.getMessage()));
            }
        }

        private static UnjudgeableException wrong(RulePath path, String type, String problem) {
            return new UnjudgeableException(
                    "the generator " + type + " at " + path.expression() + " makes no value: " + problem,
                    "write it as the Pact specification has it (V3, \"Generators\")");
        }
    }

    /** A value that a provider state returned. */
    final class StateValue implements ValueGenerator {
        private static final List<String> DATA_TYPES =
                List.of("BOOLEAN", "DECIMAL", "FLOAT", "INTEGER", "RAW", "STRING");

        private final RulePath path;
        private final String expression;
        private final String dataType;
        private final Map<String, @Nullable Object> stateValues;

        // no record: JDKs 17 to 25 crash when mutation testing redefines one whose components have annotated types
        private StateValue(
                RulePath path, String expression, String dataType, Map<String, @Nullable Object> stateValues) {
            this.path = path;
            this.expression = expression;
            this.dataType = dataType;
            this.stateValues = stateValues;
        }

        @Override
        public RulePath path() {
            return path;
        }

        static ValueGenerator read(RulePath path, JsonNode json, Map<String, @Nullable Object> stateValues)
                throws UnjudgeableException {
            String dataType = json.path("dataType").asText("RAW");
            if (!json.path("expression").isTextual()) {
                throw new UnjudgeableException(
                        "the generator ProviderState at " + path.expression() + " has no expression",
                        "add \"expression\", such as \"${id}\"");
            }
            if (!DATA_TYPES.contains(dataType)) {
                throw new UnjudgeableException(
                        "the data type \"" + dataType + "\" of the generator ProviderState at " + path.expression()
                                + " is unknown",
                        Suggestion.among(DATA_TYPES, dataType));
            }
            return new StateValue(path, json.path("expression").textValue(), dataType, stateValues);
        }

        @Override
        public JsonNode value(JsonNode example) throws UnjudgeableException {
            Object value = evaluated();
            try {
                return switch (dataType) {
                    case "INTEGER" -> JsonValues.node(new BigDecimal(String.valueOf(value)).toBigIntegerExact());
                    case "DECIMAL", "FLOAT" -> JsonValues.node(new BigDecimal(String.valueOf(value)));
                    case "BOOLEAN" -> JsonValues.node(bool(String.valueOf(value)));
                    case "STRING" -> TextNode.valueOf(String.valueOf(value));
                    default -> JsonValues.node(value);
                };
            } catch (ArithmeticException | IllegalArgumentException e) {
                throw new UnjudgeableException(
                        "the provider state's value " + Words.quoted(String.valueOf(value)) + " for the generator at "
                                + path.expression() + " is no "
                                + (dataType.equals("RAW") ? "value that JSON has" : dataType),
                        "return " + (dataType.equals("RAW") ? "another one" : "a value of that type")
                                + " from the provider state");
            }
        }

        private static Boolean bool(String value) {
            if (!value.equals("true") && !value.equals("false")) {
                throw new IllegalArgumentException(value);
            }
            return Boolean.valueOf(value);
        }

        /** A single {@code ${name}}, or a bare name, keeps the type of its value; in a longer text values are inserted. */
        private @Nullable Object evaluated() throws UnjudgeableException {
            int start = expression.indexOf("${");
            if (start < 0) {
                return stateValue(expression);
            }
            if (start == 0 && expression.indexOf('}') == expression.length() - 1) {
                return stateValue(expression.substring(2, expression.length() - 1));
            }
            StringBuilder text = new StringBuilder();
            int done = 0;
            for (; start >= 0; start = expression.indexOf("${", done)) {
                int end = expression.indexOf('}', start);
                if (end < 0) {
                    throw new UnjudgeableException(
                            "the expression " + Words.quoted(expression) + " of the generator at " + path.expression()
                                    + " has no closing brace",
                            "write ${name}");
                }
                text.append(expression, done, start).append(stateValue(expression.substring(start + 2, end)));
                done = end + 1;
            }
            return text.append(expression.substring(done)).toString();
        }

        private @Nullable Object stateValue(String name) throws UnjudgeableException {
            if (!stateValues.containsKey(name)) {
                throw new UnjudgeableException(
                        "the generator at " + path.expression() + " needs the value \"" + name
                                + "\", which no provider state returned"
                                + (stateValues.isEmpty() ? "" : "; there are: " + String.join(", ", names())),
                        "return it from the provider state, as the JSON answer of the state change URL "
                                + "or the map of the state handler");
            }
            return stateValues.get(name);
        }

        private List<String> names() {
            return stateValues.keySet().stream().sorted().toList();
        }
    }
}
