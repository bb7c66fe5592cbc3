package dev.wspact.internal.reporting;

import dev.wspact.internal.redaction.Redaction;
import dev.wspact.internal.redaction.Secrets;
import dev.wspact.message.Visible;
import dev.wspact.verdict.ContractResult;
import dev.wspact.verdict.InteractionResult;
import java.util.ArrayList;
import java.util.List;

/** Why a contract is not honored, for the failure of a test: the facts without what surrounds them in a terminal. */
public final class FailureReport {
    private static final int NAME = 200;

    private final ContractResult contract;
    private final List<String> lines = new ArrayList<>();

    private FailureReport(ContractResult contract) {
        this.contract = contract;
    }

    /** The lines, without line ends; none if there is nothing to say. Credentials are taken out. */
    public static List<String> of(ContractResult result) {
        return new FailureReport(Redaction.of(Secrets.BUILT_IN).of(result)).report();
    }

    private List<String> report() {
        for (InteractionResult result : contract.interactions()) {
            List<List<String>> reasons = FailureText.of(contract, result);
            if (!reasons.isEmpty()) {
                failure(result, reasons);
            }
        }
        if (contract.uncontracted().failed()) {
            paragraph(List.of("Messages arrived that no contract names, which was asked to fail"));
            paragraph(FailureText.arrivals(contract.uncontracted().arrivals()));
        }
        if (contract.interactions().isEmpty()) {
            paragraph(List.of("The contract has no interactions, so nothing was verified. That is a failure."));
        }
        return List.copyOf(lines);
    }

    private void failure(InteractionResult result, List<List<String>> reasons) {
        paragraph(Fact.wrap(
                Blame.sentence(
                        result.verdict(),
                        name(contract.subject().provider()),
                        name(contract.subject().consumer())),
                Fact.WIDTH));
        reasons.forEach(this::paragraph);
        long hidden = Blame.mismatches(result.verdict()) - reasons.size();
        if (hidden > 0) {
            paragraph(List.of("and " + Words.count(hidden, "more mismatch")));
        }
    }

    private void paragraph(List<String> text) {
        if (!lines.isEmpty()) {
            lines.add("");
        }
        lines.addAll(text);
    }

    private static String name(String text) {
        return Visible.text(Shortened.text(text, NAME));
    }
}
