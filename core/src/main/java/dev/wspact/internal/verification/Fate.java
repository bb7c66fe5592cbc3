package dev.wspact.internal.verification;

import dev.wspact.verdict.Judgment;

/** What becomes of one message while it is judged. */
final class Fate {
    private boolean broken;
    private boolean unjudged;

    /** It breaks an interaction. */
    void broken() {
        broken = true;
    }

    /** It is meant for an interaction that cannot be judged. */
    void notJudged() {
        unjudged = true;
    }

    /**
     * What became of it in the end.
     *
     * @param claimed whether an interaction claims it
     * @param awaited whether a send step waited for it
     */
    Judgment judgment(boolean claimed, boolean awaited) {
        if (broken) {
            return Judgment.FAILED;
        }
        if (claimed) {
            return unjudged ? Judgment.NOT_JUDGED : Judgment.PASSED;
        }
        return awaited ? Judgment.AWAITED : Judgment.UNCONTRACTED;
    }
}
