package dev.wspact.internal.verification;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.wspact.message.JsonText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the fields that tell the expected messages of a connection apart, out of what the contracts require exactly:
 * conventional names first, then any field that tells at least two of them apart. An expected message that no such field
 * speaks of is left without.
 */
final class DiscriminatorChoice {
    /** How many different fields are looked up in each message. */
    private static final int FIELDS = 4;

    private DiscriminatorChoice() {}

    /**
     * Gives each candidate its discriminator, or none.
     *
     * @param named JSON Pointers or member names from the options; empty to choose among all
     * @return the fields that were chosen
     */
    static List<JsonPointer> choose(List<Candidate> candidates, List<String> named) {
        Set<JsonPointer> chosen = new LinkedHashSet<>();
        List<Candidate> left = new ArrayList<>(candidates);
        if (!named.isEmpty()) {
            for (JsonPointer field :
                    named.stream().map(DiscriminatorChoice::pointer).toList()) {
                chosen.add(field);
                left.removeIf(candidate -> assign(candidate, field, namedValues(candidate, field)));
            }
            return List.copyOf(chosen);
        }
        while (!left.isEmpty() && chosen.size() < FIELDS) {
            JsonPointer field = best(left);
            if (field == null) {
                break;
            }
            chosen.add(field);
            left.removeIf(candidate -> assign(candidate, field, exactValues(candidate, field)));
        }
        return List.copyOf(chosen);
    }

    private static boolean assign(Candidate candidate, JsonPointer field, Set<JsonText> values) {
        if (values.isEmpty()) {
            return false;
        }
        candidate.discriminatedBy(new Discriminator(field, values));
        return true;
    }

    private static JsonPointer pointer(String named) {
        if (named.startsWith("/")) {
            return JsonPointer.compile(named);
        }
        return JsonPointer.compile("/" + named.replace("~", "~0").replace("/", "~1"));
    }

    private static Set<JsonText> exactValues(Candidate candidate, JsonPointer field) {
        return candidate.exactValues().getOrDefault(field.toString(), Set.of());
    }

    /** Who names a field says that it tells messages apart, so the example's value means the message even if a rule is loose. */
    private static Set<JsonText> namedValues(Candidate candidate, JsonPointer field) {
        Set<JsonText> exact = exactValues(candidate, field);
        JsonNode example = candidate.example();
        if (!exact.isEmpty() || example == null) {
            return exact;
        }
        JsonText value = Incoming.exactAt(example, field);
        return value == null ? Set.of() : Set.of(value);
    }

    private static @Nullable JsonPointer best(List<Candidate> candidates) {
        Set<String> fields = candidates.stream()
                .flatMap(candidate -> candidate.exactValues().keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        return fields.stream()
                .map(field -> Score.of(JsonPointer.compile(field), candidates))
                .filter(Score::eligible)
                .min(Score.BEST_FIRST)
                .map(Score::field)
                .orElse(null);
    }

    /**
     * How good a field is.
     *
     * @param convention rank of its name among the conventional ones, the lower the better
     * @param covered how many candidates require an exact value there
     * @param apart how many different values they require
     */
    private record Score(JsonPointer field, int convention, int covered, int apart) {
        private static final int UNCONVENTIONAL = 2 * Discriminator.CONVENTIONAL.size();
        static final Comparator<Score> BEST_FIRST = Comparator.comparingInt(Score::convention)
                .thenComparing(Comparator.comparingInt(Score::covered).reversed())
                .thenComparing(Comparator.comparingInt(Score::apart).reversed())
                .thenComparingInt(score -> depth(score.field))
                .thenComparing(score -> score.field.toString());

        static Score of(JsonPointer field, List<Candidate> candidates) {
            List<Set<JsonText>> values = candidates.stream()
                    .map(candidate -> exactValues(candidate, field))
                    .filter(set -> !set.isEmpty())
                    .toList();
            return new Score(field, rank(field), values.size(), distinct(values));
        }

        boolean eligible() {
            return convention < UNCONVENTIONAL || apart > 1;
        }

        /** A field at the top has the rank of its name; deeper ones of the same name come after all of those. */
        private static int rank(JsonPointer field) {
            int top = Discriminator.CONVENTIONAL.indexOf(field);
            if (top >= 0) {
                return top;
            }
            int deeper = Discriminator.CONVENTIONAL.indexOf(field.last());
            return deeper >= 0 ? Discriminator.CONVENTIONAL.size() + deeper : UNCONVENTIONAL;
        }

        private static int distinct(List<Set<JsonText>> values) {
            Set<JsonText> seen = new LinkedHashSet<>();
            int apart = 0;
            for (Set<JsonText> set : values) {
                if (Collections.disjoint(seen, set)) {
                    apart++;
                }
                seen.addAll(set);
            }
            return apart;
        }

        private static int depth(JsonPointer field) {
            int depth = 0;
            for (JsonPointer at = field; !at.matches(); at = at.tail()) {
                depth++;
            }
            return depth;
        }
    }

    /** Fields by which to name a message's type: those chosen, then the conventional ones. */
    static List<JsonPointer> labels(List<JsonPointer> chosen) {
        Set<JsonPointer> labels = new LinkedHashSet<>(chosen);
        labels.addAll(Discriminator.CONVENTIONAL);
        return List.copyOf(labels);
    }

    /** Values by field, for the index. */
    static Map<JsonPointer, Map<JsonText, List<PushWatch>>> index(List<PushWatch> watches) {
        Map<JsonPointer, Map<JsonText, List<PushWatch>>> index = new LinkedHashMap<>();
        for (PushWatch watch : watches) {
            Discriminator discriminator = watch.candidate().discriminator();
            if (discriminator != null) {
                Map<JsonText, List<PushWatch>> byValue =
                        index.computeIfAbsent(discriminator.field(), field -> new HashMap<>());
                for (JsonText value : discriminator.values()) {
                    byValue.computeIfAbsent(value, key -> new ArrayList<>()).add(watch);
                }
            }
        }
        return index;
    }
}
