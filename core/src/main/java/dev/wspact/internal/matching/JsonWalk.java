package dev.wspact.internal.matching;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Compares one JSON message with the example, both from the root down. Structure is compared here, single values by
 * {@link SingleValues}. The semantics are pact-jvm's; docs/matching.md lists where they differ and why.
 *
 * <p>Equality of nodes is what Pact calls so: numbers by their value, but an integer is not a decimal; members in any
 * order.
 */
final class JsonWalk {
    private final boolean unexpectedKeysFail;
    private final WorkClock clock;
    private final List<String> place = new ArrayList<>(List.of("$"));
    private RuleSet rules;
    private Differences found = new Differences();

    JsonWalk(RuleSet rules, boolean unexpectedKeysFail, WorkClock clock) {
        this.rules = rules;
        this.unexpectedKeysFail = unexpectedKeysFail;
        this.clock = clock;
    }

    /** All differences, in the order of the example. */
    List<Difference> differences(JsonNode example, JsonNode message) throws UnjudgeableException {
        compare(example, message);
        return found.toList();
    }

    private void compare(JsonNode example, JsonNode actual) throws UnjudgeableException {
        clock.tick();
        RuleSet.Group group = rules.best(place);
        if (example.isObject() && actual.isObject()) {
            objects(group, example, actual);
        } else if (example.isArray() && actual.isArray()) {
            arrays(group, example, actual);
        } else if (example.isContainerNode() || actual.isContainerNode()) {
            kinds(group, example, actual);
        } else if (group != null) {
            each(group, rule -> single(rule, example, actual));
        } else if (!example.equals(actual)) {
            differ("equality", Words.value(example), Words.value(actual));
        }
    }

    private void kinds(RuleSet.@Nullable Group group, JsonNode example, JsonNode actual) throws UnjudgeableException {
        if (group == null) {
            differ("type", RuleWords.sameType(example), Words.value(actual));
            return;
        }
        each(group, rule -> {
            boolean nullable = rule.name().equals("null") && actual.isNull();
            // the values below eachKey are free
            if (!nullable && !(rule instanceof Rule.EachKey)) {
                differ(
                        rule.name().equals("null") ? "null" : "type",
                        RuleWords.kind(rule, example),
                        Words.value(actual));
            }
        });
    }

    private void single(Rule rule, JsonNode example, JsonNode actual) throws UnjudgeableException {
        if (!SingleValues.obeys(rule, example, actual, clock.deadline())) {
            differ(rule.name(), RuleWords.expected(rule, example), Words.value(actual));
        }
    }

    // objects

    private void objects(RuleSet.@Nullable Group group, JsonNode example, JsonNode actual) throws UnjudgeableException {
        if (group == null) {
            members(example, actual);
        } else {
            each(group, rule -> object(group, rule, example, actual));
        }
    }

    private void object(RuleSet.Group group, Rule rule, JsonNode example, JsonNode actual) throws UnjudgeableException {
        if (rule instanceof Rule.Values) {
            values(example, actual);
        } else if (rule instanceof Rule.EachValue each) {
            RuleSet before = rules;
            rules = rules.withEach(place, each.rules());
            values(example, actual);
            rules = before;
        } else if (rule instanceof Rule.EachKey each) {
            if (group.path().isAt(place)) {
                keys(each, actual);
            }
            ruled(example, actual);
        } else {
            if (rule.name().equals("notEmpty") && actual.isEmpty()) {
                differ("notEmpty", "an object that is not empty", Words.value(actual));
            }
            members(example, actual);
        }
    }

    private void members(JsonNode example, JsonNode actual) throws UnjudgeableException {
        if (!rules.freesKeys(place)) {
            presentKeys(example, actual);
        }
        for (Map.Entry<String, JsonNode> member : example.properties()) {
            JsonNode value = actual.get(member.getKey());
            if (value != null) {
                below(member.getKey(), member.getValue(), value);
            }
        }
    }

    private void presentKeys(JsonNode example, JsonNode actual) {
        for (Map.Entry<String, JsonNode> member : example.properties()) {
            if (!actual.has(member.getKey())) {
                place.add(member.getKey());
                differ("required", Words.value(member.getValue()), "nothing, the member is missing");
                place.remove(place.size() - 1);
            }
        }
        if (unexpectedKeysFail) {
            for (Map.Entry<String, JsonNode> member : actual.properties()) {
                if (!example.has(member.getKey())) {
                    place.add(member.getKey());
                    differ("unexpected", "no such member", Words.value(member.getValue()));
                    place.remove(place.size() - 1);
                }
            }
        }
    }

