package dev.wspact.internal.mock;

import dev.wspact.contract.Contract;
import dev.wspact.contract.Interaction;
import dev.wspact.internal.matching.Suggestion;
import dev.wspact.mock.MockOptions;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What is to be played. Immutable.
 *
 * @param parts all interactions, in the order of the contracts
 * @param played those of them that are played now
 */
record Script(List<Part> parts, List<Part> played) {
    /** Copies the lists. */
    Script {
        parts = List.copyOf(parts);
        played = List.copyOf(played);
    }

    /**
     * Makes all interactions of the contracts ready.
     *
     * @throws IllegalArgumentException if there is none
     * @throws dev.wspact.contract.ContractFormatException if one cannot be played
     */
    static Script of(List<Contract> contracts, MockOptions options) {
        List<Part> parts = new ArrayList<>();
        for (Contract contract : contracts) {
            for (Interaction interaction : contract.interactions()) {
                parts.add(PartReader.read(parts.size(), contract, interaction, options.variants()));
            }
        }
        if (parts.isEmpty()) {
            throw new IllegalArgumentException(
                    "there is no interaction in the contracts: nothing played proves nothing");
        }
        return new Script(parts, parts);
    }

    /** The same, with only these interactions played; with all of them if no description is given. */
    Script only(List<String> descriptions) {
        if (descriptions.isEmpty()) {
            return new Script(parts, parts);
        }
        List<Part> chosen = new ArrayList<>();
        for (String description : descriptions) {
            chosen.addAll(named(description, part -> true, ""));
        }
        return new Script(parts, chosen);
    }

    /**
     * The parts with a description, at least one.
     *
     * @param kind which of them are meant
     * @param what words for those that are meant, such as {@code " in which the provider pushes a message"}
     * @throws IllegalArgumentException if there is none
     */
    List<Part> named(String description, Predicate<Part> kind, String what) {
        List<Part> named = parts.stream()
                .filter(part -> part.description().equals(description) && kind.test(part))
                .toList();
        if (named.isEmpty()) {
            Set<String> known = new LinkedHashSet<>();
            parts.stream().filter(kind).forEach(part -> known.add("\"" + part.description() + "\""));
            throw new IllegalArgumentException("the contracts have no interaction \"" + description + "\"" + what + "; "
                    + (known.isEmpty() ? "there is none of that kind" : suggestion(known, description)));
        }
        return named;
    }

    private static String suggestion(Set<String> known, String description) {
        return Suggestion.among(known, "\"" + description + "\"").replace("\"\"", "\"");
    }
}
