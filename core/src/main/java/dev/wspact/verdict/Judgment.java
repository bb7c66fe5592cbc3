package dev.wspact.verdict;

/** What became of one message that was received. */
public enum Judgment {
    /** An interaction claims it, and nothing in it speaks against the interaction. */
    PASSED("passed"),
    /** It breaks an interaction. */
    FAILED("failed"),
    /** No interaction claims it. */
    UNCONTRACTED("uncontracted"),
    /** A send step waited for it; beyond that no interaction claims it. */
    AWAITED("awaited"),
    /** It is meant for an interaction that could not be judged. */
    NOT_JUDGED("not-judged");

    private final String word;

    Judgment(String word) {
        this.word = word;
    }

    /** The word for it in result files. */
    public String word() {
        return word;
    }
}
