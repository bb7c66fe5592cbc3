package dev.wspact.internal.matching;

import dev.wspact.contract.Contents;
import dev.wspact.contract.ExpectedMessage;
import dev.wspact.contract.Shape;
import dev.wspact.internal.json.ReceivedPayload;
import dev.wspact.internal.time.Deadline;
import dev.wspact.message.FrameType;
import dev.wspact.message.JsonText;
import dev.wspact.message.Payload;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The frame type and the contents of an expected message, ready to judge. */
final class PreparedMatcher implements MessageMatcher {
    private final FrameType frame;
    private final ContentMatcher contents;
    private final Map<String, Set<JsonText>> exactValues;

    private PreparedMatcher(FrameType frame, ContentMatcher contents) {
        this.frame = frame;
        this.contents = contents;
        this.exactValues = Map.copyOf(contents.exactValues());
    }

    static PreparedMatcher of(ExpectedMessage expected, boolean unexpectedKeysFail) throws UnjudgeableException {
        ContentMatcher contents = expected.shape() instanceof Shape.Schema schema
                ? new SchemaContents(schema.schema())
                : byRules(
                        expected.contents(),
                        RuleReader.contents(((Shape.Rules) expected.shape()).matchingRules()),
                        unexpectedKeysFail);
        return new PreparedMatcher(expected.effectiveFrame(), contents);
    }

    private static ContentMatcher byRules(Contents example, RuleSet rules, boolean unexpectedKeysFail)
            throws UnjudgeableException {
        if (isAbout(rules, "contentType")) {
            return new BinaryContents(example, rules);
        }
        if (example.isJson()) {
            return isAbsent(example.payload())
                    ? (message, deadline) -> List.of()
                    : new JsonContents(example.payload(), rules, unexpectedKeysFail);
        }
        if (example.isXml()) {
            return new XmlContents(example, rules, unexpectedKeysFail);
        }
        return isText(example) ? new TextContents(example, rules) : new BinaryContents(example, rules);
    }

    /** Whether all that the rules say of the contents as a whole is this. */
    private static boolean isAbout(RuleSet rules, String rule) {
        RuleSet.Group whole = rules.best(List.of("$"));
        return whole != null && whole.rules().stream().allMatch(r -> r.name().equals(rule));
    }

    /** An empty text is no JSON: this is Pact's missing body, which matches anything (Pact specification, test cases). */
    private static boolean isAbsent(Payload example) {
        return example.sizeInBytes() == 0;
    }

    private static boolean isText(Contents example) {
        String hint = String.valueOf(example.contentTypeHint()).toUpperCase(Locale.ROOT);
        return switch (hint) {
            case "TEXT" -> true;
            case "BINARY" -> false;
            default -> example.baseType().startsWith("text/") || example.payload() instanceof Payload.Text;
        };
    }

    @Override
    public List<Difference> match(ReceivedPayload message, Deadline deadline) throws UnjudgeableException {
        List<Difference> differences = new ArrayList<>();
        FrameType actual = message.payload().frameType();
        if (actual != frame) {
            differences.add(new Difference("$", "frame", words(frame), words(actual)));
        }
        differences.addAll(contents.differences(message, deadline));
        return List.copyOf(differences);
    }

    private static String words(FrameType frame) {
        return "a " + frame.name().toLowerCase(Locale.ROOT) + " message";
    }

    @Override
    public boolean readsJson() {
        return contents.readsJson();
    }

    @Override
    public Map<String, Set<JsonText>> exactValues() {
        return exactValues;
    }
}
