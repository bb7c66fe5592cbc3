package dev.wspact.internal.verification;

import dev.wspact.contract.Contract;
import dev.wspact.verdict.VerificationResult;
import dev.wspact.verification.VerificationListener;
import dev.wspact.verification.VerificationOptions;
import java.util.List;

/** One run over all contracts, on the caller's thread. */
public final class Verification {
    /** Prepares a run. */
    public Verification(VerificationOptions options, VerificationListener listener) {}

    /** Verifies the contracts one after the other. */
    public VerificationResult run(List<Contract> contracts) {
        throw new UnsupportedOperationException("not yet");
    }
}
