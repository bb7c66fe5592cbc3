package dev.wspact.internal.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All matching rules of one message. For each place the most specific rules win (Pact specification V2, "Rules"). Immutable. */
final class RuleSet {
    static final RuleSet NONE = new RuleSet(List.of());

    private final List<Group> groups;

    RuleSet(List<Group> groups) {
        this.groups = List.copyOf(groups);
    }

    /**
     * The rules at one path.
     *
     * @param anyOf whether one of the rules is enough
     */
    record Group(RulePath path, List<Rule> rules, boolean anyOf) {
        Group {
            rules = List.copyOf(rules);
        }

        boolean hasValues() {
            return rules.stream().anyMatch(Rule.Values.class::isInstance);
        }

        /** Whether the rules take the place of the example's keys. */
        boolean freesKeys() {
            return rules.stream()
                    .anyMatch(rule -> rule instanceof Rule.Values
                            || rule instanceof Rule.EachKey
                            || rule instanceof Rule.EachValue);
        }
    }

    List<Group> groups() {
        return groups;
    }

    /**
     * The rules for a place: those whose path names most of its segments exactly; among equals the longest path. Rules
     * of a place hold for everything below it, except {@code values}. Null if there are none.
     */
    @Nullable
    Group best(List<String> place) {
        Group best = null;
        int bestExact = 0;
        for (Group group : groups) {
            if (group.hasValues() ? !group.path().isAt(place) : !group.path().covers(place)) {
                continue;
            }
            int exact = group.path().exactParts(place);
            if (best == null || exact > bestExact || (exact == bestExact && isLonger(group, best))) {
                best = group;
                bestExact = exact;
            }
        }
        return best;
    }

    /** Whether rules at the place itself take the place of the example's keys. */
    boolean freesKeys(List<String> place) {
        return groups.stream().anyMatch(group -> group.path().isAt(place) && group.freesKeys());
    }

    /** Whether there are rules for exactly the place. */
    boolean hasRulesAt(List<String> place) {
        return groups.stream().anyMatch(group -> group.path().isAt(place));
    }

    /** Whether there are rules for the place itself or something below it. */
    boolean reach(List<String> place) {
        return groups.stream().anyMatch(group -> group.path().isAtOrBelow(place));
    }

    /** These rules and those for every value at a place. */
    RuleSet withEach(List<String> place, List<Rule> rules) {
        List<Group> all = new ArrayList<>(groups);
        all.add(new Group(RulePath.everythingIn(place), rules, false));
        return new RuleSet(all);
    }

    private static boolean isLonger(Group group, Group other) {
        return Comparator.<Group>comparingInt(g -> g.path().tokens().size())
                        .thenComparingInt(g -> g.path().expression().length())
                        .compare(group, other)
                > 0;
    }
}
