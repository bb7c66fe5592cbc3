package dev.wspact.maven;

import dev.wspact.ProviderVerifier;
import dev.wspact.RecordingVerifier;
import dev.wspact.Reports;
import dev.wspact.contract.Contract;
import dev.wspact.contract.ContractFormatException;
import dev.wspact.verdict.VerificationResult;
import dev.wspact.verification.RecordingFormatException;
import dev.wspact.verification.VerificationListener;
import dev.wspact.verification.VerificationOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.apache.maven.plugin.logging.Log;
import org.jspecify.annotations.Nullable;

/**
 * One verification, from the contracts to the result files.
 *
 * @param contracts where the contracts come from
 * @param filter which interactions
 * @param results where the result files go
 * @param recording what is verified instead of a running server; null for a server
 * @param command what runs it again
 */
record Verification(
        ContractSource contracts, InteractionFilter filter, Path results, @Nullable Path recording, String command) {
    private static final String PAGE = "wspact-report.html";

    /**
     * Verifies, and says how it ended.
     *
     * @param options makes the options, or throws {@link BadOptionException}
     * @throws IOException if the result files cannot be written
     */
    Outcome run(Supplier<VerificationOptions> options, VerificationListener listener, Log log) throws IOException {
        // No result of an earlier run may pass for one of this run.
        write(new VerificationResult(List.of()));
        try {
            contracts.requirePresent();
            VerificationOptions chosen = options.get();
            List<Contract> picked = picked(log);
            if (picked.isEmpty()) {
                return new Outcome(
                        Outcome.Kind.WRONG_CONTRACT,
                        "Nothing was verified: no interaction in " + contracts.shown()
                                + " passes the filters (pact.filter.consumers, pact.filter.description,"
                                + " pact.filter.providerState). Loosen them.");
            }
            VerificationResult result = recording == null
                    ? ProviderVerifier.of(chosen).verify(picked, listener)
                    : RecordingVerifier.of(chosen).verify(picked, recording, listener);
            write(result);
            return ResultSummary.of(Reports.read(results), results.toString());
        } catch (ContractFormatException | NoContractsException e) {
            return Outcome.of(Outcome.Kind.WRONG_CONTRACT, e);
        } catch (BadOptionException | RecordingFormatException e) {
            return Outcome.of(Outcome.Kind.ERROR, e);
        } catch (UncheckedIOException e) {
            return new Outcome(
                    Outcome.Kind.ERROR,
                    e.getMessage() + ". Make it writable, or set <recordTo> (-Dwspact.recordTo) to another file.");
        }
    }

    private void write(VerificationResult result) throws IOException {
        Reports.write(
                new VerificationResult(result.contracts().stream()
                        .map(contract -> contract.withCommand(command))
                        .toList()),
                results);
        Reports.html(List.of(results), results.resolve(PAGE));
    }

    private List<Contract> picked(Log log) throws NoContractsException {
        List<Contract> all = contracts.read();
        List<Contract> picked = filter.of(all);
        int left = InteractionFilter.count(all) - InteractionFilter.count(picked);
        if (left > 0) {
            log.warn("%d of %d interactions are left out by filters.".formatted(left, InteractionFilter.count(all)));
        }
        return picked;
    }
}
