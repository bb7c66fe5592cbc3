package dev.wspact.mutants;

import dev.wspact.contract.Contents;
import dev.wspact.contract.ExpectedMessage;
import dev.wspact.contract.Place;
import dev.wspact.contract.Shape;
import dev.wspact.internal.matching.MessageMatcher;
import dev.wspact.internal.matching.RuleNames;
import dev.wspact.internal.matching.UnjudgeableException;
import dev.wspact.message.JsonText;
import dev.wspact.message.Payload;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Every matching rule for every kind of contents to which it can be applied, as the names of cases. */
final class RuleKinds {
    /** What no message can break, and why. */
    static final Map<String, String> NOT_BREAKABLE = Map.of(
            "rule.null.text", "a text is never null, so that no message keeps it",
            "rule.null.xml", "a text is never null, so that no message keeps it",
            "rule.contentType.text", "whatever is text is text/plain",
            "rule.contentType.xml", "whatever is text is text/plain",
            "rule.contentType", "a value inside JSON has no type of contents");

    /** One rule with whatever any of them asks for. */
    private static final String RULE =
            """
            {"%s": {"%s": {"combine": "AND", "matchers": [{
                "match": "%s", "regex": "a", "value": "text/plain", "min": 1, "max": 2, "format": "HH",
                "variants": [], "rules": [{"match": "type"}]}]}}}
            """;

    private RuleKinds() {}

    /** Those that a message can break. */
    static Set<String> all() {
        Set<String> names = everything();
        names.removeAll(NOT_BREAKABLE.keySet());
        return names;
    }

    /** Those that can be applied. */
    static Set<String> everything() {
        Set<String> names = new TreeSet<>();
        for (String rule : RuleNames.ALL) {
            add(names, "", rule, Contents.json("{\"v\": 1}"), "$.v");
            add(names, ".xml", rule, new Contents(new Payload.Text("<m>1</m>"), "application/xml", null), "$.m.#text");
            add(names, ".text", rule, new Contents(new Payload.Text("1"), "text/plain", null), "$");
            add(names, ".binary", rule, bytes(), "$");
        }
        return names;
    }

    private static Contents bytes() {
        return new Contents(Payload.Binary.of(new byte[] {1}), "application/octet-stream", null);
    }

    private static void add(Set<String> names, String kind, String rule, Contents contents, String path) {
        try {
            MessageMatcher.of(
                    new ExpectedMessage(
                            contents,
                            null,
                            new Shape.Rules(new JsonText(RULE.formatted("body", path, rule))),
                            JsonText.EMPTY_OBJECT,
                            JsonText.EMPTY_OBJECT,
                            new Place("a contract", "", 0)),
                    false);
            names.add("rule." + rule + kind);
        } catch (UnjudgeableException e) {
            if (!e.getMessage().contains("cannot be applied")) {
                throw new AssertionError("the rule " + rule + " is not even read", e);
            }
        }
    }
}
