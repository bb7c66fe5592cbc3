package dev.wspact.internal.reporting;

import dev.wspact.verdict.ConnectionRecord;
import dev.wspact.verdict.ContractResult;
import dev.wspact.verdict.InteractionResult;
import dev.wspact.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;

/**
 * A result, and others of which the same text would be said: a server that is down keeps all interactions from being judged,
 * and need not be told of once for each.
 *
 * @param first the one to tell of
 * @param others those after it that could not be judged for the same reason; empty where there was a connection to look at
 */
record AlikeResults(InteractionResult first, List<InteractionResult> others) {
    /** All results of a contract, in their order. */
    static List<AlikeResults> of(ContractResult contract) {
        List<AlikeResults> all = new ArrayList<>();
        for (InteractionResult result : contract.interactions()) {
            AlikeResults alike = all.stream()
                    .filter(before -> neverConnected(contract, result)
                            && neverConnected(contract, before.first)
                            && before.first.verdict().equals(result.verdict()))
                    .findFirst()
                    .orElse(null);
            if (alike == null) {
                all.add(new AlikeResults(result, new ArrayList<>()));
            } else {
                alike.others.add(result);
            }
        }
        return all;
    }

    private static boolean neverConnected(ContractResult contract, InteractionResult result) {
        return result.verdict() instanceof Verdict.Errored
                && contract.connections().stream()
                        .filter(connection -> connection.number() == result.connection())
                        .map(ConnectionRecord::handshake)
                        .allMatch(handshake -> handshake == null);
    }
}
