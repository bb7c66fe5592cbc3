package dev.wspact.internal.matching;

import au.com.dius.pact.core.model.matchingrules.BooleanMatcher;
import au.com.dius.pact.core.model.matchingrules.ContentTypeMatcher;
import au.com.dius.pact.core.model.matchingrules.DateMatcher;
import au.com.dius.pact.core.model.matchingrules.EqualsMatcher;
import au.com.dius.pact.core.model.matchingrules.IncludeMatcher;
import au.com.dius.pact.core.model.matchingrules.MatchingRule;
import au.com.dius.pact.core.model.matchingrules.NotEmptyMatcher;
import au.com.dius.pact.core.model.matchingrules.NullMatcher;
import au.com.dius.pact.core.model.matchingrules.NumberTypeMatcher;
import au.com.dius.pact.core.model.matchingrules.SemverMatcher;
import au.com.dius.pact.core.model.matchingrules.TimeMatcher;
import au.com.dius.pact.core.model.matchingrules.TimestampMatcher;
import au.com.dius.pact.core.model.matchingrules.TypeMatcher;
import com.fasterxml.jackson.databind.JsonNode;
import dev.wspact.internal.regex.BoundedPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Reads single matching rules, all at one path of a contract. */
final class RuleParser {
    /** Pact V2 has rules without a name; the attribute tells which. */
    private static final List<String> NAMING_ATTRIBUTES = List.of("regex", "min", "max", "timestamp", "time", "date");

    private final String path;

    RuleParser(String path) {
        this.path = path;
    }

    Rule rule(JsonNode json) throws UnjudgeableException {
        String name = name(json);
        return switch (name) {
            case "regex" -> regex(json);
            case "type", "min", "min-type", "max", "max-type" -> type(name, json);
            case "ignore-order" -> new Rule.IgnoreOrder(range(json));
            case "values" -> new Rule.Values();
            case "eachKey", "each-key" -> eachKey(json);
            case "eachValue", "each-value" -> new Rule.EachValue(nested("eachValue", json));
            case "arrayContains", "array-contains" -> arrayContains(json);
            case "statusCode", "status-code" ->
                throw problem("statusCode", "a message has no HTTP status", "use integer, or regex on the number");
            default -> single(name, json);
        };
    }

    private String name(JsonNode json) throws UnjudgeableException {
        if (!json.isObject()) {
            throw new UnjudgeableException(
                    "a matching rule at " + path + " is " + Words.value(json) + ", not an object",
                    "write {\"match\": \"type\"}");
        }
        if (json.path("match").isTextual()) {
            return json.path("match").textValue();
        }
        return NAMING_ATTRIBUTES.stream()
                .filter(json::has)
                .findFirst()
                .orElseThrow(() -> new UnjudgeableException(
                        "a matching rule at " + path + " does not say what it is: " + Words.json(json),
                        "add \"match\" with one of: " + String.join(", ", RuleNames.ALL)));
    }

    private Rule single(String name, JsonNode json) throws UnjudgeableException {
        return switch (name) {
            case "equality" -> new Rule.Single(name, EqualsMatcher.INSTANCE, "");
            case "null" -> new Rule.Single(name, NullMatcher.INSTANCE, "null");
            case "number" -> number(name, NumberTypeMatcher.NumberType.NUMBER, "a number");
            case "integer" -> number(name, NumberTypeMatcher.NumberType.INTEGER, "an integer");
            case "decimal", "real" ->
                number("decimal", NumberTypeMatcher.NumberType.DECIMAL, "a number with digits after the decimal point");
            case "boolean" -> new Rule.Single(name, BooleanMatcher.INSTANCE, "a boolean");
            case "semver" -> new Rule.Single(name, SemverMatcher.INSTANCE, "a semantic version, such as 1.2.3");
            case "notEmpty", "not-empty" -> new Rule.Single("notEmpty", NotEmptyMatcher.INSTANCE, "");
            case "include" -> include(json);
            case "contentType", "content-type" -> contentType(json);
            case "date" -> time(name, json, "yyyy-MM-dd", StrictTime::dateFormat, DateMatcher::new);
            case "time" -> time(name, json, "HH:mm:ss", StrictTime::dateFormat, TimeMatcher::new);
            case "timestamp", "datetime" ->
                time(name, json, "yyyy-MM-dd HH:mm:ssZZZZZ", StrictTime::formatter, TimestampMatcher::new);
            default ->
                throw new UnjudgeableException(
                        "the matching rule \"" + name + "\" at " + path + " is unknown",
                        Suggestion.among(RuleNames.ALL, name));
        };
    }

    private static Rule number(String name, NumberTypeMatcher.NumberType type, String words) {
        return new Rule.Single(name, new NumberTypeMatcher(type), words);
    }

    private Rule include(JsonNode json) throws UnjudgeableException {
        String value = json.path("value").asText();
        if (!json.path("value").isValueNode()) {
            throw problem("include", "it has no \"value\"", "add \"value\" with the text that must be included");
        }
        return new Rule.Single("include", new IncludeMatcher(value), "a text that includes " + Words.quoted(value));
    }

