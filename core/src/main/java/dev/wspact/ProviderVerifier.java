package dev.wspact;

import dev.wspact.contract.Contract;
import dev.wspact.internal.verification.Verification;
import dev.wspact.verdict.VerificationResult;
import dev.wspact.verification.VerificationListener;
import dev.wspact.verification.VerificationOptions;
import java.util.List;
import java.util.Objects;

/**
 * Verifies a running WebSocket server against the contracts of its consumers. It connects over a real socket, listens to
 * what the server pushes, and judges every message. Runs on the caller's thread and blocks; a verifier may be used again,
 * but not by two threads at once, since provider states are global.
 */
public final class ProviderVerifier {
    private final VerificationOptions options;

    private ProviderVerifier(VerificationOptions options) {
        this.options = options;
    }

    /** A verifier with these options. */
    public static ProviderVerifier of(VerificationOptions options) {
        return new ProviderVerifier(Objects.requireNonNull(options, "options"));
    }

    /**
     * Verifies the contracts one after the other. A broken contract is a verdict in the result, never an exception.
     *
     * @throws IllegalArgumentException if there are no contracts: nothing verified is never a success
     * @throws java.io.UncheckedIOException if the traffic is to be recorded ({@link
     *     VerificationOptions.Builder#recordTo}) and cannot be
     */
    public VerificationResult verify(List<Contract> contracts) {
        return verify(contracts, VerificationListener.SILENT);
    }

    /**
     * Verifies the contracts one after the other and tells the listener how it goes on.
     *
     * @throws IllegalArgumentException if there are no contracts: nothing verified is never a success
     * @throws java.io.UncheckedIOException if the traffic is to be recorded ({@link
     *     VerificationOptions.Builder#recordTo}) and cannot be
     */
    public VerificationResult verify(List<Contract> contracts, VerificationListener listener) {
        if (contracts.isEmpty()) {
            throw new IllegalArgumentException("contracts is empty: there is nothing to verify");
        }
        return new Verification(options, listener).run(contracts);
    }
}
