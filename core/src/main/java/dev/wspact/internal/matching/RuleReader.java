package dev.wspact.internal.matching;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wspact.internal.json.StrictJson;
import dev.wspact.message.JsonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the {@code matchingRules} of a message (Pact specification V3 and V4). Nothing is passed over: what is unknown or
 * malformed makes the message unjudgeable, since a rule that is ignored is a test that passes.
 */
final class RuleReader {
    private static final List<String> CONTENTS = List.of("body", "content");
    /** Metadata have no place on a WebSocket; the rest is left over where a pact was made from an HTTP one. */
    private static final Set<String> NOT_ABOUT_CONTENTS =
            Set.of("metadata", "path", "query", "header", "headers", "method", "status");

    private RuleReader() {}

    /** The rules for the contents, whether under {@code body} or {@code content}. */
    static RuleSet contents(JsonText matchingRules) throws UnjudgeableException {
        Map<String, JsonNode> byPath = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> category : object(matchingRules).properties()) {
            if (isContents(category.getKey())) {
                collect(category.getKey(), category.getValue(), byPath);
            }
        }
        return rules(byPath);
    }

    private static JsonNode object(JsonText matchingRules) throws UnjudgeableException {
        JsonNode rules = StrictJson.read(matchingRules);
        if (!rules.isObject()) {
            throw new UnjudgeableException(
                    "the matching rules are " + Words.type(rules) + ", not an object",
                    "write rules by category and path: {\"body\": {\"$.id\": {\"matchers\": [{\"match\": \"type\"}]}}}");
        }
        return rules;
    }

    private static boolean isContents(String category) throws UnjudgeableException {
        if (CONTENTS.contains(category)) {
            return true;
        }
        if (NOT_ABOUT_CONTENTS.contains(category)) {
            return false;
        }
        if (category.startsWith("$")) {
            throw new UnjudgeableException(
                    "the matching rule \"" + category + "\" stands where a category is expected, as in Pact V2",
                    "write the contract as Pact V3 or V4, with the rule under \"body\"");
        }
        throw new UnjudgeableException(
                "there are matching rules for \"" + category + "\", which a message does not have",
                Suggestion.among(List.of("body", "content", "metadata"), category));
    }

    private static void collect(String category, JsonNode rules, Map<String, JsonNode> byPath)
            throws UnjudgeableException {
        if (!rules.isObject()) {
            throw new UnjudgeableException(
                    "the matching rules for \"" + category + "\" are " + Words.type(rules) + ", not an object",
                    "write them by path: {\"$.id\": {\"matchers\": [{\"match\": \"type\"}]}}");
        }
        for (Map.Entry<String, JsonNode> group : rules.properties()) {
            JsonNode other = byPath.putIfAbsent(group.getKey(), group.getValue());
            if (other != null && !other.equals(group.getValue())) {
                throw new UnjudgeableException(
                        "the rules at " + group.getKey() + " under \"body\" and under \"content\" differ",
                        "keep one of the two; they mean the same");
            }
        }
    }

    private static RuleSet rules(Map<String, JsonNode> byPath) throws UnjudgeableException {
        List<RuleSet.Group> groups = new ArrayList<>();
        for (Map.Entry<String, JsonNode> group : byPath.entrySet()) {
            groups.add(group(RulePath.parse(group.getKey()), group.getValue()));
        }
        return new RuleSet(groups);
    }

    /** The rules of one variant of {@code arrayContains}, which has no categories. */
    static RuleSet variant(JsonNode rules) throws UnjudgeableException {
        Map<String, JsonNode> byPath = new LinkedHashMap<>();
        collect("variants", rules, byPath);
        return rules(byPath);
    }

    private static RuleSet.Group group(RulePath path, JsonNode group) throws UnjudgeableException {
        JsonNode matchers = group.path("matchers");
        if (!matchers.isArray() || matchers.isEmpty()) {
            throw new UnjudgeableException(
                    "there are no \"matchers\" at " + path.expression() + ", but " + Words.json(group),
                    "write {\"matchers\": [{\"match\": \"type\"}], \"combine\": \"AND\"}");
        }
        List<Rule> rules = new ArrayList<>();
        for (JsonNode matcher : matchers) {
            rules.add(new RuleParser(path.expression()).rule(matcher));
        }
        return new RuleSet.Group(path, rules, anyOf(path, group.path("combine")));
    }

    private static boolean anyOf(RulePath path, JsonNode combine) throws UnjudgeableException {
        if (combine.isMissingNode()) {
            return false;
        }
        return switch (combine.asText()) {
            case "AND" -> false;
            case "OR" -> true;
            default ->
                throw new UnjudgeableException(
                        "the rules at " + path.expression() + " are combined by " + Words.json(combine)
                                + ", which is unknown",
                        Suggestion.among(List.of("AND", "OR"), combine.asText()));
        };
    }
}