    private void keys(Rule.EachKey each, JsonNode actual) throws UnjudgeableException {
        JsonNode anyKey = TextNode.valueOf("");
        for (Iterator<String> names = actual.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            for (Rule rule : each.rules()) {
                if (!SingleValues.obeys(rule, anyKey, TextNode.valueOf(name), clock.deadline())) {
                    place.add(name);
                    differ(
                            "eachKey " + rule.name(),
                            "a key that is " + RuleWords.expected(rule, anyKey),
                            Words.quoted(name));
                    place.remove(place.size() - 1);
                }
            }
        }
    }

    /** Compares only what rules of its own are about. */
    private void ruled(JsonNode example, JsonNode actual) throws UnjudgeableException {
        for (Map.Entry<String, JsonNode> member : example.properties()) {
            JsonNode value = actual.get(member.getKey());
            place.add(member.getKey());
            boolean compared = value != null && rules.reach(place);
            place.remove(place.size() - 1);
            if (compared) {
                below(member.getKey(), member.getValue(), value);
            }
        }
    }

    private void values(JsonNode example, JsonNode actual) throws UnjudgeableException {
        JsonNode first =
                example.isEmpty() ? NullNode.instance : example.iterator().next();
        for (Map.Entry<String, JsonNode> member : actual.properties()) {
            JsonNode value = example.get(member.getKey());
            below(member.getKey(), value == null ? first : value, member.getValue());
        }
    }

    // arrays

    private void arrays(RuleSet.@Nullable Group group, JsonNode example, JsonNode actual) throws UnjudgeableException {
        if (group == null) {
            if (example.size() != actual.size()) {
                differ(
                        "equality",
                        example.isEmpty() ? "an empty array" : "an array of " + Words.elements(example.size()),
                        Words.value(actual));
            }
            for (int i = 0; i < Math.min(example.size(), actual.size()); i++) {
                below(String.valueOf(i), example.get(i), actual.get(i));
            }
        } else {
            boolean here = group.path().isAt(place);
            each(group, rule -> array(rule, here, example, actual));
        }
    }

    private void array(Rule rule, boolean here, JsonNode example, JsonNode actual) throws UnjudgeableException {
        if (rule instanceof Rule.ArrayContains contains) {
            contains(contains, example, actual);
        } else if (rule instanceof Rule.IgnoreOrder inAnyOrder) {
            inAnyOrder(inAnyOrder, example, actual);
        } else if (rule instanceof Rule.EachValue each) {
            if (here) {
                RuleSet before = rules;
                rules = rules.withEach(place, each.rules());
                elements(example, actual);
                rules = before;
            }
        } else if (rule instanceof Rule.EachKey) {
            ruledElements(example, actual);
        } else {
            if (here && rule instanceof Rule.Sized sized) {
                size(sized.name(), sized.range(), actual);
            }
            wholeArray(rule, example, actual);
            elements(example, actual);
        }
    }

    /** Compares only what rules of its own are about. */
    private void ruledElements(JsonNode example, JsonNode actual) throws UnjudgeableException {
        for (int i = 0; i < actual.size() && !example.isEmpty(); i++) {
            if (rules.reach(placeOf(i))) {
                below(String.valueOf(i), example.get(i < example.size() ? i : 0), actual.get(i));
            }
        }
    }

    private void wholeArray(Rule rule, JsonNode example, JsonNode actual) {
        if (rule.name().equals("notEmpty") && actual.isEmpty()) {
            differ("notEmpty", "an array that is not empty", Words.value(actual));
        } else if (rule.name().equals("equality") && !example.equals(actual)) {
            differ("equality", Words.value(example), Words.value(actual));
        }
    }

    private void size(String rule, Rule.Range range, JsonNode actual) {
        if (!range.contains(actual.size())) {
            differ(rule, "an array of " + range, Words.value(actual));
        }
    }

    /** Every element against its own in the example, or else the first. */
    private void elements(JsonNode example, JsonNode actual) throws UnjudgeableException {
        for (int i = 0; i < actual.size() && !example.isEmpty(); i++) {
            below(String.valueOf(i), example.get(i < example.size() ? i : 0), actual.get(i));
        }
    }

