package dev.wspact.internal.embeddedbroker.content;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What changed between two contents of one pact, line by line, for the reader of a refusal. */
public final class ContentDifference {
    private static final int CONTEXT = 3;
    private static final int MOST_LINES = 200;

    private ContentDifference() {}

    /** Lines of the published content that are gone behind a minus, new ones behind a plus, with a little around them. */
    public static String between(PactContent published, PactContent changed) {
        List<String> before = lines(published.comparable());
        List<String> after = lines(changed.comparable());
        int start = commonStart(before, after);
        int end = commonEnd(before, after, start);
        List<String> text = new ArrayList<>();
        marked(" ", before.subList(Math.max(0, start - CONTEXT), start), text);
        marked("-", before.subList(start, before.size() - end), text);
        marked("+", after.subList(start, after.size() - end), text);
        marked(" ", before.subList(before.size() - end, Math.min(before.size(), before.size() - end + CONTEXT)), text);
        return String.join("\n", text);
    }

    private static void marked(String mark, List<String> lines, List<String> text) {
        lines.stream().limit(MOST_LINES).forEach(line -> text.add(mark + line));
        if (lines.size() > MOST_LINES) {
            text.add(mark + "… and " + (lines.size() - MOST_LINES) + " more lines");
        }
    }

    private static int commonStart(List<String> before, List<String> after) {
        int shorter = Math.min(before.size(), after.size());
        int common = 0;
        while (common < shorter && before.get(common).equals(after.get(common))) {
            common++;
        }
        return common;
    }

    private static int commonEnd(List<String> before, List<String> after, int start) {
        List<String> restBefore = new ArrayList<>(before.subList(start, before.size()));
        List<String> restAfter = new ArrayList<>(after.subList(start, after.size()));
        Collections.reverse(restBefore);
        Collections.reverse(restAfter);
        return commonStart(restBefore, restAfter);
    }

    private static List<String> lines(JsonNode value) {
        return value.toPrettyString().lines().toList();
    }
}
