package dev.wspact.internal.mock;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The first and the last elements of a sequence of any length, so that memory stays bounded. Confined to one lock. */
final class Kept<T> {
    private final int firstLimit;
    private final int lastLimit;
    private final List<T> first = new ArrayList<>();
    private final Deque<T> last = new ArrayDeque<>();
    private long seen;

    Kept(int limit) {
        firstLimit = (limit + 1) / 2;
        lastLimit = limit / 2;
    }

    void add(T element) {
        seen++;
        if (first.size() < firstLimit) {
            first.add(element);
            return;
        }
        last.addLast(element);
        if (last.size() > lastLimit) {
            last.removeFirst();
        }
    }

    List<T> toList() {
        List<T> kept = new ArrayList<>(first);
        kept.addAll(last);
        return kept;
    }

    /** How many elements there were that are not kept. */
    long omitted() {
        return seen - first.size() - last.size();
    }
}
