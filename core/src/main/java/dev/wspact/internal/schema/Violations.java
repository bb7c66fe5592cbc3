package dev.wspact.internal.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Turns the validator's flat list of errors into violations. What failed within the alternatives of an {@code anyOf} or
 * {@code oneOf} becomes one violation, since only together they mean that the value is wrong.
 */
final class Violations {
    private static final Set<String> ALTERNATIVES = Set.of("anyOf", "oneOf");
    private static final Set<String> BY_NAME =
            Set.of("properties", "patternProperties", "dependentSchemas", "dependencies");
    private static final Set<String> BY_INDEX = Set.of("allOf", "anyOf", "oneOf", "prefixItems");
    private static final Set<String> INTO_VALUE = Set.of(
            "additionalItems",
            "additionalProperties",
            "contains",
            "items",
            "patternProperties",
            "prefixItems",
            "properties",
            "unevaluatedItems",
            "unevaluatedProperties");

    private Violations() {}

    static List<Violation> of(List<Error> errors) {
        return of(errors, 0);
    }

    /** Errors whose evaluation paths are looked at from a position on. */
    private static List<Violation> of(List<Error> errors, int from) {
        Map<Choice, List<Error>> grouped = new LinkedHashMap<>();
        for (Error error : errors) {
            grouped.computeIfAbsent(choice(error, from), key -> new ArrayList<>())
                    .add(error);
        }
        List<Violation> violations = new ArrayList<>();
        grouped.forEach((choice, members) -> {
            if (choice.end() < 0) {
                members.forEach(error -> violations.add(KeywordTexts.violation(error)));
            } else {
                violations.add(alternatives(choice, members));
            }
        });
        return violations;
    }

    private static Violation alternatives(Choice choice, List<Error> errors) {
        Map<Integer, List<Error>> byAlternative = new TreeMap<>();
        for (Error error : errors) {
            if (error.getEvaluationPath().getNameCount() > choice.end()) {
                byAlternative
                        .computeIfAbsent(
                                (Integer) error.getEvaluationPath().getElement(choice.end()), key -> new ArrayList<>())
                        .add(error);
            }
        }
        JsonNode value = choice.value(errors);
        if (byAlternative.isEmpty() || tooMany(choice, errors)) {
            return new Violation(choice.steps(), "oneOf", "exactly one of the alternatives", severalOf(errors, value));
        }
        Map<Integer, List<Violation>> reasons = new TreeMap<>();
        byAlternative.forEach((index, members) -> reasons.put(index, of(members, choice.end() + 1)));
        return new Violation(choice.steps(), choice.keyword(), expected(choice, reasons), Words.valueAndType(value));
    }

    private static boolean tooMany(Choice choice, List<Error> errors) {
        return errors.stream()
                .anyMatch(error -> error.getEvaluationPath().getNameCount() == choice.end()
                        && error.getArguments() != null
                        && error.getArguments().length > 0
                        && !"0".equals(String.valueOf(error.getArguments()[0])));
    }

    private static String severalOf(List<Error> errors, JsonNode value) {
        Object count = errors.get(errors.size() - 1).getArguments() == null
                ? "several"
                : errors.get(errors.size() - 1).getArguments()[0];
        return Words.value(value) + ", which is valid against " + count + " of them";
    }

    private static String expected(Choice choice, Map<Integer, List<Violation>> reasons) {
        boolean simple = reasons.values().stream().allMatch(one -> one.size() == 1 && isAbout(one.get(0), choice));
        if (simple) {
            return Words.shortened(Words.either(reasons.values().stream()
                    .map(one -> one.get(0).expected())
                    .distinct()
                    .collect(Collectors.toList())));
        }
        Map.Entry<Integer, List<Violation>> closest = reasons.entrySet().stream()
                .min(Comparator.comparingInt(entry -> distance(entry.getValue(), choice)))
                .orElseThrow();
        Violation first = closest.getValue().get(0);
        return "%s of %d alternatives; the closest is number %d, which expects at %s: %s"
                .formatted(
                        choice.keyword().equals("oneOf") ? "exactly one" : "at least one",
                        reasons.size(),
                        closest.getKey() + 1,
                        first.path(),
                        first.expected());
    }

    private static boolean isAbout(Violation violation, Choice choice) {
        return violation.steps().equals(choice.steps()) && TELLING.contains(violation.keyword());
    }

    private static final Set<String> TELLING = Set.of("anyOf", "const", "enum", "format", "type");

    /** How far a value is from an alternative: another type or another constant is another kind of value. */
    private static int distance(List<Violation> reasons, Choice choice) {
        int telling = (int) reasons.stream()
                .filter(reason -> TELLING.contains(reason.keyword())
                        && (reason.steps().equals(choice.steps())
                                || reason.keyword().equals("const")))
                .count();
        return telling * 1000 + reasons.size();
    }

    private static Choice choice(Error error, int from) {
        NodePath path = error.getEvaluationPath();
        int depth = 0;
        int i = 0;
        while (i < path.getNameCount()) {
            String keyword = String.valueOf(path.getElement(i));
            boolean named = BY_NAME.contains(keyword);
            boolean indexed = BY_INDEX.contains(keyword) || (keyword.equals("items") && hasIndexAt(path, i + 1));
            if (i >= from && ALTERNATIVES.contains(keyword)) {
                return new Choice(
                        prefix(path, i + 1), i + 1, keyword, KeywordTexts.steps(error.getInstanceLocation(), depth));
            }
            boolean last = i + 1 >= path.getNameCount();
            depth += INTO_VALUE.contains(keyword) && !last ? 1 : 0;
            i += named || indexed ? 2 : 1;
        }
        return NONE;
    }

    private static final Choice NONE = new Choice("", -1, "", List.of());

    private static boolean hasIndexAt(NodePath path, int index) {
        return index < path.getNameCount() && path.getElement(index) instanceof Integer;
    }

    private static String prefix(NodePath path, int count) {
        return KeywordTexts.steps(path, count).toString();
    }

    /**
     * A set of alternatives that was applied to a value.
     *
     * @param prefix evaluation path up to the keyword
     * @param end position in the evaluation path behind the keyword, -1 for none
     * @param keyword {@code anyOf} or {@code oneOf}
     * @param steps place of the value
     */
    private record Choice(String prefix, int end, String keyword, List<Object> steps) {
        /** The value, taken from an error at its place or, where each error is further down, its deepest known part. */
        JsonNode value(List<Error> errors) {
            return errors.stream()
                    .min(Comparator.comparingInt(
                            error -> error.getInstanceLocation().getNameCount()))
                    .orElseThrow()
                    .getInstanceNode();
        }
    }
}
