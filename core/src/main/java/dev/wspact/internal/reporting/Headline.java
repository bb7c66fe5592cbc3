package dev.wspact.internal.reporting;

import dev.wspact.verdict.Mismatch;
import dev.wspact.verdict.Verdict;

/** Why an interaction is not passed, in one line. */
final class Headline implements Verdict.Visitor<String> {
    private static final Headline INSTANCE = new Headline();
    private static final int PART = 120;

    private Headline() {}

    /** The line; empty if the interaction is passed. */
    static String of(Verdict verdict) {
        return verdict.accept(INSTANCE);
    }

    @Override
    public String passed(Verdict.Passed passed) {
        return "";
    }

    @Override
    public String failed(Verdict.Failed failed) {
        Mismatch first = failed.mismatches().get(0);
        long others = Blame.mismatches(failed) - 1;
        return Shortened.text(first.address().path(), PART) + ": expected "
                + Shortened.around(first.expected(), first.actual(), PART) + ", but was "
                + Shortened.around(first.actual(), first.expected(), PART)
                + (others > 0 ? " (and " + Words.count(others, "more mismatch") + ")" : "");
    }

    @Override
    public String notSeen(Verdict.NotSeen notSeen) {
        return Shortened.text(notSeen.expected(), PART) + ": not seen within " + Words.duration(notSeen.waited());
    }

    @Override
    public String errored(Verdict.Errored errored) {
        return "not judged: " + Shortened.text(errored.problem(), 2 * PART);
    }

    @Override
    public String pending(Verdict.Pending pending) {
        return "pending: " + pending.underneath().accept(this);
    }
}
