package dev.wspact.internal.embeddedbroker.store;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The name that people see where they gave none: the words of the technical one, each with a capital letter. */
final class DisplayName {
    private DisplayName() {}

    static String of(String name) {
        String words = name.replaceAll("([A-Z])([A-Z])([a-z])", "$1 $2$3")
                .replaceAll("([a-z\\d])([A-Z])(\\S)", "$1 $2$3")
                .replaceAll("(\\S)[-_\\s.](?=\\S)", "$1 ")
                .strip();
        return Arrays.stream(words.split("\\s+")).map(DisplayName::capitalized).collect(Collectors.joining(" "));
    }

    private static String capitalized(String word) {
        return word.isEmpty()
                ? word
                : word.substring(0, word.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT)
                        + word.substring(word.offsetByCodePoints(0, 1));
    }
}
