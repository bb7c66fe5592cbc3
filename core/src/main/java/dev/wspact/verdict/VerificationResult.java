package dev.wspact.verdict;

import java.util.List;

/**
 * What one verification found, the whole truth.
 *
 * @param contracts one result per contract
 */
public record VerificationResult(List<ContractResult> contracts) {
    /** Copies the list. */
    public VerificationResult {
        contracts = List.copyOf(contracts);
    }

    /** Whether every contract is honoured. Without any contract nothing is proven, so that is no success. */
    public boolean successful() {
        return !contracts.isEmpty() && contracts.stream().allMatch(ContractResult::successful);
    }

    /** Whether anything could not be judged. */
    public boolean errored() {
        return contracts.stream().anyMatch(ContractResult::errored);
    }
}
