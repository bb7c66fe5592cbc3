package dev.wspact.internal.matching;

import au.com.dius.pact.core.matchers.BodyMismatchFactory;
import au.com.dius.pact.core.matchers.MatcherExecutorKt;
import au.com.dius.pact.core.model.matchingrules.EqualsMatcher;
import au.com.dius.pact.core.model.matchingrules.MatchingRule;
import au.com.dius.pact.core.model.matchingrules.TypeMatcher;
import au.com.dius.pact.core.support.json.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import dev.wspact.internal.regex.BoundedPattern;
import dev.wspact.internal.regex.PatternTooSlowException;
import dev.wspact.internal.time.Deadline;
import java.util.List;
import java.util.Map;

/** Applies one rule to one value: pact-jvm's matchers, and our own clock around regular expressions. */
final class SingleValues {
    /** What numbers look like where there is only text, by the rule that asks for them. None of these can backtrack. */
    static final Map<String, String> DIGITS =
            Map.of("integer", "-?\\d+", "decimal", "-?\\d+\\.\\d+", "number", "-?\\d+(\\.\\d+)?");

    private static final List<String> ANYWHERE = List.of("$");

    private SingleValues() {}

    /** Whether a JSON value that is no container obeys the rule. */
    static boolean obeys(Rule rule, JsonNode example, JsonNode value, Deadline deadline) throws UnjudgeableException {
        if (rule instanceof Rule.Regex regex) {
            return !value.isNull() && matches(regex.pattern(), value.asText(), deadline);
        }
        return rule.isAboutContainers() || obeys(pactRule(rule), pactValue(example), pactValue(value));
    }

    /** Whether a text obeys the rule. */
    static boolean obeys(Rule rule, String example, String text, Deadline deadline) throws UnjudgeableException {
        if (rule instanceof Rule.Regex regex) {
            return matches(regex.pattern(), text, deadline);
        }
        String digits = DIGITS.get(rule.name());
        return digits != null ? text.matches(digits) : obeys(pactRule(rule), example, text);
    }

    /** Whether bytes obey the rule. */
    static boolean obeys(Rule.Single rule, byte[] example, byte[] bytes) {
        return obeys(rule.rule(), example, bytes);
    }

    /** Whether the text matches the pattern as a whole. */
    static boolean matches(BoundedPattern pattern, String text, Deadline deadline) throws UnjudgeableException {
        try {
            return pattern.matches(text, deadline);
        } catch (PatternTooSlowException e) {
            throw endless(pattern, text, e.problem());
        }
    }

    private static UnjudgeableException endless(BoundedPattern pattern, String text, String problem) {
        return new UnjudgeableException(
                "the pattern " + Words.shortened(pattern.toString()) + " of a regex rule " + problem + " on "
                        + Words.quoted(text) + " (" + text.length() + " characters)",
                "ask the consumer for a pattern that does not backtrack: no repetition of what itself repeats, "
                        + "such as (.*,)*, and possessive quantifiers (++) where nothing is given back");
    }

    private static boolean obeys(MatchingRule rule, Object example, Object value) {
        try {
            return MatcherExecutorKt.domatch(rule, ANYWHERE, example, value, BodyMismatchFactory.INSTANCE, false, null)
                            .isEmpty()
                    && StrictTime.obeys(rule, value.toString());
        } catch (IllegalArgumentException e) {
            // the rule itself was tried when it was read: it is the value that cannot be taken for what the rule asks
            return false;
        }
    }

    private static MatchingRule pactRule(Rule rule) {
        if (rule instanceof Rule.Single single) {
            return single.rule();
        }
        return rule instanceof Rule.Sized ? TypeMatcher.INSTANCE : EqualsMatcher.INSTANCE;
    }

    private static JsonValue pactValue(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> new JsonValue.StringValue(value.textValue());
            case BOOLEAN -> value.booleanValue() ? JsonValue.True.INSTANCE : JsonValue.False.INSTANCE;
            case NUMBER ->
                value.isIntegralNumber()
                        ? new JsonValue.Integer(value.asText().toCharArray())
                        : new JsonValue.Decimal(value.decimalValue().toString().toCharArray());
            default -> JsonValue.Null.INSTANCE;
        };
    }
}
