package dev.wspact.internal.matching;

import dev.wspact.contract.Contents;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Rules for contents that are compared as a whole, so that only the path {@code $} leads somewhere. */
final class WholeContents {
    private static final List<String> ROOT = List.of("$");

    private WholeContents() {}

    /** The rules at {@code $}, or null if there are none. */
    static RuleSet.@Nullable Group rules(RuleSet rules, Contents contents, Predicate<Rule> applicable)
            throws UnjudgeableException {
        for (RuleSet.Group group : rules.groups()) {
            if (!group.path().isAt(ROOT)) {
                throw new UnjudgeableException(
                        "not checkable: there are rules at " + group.path().expression() + ", but "
                                + contents.contentType() + " is compared as a whole",
                        "put the rules at $, or declare the contents as JSON or XML");
            }
            for (Rule rule : group.rules()) {
                if (!applicable.test(rule)) {
                    throw new UnjudgeableException(
                            "not checkable: the rule " + rule.name() + " cannot be applied to " + contents.contentType()
                                    + " as a whole",
                            "use a rule that can, or declare the contents as what they are");
                }
            }
        }
        return rules.best(ROOT);
    }
}
