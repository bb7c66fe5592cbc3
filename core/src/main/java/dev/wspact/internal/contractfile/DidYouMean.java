package dev.wspact.internal.contractfile;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the name that was meant when one was misspelt (optimal string alignment distance, without case). */
final class DidYouMean {
    private static final int MOST_LISTED = 20;
    /** A name longer than this is not guessed. */
    private static final int LONGEST = 200;

    private static final int MOST_DIFFERENCES = 3;

    private DidYouMean() {}

    /** A remedy for an unknown name: the one that was meant if one is near, all of them otherwise. */
    static String remedy(String unknown, Collection<String> known) {
        return nearest(unknown, known)
                .map(name -> "Perhaps \"" + name + "\" is meant")
                .orElseGet(() -> "Known here: " + list(known));
    }

    /** The names in alphabetical order, quoted, with commas; the first of them where there are many. */
    static String list(Collection<String> names) {
        String first = names.stream()
                .sorted()
                .limit(MOST_LISTED)
                .map(name -> '"' + Located.shortened(name) + '"')
                .collect(Collectors.joining(", "));
        return names.size() <= MOST_LISTED ? first : first + " and " + (names.size() - MOST_LISTED) + " more";
    }

    /** The name that was probably meant: at most a third of it, and no more than three characters, differ. */
    static Optional<String> nearest(String unknown, Collection<String> known) {
        String wanted = unknown.toLowerCase(Locale.ROOT);
        return known.stream()
                // what is longer by more than that differs by more; comparing it would cost time and memory for nothing
                .filter(name -> Math.abs(name.length() - unknown.length()) <= MOST_DIFFERENCES)
                .filter(name -> name.length() <= LONGEST)
                .map(name -> Map.entry(name, distance(wanted, name.toLowerCase(Locale.ROOT))))
                .filter(near -> near.getValue()
                        <= Math.min(MOST_DIFFERENCES, (near.getKey().length() + 1) / 3))
                .min(Comparator.comparingInt((Map.Entry<String, Integer> near) -> near.getValue())
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey);
    }

    private static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                } else {
                    boolean same = a.charAt(i - 1) == b.charAt(j - 1);
                    int edited = Math.min(cost[i - 1][j], cost[i][j - 1]) + 1;
                    cost[i][j] = Math.min(edited, cost[i - 1][j - 1] + (same ? 0 : 1));
                    if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                        cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                    }
                }
            }
        }
        return cost[a.length()][b.length()];
    }
}
