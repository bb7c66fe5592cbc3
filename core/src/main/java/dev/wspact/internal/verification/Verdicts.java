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

    /** A break of a pending interaction does not fail the build; what could not be judged stays an error. */
    static Verdict pending(Verdict verdict) {
        return verdict instanceof Verdict.Failed || verdict instanceof Verdict.NotSeen
                ? new Verdict.Pending(verdict)
                : verdict;
    }
}
