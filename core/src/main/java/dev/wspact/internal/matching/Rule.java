package dev.wspact.internal.matching;

import au.com.dius.pact.core.model.matchingrules.MatchingRule;
import dev.wspact.internal.regex.BoundedPattern;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A Pact matching rule, checked and ready to be applied. */
sealed interface Rule {
    /** The rule's name in a Pact file. */
    String name();

    /**
     * A rule about one value, which pact-jvm applies.
     *
     * @param words what a value must be, for texts; empty if that depends on the example
     */
    record Single(String name, MatchingRule rule, String words) implements Rule {}

    /** The whole text of a value matches a pattern. pact-jvm's own has no clock. */
    record Regex(BoundedPattern pattern) implements Rule {
        @Override
        public String name() {
            return "regex";
        }
    }

    /** The same type as the example; an array has so many elements. */
    record Sized(String name, Range range) implements Rule {}

    /** The elements of the example in any order, and so many; null for as many as the example has. */
    record IgnoreOrder(@Nullable Range range) implements Rule {
        @Override
        public String name() {
            return "ignore-order";
        }
    }

    /** Only the values of an object matter, not its keys. */
    record Values() implements Rule {
        @Override
        public String name() {
            return "values";
        }
    }

    /** Every key of an object obeys rules; the values are free. */
    record EachKey(List<Rule> rules) implements Rule {
        public EachKey {
            rules = List.copyOf(rules);
        }

        @Override
        public String name() {
            return "eachKey";
        }
    }

    /** Every value of an object or array obeys rules; the keys are free. */
    record EachValue(List<Rule> rules) implements Rule {
        public EachValue {
            rules = List.copyOf(rules);
        }

        @Override
        public String name() {
            return "eachValue";
        }
    }

    /** Each variant has an element that matches it. */
    record ArrayContains(List<Variant> variants) implements Rule {
        public ArrayContains {
            variants = List.copyOf(variants);
        }

        @Override
        public String name() {
            return "arrayContains";
        }
    }

    /**
     * One variant of {@link ArrayContains}.
     *
     * @param index which element of the example
     * @param rules rules from the element's own root
     */
    record Variant(int index, RuleSet rules) {}

    /**
     * How many elements an array may have.
     *
     * @param min at least so many
     * @param max at most so many
     */
    record Range(int min, int max) {
        boolean contains(int size) {
            return size >= min && size <= max;
        }

        @Override
        public String toString() {
            if (max == Integer.MAX_VALUE) {
                return "at least " + Words.elements(min);
            }
            if (min == max) {
                return "exactly " + Words.elements(min);
            }
            return min == 0 ? "at most " + Words.elements(max) : min + " to " + Words.elements(max);
        }
    }

    /** Whether the rule is about what an object or array holds, so that it has no say about a single value. */
    default boolean isAboutContainers() {
        return this instanceof Values
                || this instanceof EachKey
                || this instanceof EachValue
                || this instanceof ArrayContains;
    }
}
