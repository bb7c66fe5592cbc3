package dev.wspact.internal.schema;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Notes on keywords that JSON Schema does not know. It allows them, so a misspelt one is silently without effect. */
final class Misspellings {
    private final Draft draft;
    private final Set<String> known;

    private Misspellings(Draft draft) {
        this.draft = draft;
        this.known = Keywords.of(draft);
    }

    static List<String> notes(SchemaDocument document) {
        Misspellings misspellings = new Misspellings(document.draft());
        List<String> notes = new ArrayList<>();
        document.schemas().forEach(schema -> schema.node().properties().stream()
                .map(Map.Entry::getKey)
                .forEach(keyword -> misspellings.note(keyword, schema.pointer(), notes)));
        return List.copyOf(notes);
    }

    private void note(String keyword, String pointer, List<String> notes) {
        if (known.contains(keyword)) {
            return;
        }
        String place = pointer.isEmpty() ? "" : " at #" + pointer;
        if (Keywords.known(keyword, Draft.DRAFT_2020_12)) {
            notes.add("the keyword \"" + keyword + "\"" + place + " is younger than the schema's draft (" + draft.uri()
                    + ") and has no effect there");
            return;
        }
        known.stream()
                .filter(candidate -> distance(keyword, candidate) <= (candidate.length() < 5 ? 1 : 2))
                .min(Comparator.comparingInt(candidate -> distance(keyword, candidate)))
                .ifPresent(candidate -> notes.add("the keyword \"" + keyword + "\"" + place
                        + " is not known to JSON Schema and has no effect; did you mean \"" + candidate + "\"?"));
    }

    /** Edits between two words: insert, delete, replace, without case. */
    private static int distance(String left, String right) {
        int[] row = new int[right.length() + 1];
        for (int j = 0; j <= right.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                boolean same = Character.toLowerCase(left.charAt(i - 1)) == Character.toLowerCase(right.charAt(j - 1));
                int edits = Math.min(diagonal + (same ? 0 : 1), 1 + Math.min(row[j], row[j - 1]));
                diagonal = row[j];
                row[j] = edits;
            }
        }
        return row[right.length()];
    }
}