    private void contains(Rule.ArrayContains rule, JsonNode example, JsonNode actual) throws UnjudgeableException {
        List<Rule.Variant> variants = new ArrayList<>(rule.variants());
        for (int i = 0; variants.size() < example.size() && rule.variants().isEmpty(); i++) {
            variants.add(new Rule.Variant(i, RuleSet.NONE));
        }
        for (Rule.Variant variant : variants) {
            if (variant.index() >= example.size()) {
                throw new UnjudgeableException(
                        "the rule arrayContains at " + RulePath.text(place) + " has a variant for element "
                                + variant.index() + ", but the example has " + Words.elements(example.size()),
                        "add the element to the example, or remove the variant");
            }
            JsonNode wanted = example.get(variant.index());
            if (!anyMatches(variant, wanted, actual)) {
                differ(rule.name(), "an element like " + Words.json(wanted), Words.value(actual));
            }
        }
    }

    private boolean anyMatches(Rule.Variant variant, JsonNode wanted, JsonNode actual) throws UnjudgeableException {
        for (JsonNode element : actual) {
            JsonWalk inner = new JsonWalk(variant.rules(), unexpectedKeysFail, clock);
            if (inner.differences(wanted, element).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private void inAnyOrder(Rule.IgnoreOrder rule, JsonNode example, JsonNode actual) throws UnjudgeableException {
        Rule.Range range = rule.range() == null ? new Rule.Range(example.size(), example.size()) : rule.range();
        if (!range.contains(actual.size())) {
            differ(rule.name(), "an array of " + range, Words.value(actual));
        }
        if (Math.max(example.size(), actual.size()) > Pairing.MAX_ELEMENTS) {
            throw new UnjudgeableException(
                    "the rule ignore-order at " + RulePath.text(place) + " meets an array of "
                            + Words.elements(Math.max(example.size(), actual.size())) + "; " + Pairing.MAX_ELEMENTS
                            + " can be compared in any order",
                    "ask the consumer for a rule that keeps the order, or the provider for shorter arrays");
        }
        int wanted = example.isEmpty() || !elementsAreRuled(actual) ? example.size() : actual.size();
        Pairing pairing = new Pairing(
                Math.max(wanted, example.size()),
                actual.size(),
                (i, j) -> i < example.size()
                        ? matchesAt(i, example.get(i), actual.get(j))
                        : !rules.hasRulesAt(placeOf(j)) || matchesAt(j, example.get(0), actual.get(j)));
        for (int i : pairing.unpaired()) {
            JsonNode like = example.get(i < example.size() ? i : 0);
            differ(rule.name(), "an element like " + Words.json(like), Words.value(actual));
        }
    }

    /** Whether there are rules for elements as such, which those beyond the example must obey too. */
    private boolean elementsAreRuled(JsonNode actual) {
        for (int i = 0; i < actual.size(); i++) {
            if (rules.hasRulesAt(placeOf(i))) {
                return true;
            }
        }
        return false;
    }

    private List<String> placeOf(int element) {
        List<String> below = new ArrayList<>(place);
        below.add(String.valueOf(element));
        return below;
    }

    private boolean matchesAt(int element, JsonNode example, JsonNode actual) throws UnjudgeableException {
        Differences before = found;
        found = new Differences();
        below(String.valueOf(element), example, actual);
        boolean matches = found.isEmpty();
        found = before;
        return matches;
    }

    // steps

    private void below(String segment, JsonNode example, JsonNode actual) throws UnjudgeableException {
        place.add(segment);
        compare(example, actual);
        place.remove(place.size() - 1);
    }

    /** Applies all rules of a group, or looks for one that is obeyed. */
    private void each(RuleSet.Group group, Check check) throws UnjudgeableException {
        if (!group.anyOf()) {
            for (Rule rule : group.rules()) {
                check.apply(rule);
            }
            return;
        }
        Differences before = found;
        Differences all = new Differences();
        boolean obeyed = false;
        for (Rule rule : group.rules()) {
            found = new Differences();
            check.apply(rule);
            obeyed |= found.isEmpty();
            all.addAll(found);
        }
        found = before;
        if (!obeyed) {
            found.addAll(all);
        }
    }

    private void differ(String rule, String expected, String actual) {
        found.add(new Difference(RulePath.text(place), rule, expected, actual));
    }

    private interface Check {
        void apply(Rule rule) throws UnjudgeableException;
    }
}