    private Rule contentType(JsonNode json) throws UnjudgeableException {
        String type = json.path("value").asText();
        ContentTypeMatcher matcher = new ContentTypeMatcher(type);
        if (!type.contains("/")) {
            throw problem("contentType", "it has no media type", "add \"value\" with a media type, such as image/png");
        }
        return new Rule.Single("contentType", matcher, "contents that are " + type);
    }

    private Rule regex(JsonNode json) throws UnjudgeableException {
        if (!json.path("regex").isTextual()) {
            throw problem("regex", "it has no pattern", "add \"regex\" with a regular expression of the JDK");
        }
        try {
            return new Rule.Regex(BoundedPattern.compile(json.path("regex").textValue()));
        } catch (PatternSyntaxException e) {
            throw problem(
                    "regex",
                    Words.json(json.path("regex")) + " is not a regular expression of the JDK: " + e.getDescription()
                            + (e.getIndex() < 0 ? "" : " at character " + (e.getIndex() + 1)),
                    "write a pattern that java.util.regex.Pattern reads");
        }
    }

    private Rule type(String name, JsonNode json) throws UnjudgeableException {
        Rule.Range range = range(json);
        if (range != null) {
            return new Rule.Sized("type", range);
        }
        if (!name.equals("type")) {
            throw problem(name, "it has no number", "add \"" + name.substring(0, 3) + "\" with a number of elements");
        }
        return new Rule.Single(name, TypeMatcher.INSTANCE, "");
    }

    private Rule.@Nullable Range range(JsonNode json) throws UnjudgeableException {
        if (!json.has("min") && !json.has("max")) {
            return null;
        }
        Rule.Range range = new Rule.Range(size(json, "min", 0), size(json, "max", Integer.MAX_VALUE));
        if (range.min() > range.max()) {
            throw problem("type", "min " + range.min() + " is more than max " + range.max(), "exchange the two");
        }
        return range;
    }

    private int size(JsonNode json, String attribute, int absent) throws UnjudgeableException {
        JsonNode size = json.path(attribute);
        if (size.isMissingNode()) {
            return absent;
        }
        if (!size.isInt() || size.intValue() < 0) {
            throw problem(
                    "type", attribute + " is " + Words.value(size), "write a number of elements, which is 0 or more");
        }
        return size.intValue();
    }

    private Rule time(
            String name,
            JsonNode json,
            String defaultFormat,
            Function<String, ?> trial,
            Function<String, MatchingRule> matcher)
            throws UnjudgeableException {
        JsonNode given = json.has("format") ? json.path("format") : json.path(name);
        String format = given.isMissingNode() ? defaultFormat : given.asText();
        try {
            Objects.requireNonNull(trial.apply(format));
        } catch (IllegalArgumentException e) {
            throw problem(
                    name,
                    Words.quoted(format) + " is not a format: " + e.getMessage(),
                    "write one such as " + defaultFormat);
        }
        return new Rule.Single(name, matcher.apply(format), "a " + name + " of the form " + format);
    }

    private Rule eachKey(JsonNode json) throws UnjudgeableException {
        List<Rule> rules = nested("eachKey", json);
        for (Rule rule : rules) {
            if (rule.isAboutContainers()) {
                throw problem("eachKey", rule.name() + " cannot apply to a key", "use rules for text, such as regex");
            }
        }
        return new Rule.EachKey(rules);
    }

    private List<Rule> nested(String name, JsonNode json) throws UnjudgeableException {
        if (!json.path("rules").isArray() || json.path("rules").isEmpty()) {
            throw problem(name, "it has no rules", "add \"rules\", such as [{\"match\": \"type\"}]");
        }
        List<Rule> rules = new ArrayList<>();
        for (JsonNode rule : json.path("rules")) {
            rules.add(rule(rule));
        }
        return rules;
    }

    private Rule arrayContains(JsonNode json) throws UnjudgeableException {
        if (!json.path("variants").isArray()) {
            throw problem(
                    "arrayContains", "it has no list of variants", "add \"variants\": [{\"index\": 0, \"rules\": {}}]");
        }
        List<Rule.Variant> variants = new ArrayList<>();
        for (JsonNode variant : json.path("variants")) {
            if (!variant.path("index").isInt() || variant.path("index").intValue() < 0) {
                throw problem(
                        "arrayContains",
                        "a variant has no index: " + Words.json(variant),
                        "add \"index\" with the number of the element in the example");
            }
            RuleSet rules = variant.has("rules") ? RuleReader.variant(variant.path("rules")) : RuleSet.NONE;
            variants.add(new Rule.Variant(variant.path("index").intValue(), rules));
        }
        return new Rule.ArrayContains(variants);
    }

    private UnjudgeableException problem(String rule, String problem, String remedy) {
        return new UnjudgeableException("the rule " + rule + " at " + path + " is wrong: " + problem, remedy);
    }
}
