package dev.wspact.internal.reporting;

import dev.wspact.verdict.Verdict;

/** The middle of the sentence that opens a failure: provider, this, consumer. */
final class Blame implements Verdict.Visitor<String> {
    private static final Blame INSTANCE = new Blame();

    private Blame() {}

    /** What the provider does to its contract with the consumer. */
    static String of(Verdict verdict) {
        return verdict.accept(INSTANCE);
    }

    /** How many mismatches were found, those included that were not kept. */
    static long mismatches(Verdict verdict) {
        Verdict real = verdict instanceof Verdict.Pending pending ? pending.underneath() : verdict;
        return real instanceof Verdict.Failed failed ? failed.mismatches().size() + failed.omitted() : 0;
    }

    @Override
    public String passed(Verdict.Passed passed) {
        return "honors its contract with";
    }

    @Override
    public String failed(Verdict.Failed failed) {
        return "breaks its contract with";
    }

    @Override
    public String notSeen(Verdict.NotSeen notSeen) {
        return "does not send what it owes by its contract with";
    }

    @Override
    public String errored(Verdict.Errored errored) {
        return "could not be judged by its contract with";
    }

    @Override
    public String pending(Verdict.Pending pending) {
        return "(pending, so the build does not fail) " + pending.underneath().accept(this);
    }
}
