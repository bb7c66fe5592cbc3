package dev.wspact.internal.verification;

import dev.wspact.internal.matching.UnjudgeableException;
import dev.wspact.internal.providerstate.ProviderStateException;
import dev.wspact.verdict.Verdict;

/** Verdicts that are made in several places. */
final class Verdicts {
    private Verdicts() {}

    static Verdict.Errored notCheckable(UnjudgeableException e) {
        return new Verdict.Errored("not checkable: " + e.problem(), e.remedy());
    }

    static Verdict.Errored state(ProviderStateException e) {
        return new Verdict.Errored(e.problem(), e.remedy());
    }

    /** Whatever a pending interaction came to does not fail the build: what a new one asks for may not be there yet. */
    static Verdict pending(Verdict verdict) {
        return verdict instanceof Verdict.Passed ? verdict : new Verdict.Pending(verdict);
    }
}
