package dev.wspact.internal.matching;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** "Did you mean": the known word that is closest to an unknown one. */
final class Suggestion {
    private Suggestion() {}

    /** A remedy for an unknown word: the closest known one, or all of them if none is close. */
    static String among(Collection<String> known, String unknown) {
        return known.stream()
                .min(Comparator.comparingInt((String word) -> distance(word, unknown))
                        .thenComparing(Comparator.naturalOrder()))
                .filter(word -> distance(word, unknown) <= Math.max(1, word.length() / 3))
                .map(word -> "did you mean \"" + word + "\"?")
                .orElseGet(() -> "use one of: " + String.join(", ", known));
    }

    /** Levenshtein's distance, without case. */
    private static int distance(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, 1 + Math.min(previous[j], current[j - 1]));
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
