package dev.wspact.example.contract;

import dev.wspact.ContractFiles;
import dev.wspact.ProviderVerifier;
import dev.wspact.verdict.VerificationResult;
import dev.wspact.verification.StateChange;
import dev.wspact.verification.VerificationOptions;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Verifies a service on this machine as the POM does, but from a test. */
public final class ContractVerification {
    private ContractVerification() {}

    /** The result of all contracts. */
    public static VerificationResult ofServiceAt(int port) {
        return ofServiceAt(port, options -> options);
    }

    /** The result of all contracts, with more options. */
    public static VerificationResult ofServiceAt(int port, UnaryOperator<VerificationOptions.Builder> more) {
        return ProviderVerifier.of(more.apply(options(port)).build())
                .verify(ContractFiles.read(Path.of("src", "contracts"), "notification-service"));
    }

    static VerificationOptions.Builder options(int port) {
        return VerificationOptions.of(URI.create("ws://127.0.0.1:" + port + "/notifications"))
                .headers(Map.of("Authorization", List.of("Bearer contract-test")))
                .stateChange(new StateChange(URI.create("http://127.0.0.1:" + port + "/provider-states"), true, true))
                .timeout(Duration.ofSeconds(30));
    }
}
