package dev.wspact.internal.matching;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** "Did you mean": the known word that is closest to an unknown one. */
public final class Suggestion {
    private static final int MAX_LENGTH = 100;

    private Suggestion() {}

    /** A remedy for an unknown word: the closest known one, or all of them if none is close. */
    public static String among(Collection<String> known, String unknown) {
        // a hostile contract must not buy a table as large as its word is long
        return closest(known, unknown.substring(0, Math.min(unknown.length(), MAX_LENGTH)));
    }

    private static String closest(Collection<String> known, String unknown) {
        return known.stream()
                .min(Comparator.comparingInt((String word) -> distance(word, unknown))
                        .thenComparing(Comparator.naturalOrder()))
                .filter(word -> distance(word, unknown) <= Math.max(1, word.length() / 3))
                .map(word -> "did you mean \"" + word + "\"?")
                .orElseGet(() -> "use one of: " + String.join(", ", known));
    }

    /** Insertions, deletions, replacements and exchanges of neighbors that make one of the other, without case. */
    private static int distance(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
        int[][] distance = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                distance[i][j] = i == 0 || j == 0 ? i + j : smallest(a, b, i, j, distance);
            }
        }
        return distance[a.length()][b.length()];
    }

    private static int smallest(String a, String b, int i, int j, int[][] distance) {
        int replaced = distance[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int smallest = Math.min(replaced, 1 + Math.min(distance[i - 1][j], distance[i][j - 1]));
        boolean exchanged = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return exchanged ? Math.min(smallest, 1 + distance[i - 2][j - 2]) : smallest;
    }
}
