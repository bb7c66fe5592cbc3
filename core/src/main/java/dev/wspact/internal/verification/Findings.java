package dev.wspact.internal.verification;

import dev.wspact.contract.Place;
import dev.wspact.internal.matching.Difference;
import dev.wspact.internal.matching.UnjudgeableException;
import dev.wspact.verdict.Mismatch;
import dev.wspact.verdict.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What speaks against one interaction. Keeps the first mismatches and counts the rest. */
final class Findings {
    /** How many mismatches are kept. */
    static final int KEPT = 20;

    private final Parties parties;
    private final List<Mismatch> mismatches = new ArrayList<>();
    private long omitted;
    private long claimed;
    private Verdict.@Nullable Errored notCheckable;

    Findings(Parties parties) {
        this.parties = parties;
    }

    Parties parties() {
        return parties;
    }

    /** The interaction has claimed one more message. */
    void claim() {
        claimed++;
    }

    long claimed() {
        return claimed;
    }

    void add(Mismatch mismatch) {
        if (mismatches.size() < KEPT) {
            mismatches.add(mismatch);
        } else {
            omitted++;
        }
    }

    /** Differences between a message and what is expected of it. */
    void add(Incoming message, List<Difference> differences, Place place) {
        if (!differences.isEmpty()) {
            message.fate().broken();
        }
        for (Difference difference : differences) {
            add(mismatch(message.sighting(), difference, place));
        }
    }

    /** A field of the contract that is broken by a message. */
    void add(Incoming message, String field, String expected, String actual, Place place) {
        message.fate().broken();
        add(new Mismatch(message.sighting().address("$", place), field, expected, actual, parties.relax(field)));
    }

    Mismatch mismatch(Sighting message, Difference difference, Place place) {
        return new Mismatch(
                message.address(difference.path(), place),
                difference.rule(),
                difference.expected(),
                difference.actual(),
                parties.loosen(difference.rule(), difference.path()));
    }

    /** Something that can be judged neither way; the first such thing stands. */
    void notCheckable(String problem, String remedy) {
        if (notCheckable == null) {
            notCheckable = new Verdict.Errored("not checkable: " + problem, remedy);
        }
    }

    void notCheckable(UnjudgeableException e) {
        notCheckable(e.problem(), e.remedy());
    }

    boolean isNotCheckable() {
        return notCheckable != null;
    }

    boolean broken() {
        return !mismatches.isEmpty();
    }

    /** What is proven already: a break, or else that it cannot be judged; null if neither. */
    @Nullable
    Verdict proven() {
        return broken() ? new Verdict.Failed(mismatches, omitted) : notCheckable;
    }

    static Mismatch.Address noMessage(int connection, String path, Place place) {
        return new Mismatch.Address(connection, 0, Duration.ZERO, path, place);
    }
}
