package dev.wspact.junit5.internal.provider;

import dev.wspact.verdict.ContractResult;
import dev.wspact.verdict.InteractionResult;
import dev.wspact.verdict.Verdict;

/** The result of a contract that is pending as a whole, which only the broker knows. */
public final class PendingResult {
    private PendingResult() {}

    /** The same result, in which breaks do not count. */
    public static ContractResult of(ContractResult result) {
        return new ContractResult(
                result.subject(),
                result.interactions().stream()
                        .map(interaction -> new InteractionResult(
                                interaction.subject(),
                                pending(interaction.verdict()),
                                interaction.messages(),
                                interaction.connection(),
                                interaction.latency()))
                        .toList(),
                result.connections(),
                result.uncontracted(),
                result.period());
    }

    private static Verdict pending(Verdict verdict) {
        return verdict instanceof Verdict.Passed || verdict instanceof Verdict.Pending
                ? verdict
                : new Verdict.Pending(verdict);
    }
}
