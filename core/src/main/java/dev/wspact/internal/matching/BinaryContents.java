package dev.wspact.internal.matching;

import dev.wspact.contract.Contents;
import dev.wspact.internal.json.ReceivedPayload;
import dev.wspact.internal.time.Deadline;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Contents that are bytes: equal to the example, or as the rules at {@code $} say. */
final class BinaryContents implements ContentMatcher {
    private static final Set<String> APPLICABLE = Set.of("contentType", "equality", "notEmpty", "type");

    private final byte[] example;
    private final RuleSet.@Nullable Group rules;

    BinaryContents(Contents example, RuleSet rules) throws UnjudgeableException {
        this.example = example.payload().toBytes();
        this.rules = WholeContents.rules(
                rules, example, rule -> rule instanceof Rule.Single && APPLICABLE.contains(rule.name()));
    }

    @Override
    public List<Difference> differences(ReceivedPayload message, Deadline deadline) {
        byte[] bytes = message.payload().toBytes();
        if (rules == null) {
            return Arrays.equals(bytes, example)
                    ? List.of()
                    : List.of(new Difference("$", "equality", Words.bytes(example), Words.bytes(bytes)));
        }
        List<Difference> differences = new ArrayList<>();
        for (Rule rule : rules.rules()) {
            if (!obeys((Rule.Single) rule, bytes)) {
                differences.add(new Difference("$", rule.name(), expected((Rule.Single) rule), Words.bytes(bytes)));
            }
        }
        return rules.anyOf() && differences.size() < rules.rules().size() ? List.of() : differences;
    }

    private boolean obeys(Rule.Single rule, byte[] bytes) {
        return rule.name().equals("equality")
                ? Arrays.equals(bytes, example)
                : SingleValues.obeys(rule, example, bytes);
    }

    private String expected(Rule.Single rule) {
        return switch (rule.name()) {
            case "contentType" -> rule.words();
            case "equality" -> Words.bytes(example);
            default -> "bytes that are not empty";
        };
    }
}
