package dev.wspact.internal.reporting;

import dev.wspact.verdict.Verdict;

/** The sentence that opens a failure: who owes what to whom, and how it stands. */
public final class Blame implements Verdict.Visitor<String> {
    private final String provider;
    private final String consumer;

    private Blame(String provider, String consumer) {
        this.provider = provider;
        this.consumer = consumer;
    }

    /** The sentence, without a full stop. */
    public static String sentence(Verdict verdict, String provider, String consumer) {
        return verdict.accept(new Blame(provider, consumer));
    }

    /** How many mismatches were found, those included that were not kept. */
    public static long mismatches(Verdict verdict) {
        Verdict real = verdict instanceof Verdict.Pending pending ? pending.underneath() : verdict;
        return real instanceof Verdict.Failed failed ? failed.mismatches().size() + failed.omitted() : 0;
    }

    @Override
    public String passed(Verdict.Passed passed) {
        return provider + " honors its contract with " + consumer;
    }

    @Override
    public String failed(Verdict.Failed failed) {
        return provider + " breaks its contract with " + consumer;
    }

    @Override
    public String notSeen(Verdict.NotSeen notSeen) {
        return provider + " did not show in time what its contract with " + consumer + " asks for";
    }

    @Override
    public String errored(Verdict.Errored errored) {
        return "Whether " + provider + " honors its contract with " + consumer + " could not be judged";
    }

    @Override
    public String pending(Verdict.Pending pending) {
        return pending.underneath().accept(this) + " (pending, does not fail the build)";
    }
}
