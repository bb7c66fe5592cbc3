package dev.wspact.internal.verification;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Shares out the messages that satisfy several interactions, so that each interaction gets one of its own wherever that
 * is possible at all. It remembers how many messages each set of interactions has shared, not the messages, and only
 * sets that have given some to an interaction: never more than all interactions together need.
 *
 * <p>This is bipartite matching by augmenting paths: a message goes to an interaction in need, if need be by moving
 * an earlier message on to another interaction that it satisfies as well. A message that finds no need when it comes will
 * never find one, since needs only shrink, so it can be forgotten (Kuhn's algorithm visits each vertex once for the same
 * reason).
 */
final class SharedClaims {
    private final Map<List<PushWatch>, Map<PushWatch, Long>> granted = new LinkedHashMap<>();

    /** A message that satisfies all of these, at least two. */
    void add(List<PushWatch> satisfied) {
        granted.computeIfAbsent(satisfied, key -> new LinkedHashMap<>());
        grantOne(satisfied);
    }

    /** An interaction has got a message of its own: what it does not need any more goes to others. */
    void release(PushWatch watch) {
        while (watch.spare() > 0) {
            List<PushWatch> from = granted.entrySet().stream()
                    .filter(entry -> entry.getValue().getOrDefault(watch, 0L) > 0)
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElseThrow();
            move(from, watch, -1);
            grantOne(from);
        }
    }

    /** How many sets are remembered. */
    int sets() {
        return granted.size();
    }

    private void grantOne(List<PushWatch> start) {
        grantAlongShortestPath(start);
        if (granted.getOrDefault(start, Map.of()).values().stream().allMatch(grants -> grants == 0)) {
            granted.remove(start);
        }
    }

    private void grantAlongShortestPath(List<PushWatch> start) {
        Deque<Step> open = new ArrayDeque<>();
        Set<List<PushWatch>> visited = new HashSet<>();
        visited.add(start);
        open.add(new Step(start, null, null));
        while (!open.isEmpty()) {
            Step step = open.remove();
            for (PushWatch watch : step.set) {
                if (watch.need() > 0) {
                    apply(step, watch);
                    return;
                }
                granted.forEach((set, grants) -> {
                    if (grants.getOrDefault(watch, 0L) > 0 && visited.add(set)) {
                        open.add(new Step(set, step, watch));
                    }
                });
            }
        }
    }

    private void apply(Step last, PushWatch inNeed) {
        PushWatch receiver = inNeed;
        for (Step step = last; step != null; step = step.before) {
            move(step.set, receiver, 1);
            if (step.via != null) {
                move(step.set, step.via, -1);
                receiver = step.via;
            }
        }
    }

    private void move(List<PushWatch> set, PushWatch watch, long change) {
        granted.getOrDefault(set, new HashMap<>()).merge(watch, change, Long::sum);
        watch.grant(change);
    }

    /** A set of interactions whose shared message could be given on, and the interaction it would be taken from. */
    private record Step(List<PushWatch> set, @Nullable Step before, @Nullable PushWatch via) {}
}
