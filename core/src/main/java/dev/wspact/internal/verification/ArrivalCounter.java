package dev.wspact.internal.verification;

import dev.wspact.verdict.Arrival;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts messages by type. The number of types is bounded, so that a hostile server cannot fill the heap with them. */
final class ArrivalCounter {
    /** How many types are told apart. */
    static final int TYPES = 50;
    /** What the messages of all further types are counted under. */
    static final String OTHER_TYPES = "other types";

    private final Map<String, Tally> tallies = new LinkedHashMap<>();

    void add(String type, Incoming message) {
        add(type, 1, message);
    }

    /** Adds all that another counter has counted. */
    void addAll(List<Arrival> arrivals) {
        for (Arrival arrival : arrivals) {
            tally(arrival.type(), arrival.sample()).count += arrival.count();
        }
    }

    /** Most frequent first, equally frequent ones in the order of their first message. */
    List<Arrival> arrivals() {
        return tallies.entrySet().stream()
                .map(entry -> new Arrival(entry.getKey(), entry.getValue().count, entry.getValue().sample))
                .sorted(Comparator.comparingLong(Arrival::count).reversed())
                .toList();
    }

    private void add(String type, long count, Incoming message) {
        Tally known = tallies.get(type);
        if (known == null) {
            known = tally(type, Words.of(message.captured().payload()));
        }
        known.count += count;
    }

    private Tally tally(String type, String sample) {
        Tally known = tallies.get(type);
        if (known != null) {
            return known;
        }
        int types = tallies.size() - (tallies.containsKey(OTHER_TYPES) ? 1 : 0);
        String name = types < TYPES ? type : OTHER_TYPES;
        return tallies.computeIfAbsent(name, key -> new Tally(sample));
    }

    private static final class Tally {
        private final String sample;
        private long count;

        Tally(String sample) {
            this.sample = sample;
        }
    }
}
