package dev.wspact.internal.verification;

import dev.wspact.contract.Place;
import dev.wspact.internal.matching.Difference;
import dev.wspact.verdict.Mismatch;
import dev.wspact.verdict.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The messages nobody claimed that come closest to what an interaction expects: those of the same kind first, then those
 * with the fewest differences, then those that came first. Keeps their differences, not the messages.
 */
final class Closest {
    /** How many messages are kept. */
    static final int KEPT = 3;

    private static final Comparator<Candidate> CLOSEST_FIRST =
            Comparator.comparingInt(Candidate::strangeness).thenComparingInt(Candidate::count);

    private final List<Candidate> candidates = new ArrayList<>(KEPT + 1);
    private long omitted;

    boolean isEmpty() {
        return candidates.isEmpty();
    }

    void add(Sighting message, List<Difference> differences, int strangeness) {
        // of a message with thousands of differences only those are kept that a verdict can show
        List<Difference> kept = List.copyOf(differences.subList(0, Math.min(Findings.KEPT, differences.size())));
        candidates.add(new Candidate(message, kept, differences.size(), strangeness));
        candidates.sort(CLOSEST_FIRST);
        if (candidates.size() > KEPT) {
            omitted += candidates.remove(KEPT).count;
        }
    }

    /** Differences of messages that are known to be no closer than those that are kept. */
    void omit(long differences) {
        omitted += differences;
    }

    Verdict.Failed failed(Findings findings, Place place) {
        List<Mismatch> mismatches = new ArrayList<>();
        long left = omitted;
        for (Candidate candidate : candidates) {
            int room = Math.min(candidate.differences.size(), Findings.KEPT - mismatches.size());
            candidate.differences.subList(0, room).stream()
                    .map(difference -> findings.mismatch(candidate.message, difference, place))
                    .forEach(mismatches::add);
            left += candidate.count - room;
        }
        return new Verdict.Failed(mismatches, left);
    }

    private record Candidate(Sighting message, List<Difference> differences, int count, int strangeness) {}
}
