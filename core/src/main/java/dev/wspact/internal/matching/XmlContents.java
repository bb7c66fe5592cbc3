package dev.wspact.internal.matching;

import au.com.dius.pact.core.matchers.BodyItemMatchResult;
import au.com.dius.pact.core.matchers.BodyMismatch;
import au.com.dius.pact.core.matchers.MatchingContext;
import au.com.dius.pact.core.matchers.XmlContentMatcher;
import au.com.dius.pact.core.model.ContentType;
import au.com.dius.pact.core.model.OptionalBody;
import au.com.dius.pact.core.model.matchingrules.MatchingRule;
import au.com.dius.pact.core.model.matchingrules.MatchingRuleCategory;
import au.com.dius.pact.core.model.matchingrules.MatchingRuleGroup;
import au.com.dius.pact.core.model.matchingrules.MinMaxTypeMatcher;
import au.com.dius.pact.core.model.matchingrules.RegexMatcher;
import au.com.dius.pact.core.model.matchingrules.RuleLogic;
import dev.wspact.contract.Contents;
import dev.wspact.internal.json.ReceivedPayload;
import dev.wspact.internal.time.Deadline;
import dev.wspact.message.Payload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.w3c.dom.Document;

/** XML contents, compared by pact-jvm; it is only given documents that are harmless, and values that patterns end on. */
final class XmlContents implements ContentMatcher {
    private static final ContentType XML = new ContentType("application/xml; charset=utf-8");

    private final OptionalBody example;
    private final RuleSet rules;
    private final boolean unexpectedKeysFail;

    XmlContents(Contents example, RuleSet rules, boolean unexpectedKeysFail) throws UnjudgeableException {
        this.rules = rules;
        this.unexpectedKeysFail = unexpectedKeysFail;
        this.example = body(example.payload());
        for (RuleSet.Group group : rules.groups()) {
            for (Rule rule : group.rules()) {
                checkApplicable(group, rule);
            }
        }
        try {
            StrictXml.read(example.payload());
        } catch (MalformedXmlException e) {
            throw new UnjudgeableException(
                    "the example is not XML, though its content type says so: " + e.getMessage(),
                    "correct the example, or its content type");
        }
    }

    private static void checkApplicable(RuleSet.Group group, Rule rule) throws UnjudgeableException {
        if (rule.isAboutContainers() || rule instanceof Rule.IgnoreOrder) {
            throw new UnjudgeableException(
                    "not checkable: the rule " + rule.name() + " at "
                            + group.path().expression() + " cannot be applied to XML",
                    "use type with min or max for repeated elements");
        }
    }

    @Override
    public List<Difference> differences(ReceivedPayload message, Deadline deadline) throws UnjudgeableException {
        Document document;
        try {
            document = StrictXml.read(message.payload());
        } catch (MalformedXmlException e) {
            String actual = message.payload() instanceof Payload.Text text
                    ? Words.quoted(text.value())
                    : Words.bytes(message.payload().toBytes());
            return List.of(new Difference("$", "xml", "one XML document", actual + " (" + e.getMessage() + ")"));
        }
        endPatterns(document, deadline);
        Differences differences = new Differences();
        for (BodyItemMatchResult item : compare(message.payload())) {
            item.getResult().forEach(mismatch -> differences.add(difference(mismatch)));
        }
        return differences.toList();
    }

    /** pact-jvm matches without a clock, so each pattern is first tried with one on every value it might be given. */
    private void endPatterns(Document document, Deadline deadline) throws UnjudgeableException {
        // no rule for XML holds others
        List<Rule.Regex> patterns = rules.groups().stream()
                .flatMap(group -> group.rules().stream())
                .filter(Rule.Regex.class::isInstance)
                .map(Rule.Regex.class::cast)
                .toList();
        if (patterns.isEmpty()) {
            return;
        }
        StrictXml.visitValues(document, value -> {
            for (Rule.Regex pattern : patterns) {
                SingleValues.matches(pattern.pattern(), value, deadline);
            }
        });
    }

    private List<BodyItemMatchResult> compare(Payload message) throws UnjudgeableException {
        MatchingContext context = new MatchingContext(pactRules(), !unexpectedKeysFail);
        try {
            return XmlContentMatcher.INSTANCE
                    .matchBody(example, body(message), context)
                    .getBodyResults();
        } catch (IllegalArgumentException e) {
            throw new UnjudgeableException(
                    "not checkable: pact-jvm cannot apply the rules: " + e.getMessage(),
                    "write the format of dates and times with letters that java.text.SimpleDateFormat knows");
        }
    }

    private MatchingRuleCategory pactRules() {
        Map<String, MatchingRuleGroup> byPath = new LinkedHashMap<>();
        for (RuleSet.Group group : rules.groups()) {
            List<MatchingRule> pact = new ArrayList<>();
            group.rules().forEach(rule -> pact.add(pactRule(rule)));
            byPath.put(
                    group.path().expression(),
                    new MatchingRuleGroup(pact, group.anyOf() ? RuleLogic.OR : RuleLogic.AND, false));
        }
        return new MatchingRuleCategory("body", byPath);
    }

    private static MatchingRule pactRule(Rule rule) {
        if (rule instanceof Rule.Single single) {
            String digits = SingleValues.DIGITS.get(single.name());
            return digits != null ? new RegexMatcher(digits) : single.rule();
        }
        if (rule instanceof Rule.Regex regex) {
            return new RegexMatcher(regex.pattern().toString());
        }
        Rule.Range range = ((Rule.Sized) rule).range();
        return new MinMaxTypeMatcher(range.min(), range.max());
    }

    private Difference difference(BodyMismatch mismatch) {
        String path = mismatch.getPath().equals("/") ? "$" : mismatch.getPath();
        RuleSet.Group group = rules.best(List.of(path.split("\\.")));
        String text = mismatch.getMismatch();
        String[] halves = text.split(" but ", 2);
        if (group != null && halves.length == 1) {
            return new Difference(
                    path,
                    names(group),
                    XmlWords.expected(group, mismatch.getExpected()),
                    XmlWords.node(mismatch.getActual()));
        }
        // what pact-jvm compares without a rule it describes in words only
        return halves.length == 1
                ? new Difference(path, "equality", "what the example has", Words.shortened(text))
                : new Difference(
                        path,
                        "equality",
                        Words.shortened(halves[0].replaceFirst("^Expected ", "")),
                        Words.shortened(halves[1].replaceFirst("^(received|was) ", "")));
    }

    private static String names(RuleSet.Group group) {
        return group.rules().stream()
                .map(Rule::name)
                .distinct()
                .collect(Collectors.joining(group.anyOf() ? " or " : " and "));
    }

    private static OptionalBody body(Payload payload) {
        // through bytes and back: pact-jvm reads its bodies as text in the charset of the content type
        return OptionalBody.body(StrictXml.text(payload).getBytes(StandardCharsets.UTF_8), XML);
    }
}
