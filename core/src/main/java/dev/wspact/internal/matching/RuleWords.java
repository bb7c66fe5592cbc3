package dev.wspact.internal.matching;

import com.fasterxml.jackson.databind.JsonNode;

/** What rules ask for, in words. */
final class RuleWords {
    private RuleWords() {}

    /** What a rule asks of a JSON value. */
    static String expected(Rule rule, JsonNode example) {
        if (rule instanceof Rule.Regex regex) {
            return matching(regex);
        }
        if (rule instanceof Rule.Single single && !single.words().isEmpty()) {
            return single.words();
        }
        return switch (rule.name()) {
            case "type" -> sameType(example);
            case "notEmpty" -> sameType(example) + ", not empty";
            default -> Words.value(example);
        };
    }

    /** What a rule asks of a text. */
    static String expected(Rule rule, String example) {
        if (rule instanceof Rule.Regex regex) {
            return matching(regex);
        }
        if (rule instanceof Rule.Single single && !single.words().isEmpty()) {
            return single.words();
        }
        return switch (rule.name()) {
            case "type" -> "a text";
            case "notEmpty" -> "a text that is not empty";
            default -> Words.quoted(example);
        };
    }

    /** What is asked where the message has an object or array and the example has not, or the other way round. */
    static String kind(Rule rule, JsonNode example) {
        return rule.name().equals("null") ? "null" : sameType(example);
    }

    /** A value of the same type as the example. */
    static String sameType(JsonNode example) {
        return switch (example.getNodeType()) {
            case NULL -> "null";
            case OBJECT -> "an object like " + Words.json(example);
            case ARRAY -> "an array like " + Words.json(example);
            case NUMBER -> "a number like " + Words.json(example);
            default -> Words.type(example) + " like " + Words.json(example);
        };
    }

    private static String matching(Rule.Regex regex) {
        return "text that matches " + Words.shortened(regex.pattern().toString());
    }
}
