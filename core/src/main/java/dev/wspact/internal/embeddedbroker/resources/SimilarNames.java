package dev.wspact.internal.embeddedbroker.resources;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds names that are probably meant to be the same, such as {@code my-consumer} and {@code My Consumer}. */
final class SimilarNames {
    private static final Set<String> FILLERS = Set.of("api", "provider", "service");

    private SimilarNames() {}

    /** Those among the known ones that a new name is like; none if it is known itself. */
    static List<String> of(String name, Collection<String> known) {
        return known.contains(name)
                ? List.of()
                : known.stream()
                        .filter(other -> words(other).equals(words(name)))
                        .toList();
    }

    private static List<String> words(String name) {
        String underscored = name.replaceAll("\\s", "_")
                .replace("::", "/")
                .replaceAll("([A-Z]+)([A-Z][a-z])", "$1_$2")
                .replaceAll("([a-z\\d])([A-Z])", "$1_$2")
                .replace('-', '_')
                .toLowerCase(Locale.ROOT);
        return Arrays.stream(underscored.split("_"))
                .map(word -> word.endsWith("s") ? word.substring(0, word.length() - 1) : word)
                .filter(word -> !FILLERS.contains(word))
                .toList();
    }
}
