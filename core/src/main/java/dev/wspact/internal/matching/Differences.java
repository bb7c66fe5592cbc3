package dev.wspact.internal.matching;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The differences of one message, each once, in the order they were found. A hostile message must not fill the heap. */
final class Differences {
    /** So many are listed; the rest is only counted. */
    static final int MAX_LISTED = 1000;

    private final Set<Difference> listed = new LinkedHashSet<>();
    private long notListed;

    void add(Difference difference) {
        if (listed.size() < MAX_LISTED) {
            listed.add(difference);
        } else if (!listed.contains(difference)) {
            notListed++;
        }
    }

    void addAll(Differences others) {
        others.listed.forEach(this::add);
        notListed += others.notListed;
    }

    boolean isEmpty() {
        return listed.isEmpty();
    }

    List<Difference> toList() {
        List<Difference> all = new ArrayList<>(listed);
        if (notListed > 0) {
            all.add(new Difference("$", "limit", MAX_LISTED + " differences at most, in a text", notListed + " more"));
        }
        return all;
    }
}
