package dev.wspact.internal.schema;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds schemas that apply themselves to the same value again, so that judging would never end (JSON Schema Core
 * 2020-12, section 9.4.1). Recursion that goes down into the value is fine.
 */
final class EndlessReferences {
    /** The most schemas that may follow each other without going down into the value. */
    private static final int MAX_CHAIN = 100;

    private final Map<String, List<String>> sameValue;
    private final Set<String> done = new HashSet<>();
    private final Set<String> path = new LinkedHashSet<>();
    private final Deque<Iterator<String>> open = new ArrayDeque<>();

    private EndlessReferences(Map<String, List<String>> sameValue) {
        this.sameValue = sameValue;
    }

    /** Checks a graph of schemas that apply each other to the same value. */
    static void check(Map<String, List<String>> sameValue) throws InvalidSchemaException {
        EndlessReferences search = new EndlessReferences(sameValue);
        for (String start : sameValue.keySet()) {
            search.from(start);
        }
    }

    // by hand, not by recursion: a long chain must not exhaust the stack
    private void from(String start) throws InvalidSchemaException {
        enter(start);
        while (!open.isEmpty()) {
            if (open.element().hasNext()) {
                enter(open.element().next());
            } else {
                open.remove();
                leave();
            }
        }
    }

    private void enter(String pointer) throws InvalidSchemaException {
        if (path.contains(pointer)) {
            throw circle(pointer);
        }
        if (done.contains(pointer)) {
            return;
        }
        if (path.size() > MAX_CHAIN) {
            throw new InvalidSchemaException(
                    pointer,
                    "more than " + MAX_CHAIN + " schemas refer to one another before one describes the value's parts",
                    "Refer to the last of them directly");
        }
        path.add(pointer);
        open.push(sameValue.getOrDefault(pointer, List.of()).iterator());
    }

    private void leave() {
        List<String> steps = new ArrayList<>(path);
        String last = steps.get(steps.size() - 1);
        path.remove(last);
        done.add(last);
    }

    private InvalidSchemaException circle(String pointer) {
        List<String> steps = new ArrayList<>(path);
        List<String> circle = new ArrayList<>(steps.subList(steps.indexOf(pointer), steps.size()));
        circle.add(pointer);
        return new InvalidSchemaException(
                pointer,
                "the schema applies itself to the same value again, without end: "
                        + circle.stream().map(step -> "#" + step).collect(Collectors.joining(" -> ")),
                "Let one of these schemas describe the value itself instead of referring on");
    }
}
