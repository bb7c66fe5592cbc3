package dev.wspact.internal.contractfile;

import dev.wspact.contract.Contract;

/** Writes the canonical form: a Pact V4 file (docs/contract-format.md). */
public final class PactWriter {
    private PactWriter() {}

    /** The contract as canonical Pact V4 text, with a final newline. */
    public static String write(Contract contract) {
        throw new UnsupportedOperationException("not yet");
    }

    /** A participant's name as part of a file name: no separators, nothing a file system would take amiss. */
    public static String fileName(String participant) {
        throw new UnsupportedOperationException("not yet");
    }
}
