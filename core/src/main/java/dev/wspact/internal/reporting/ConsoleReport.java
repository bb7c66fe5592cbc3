package dev.wspact.internal.reporting;

import dev.wspact.verdict.ContractResult;
import java.util.List;

/** What a person reads in a terminal: Pact's wording, and on failure the facts. No colours. */
public final class ConsoleReport {
    private ConsoleReport() {}

    /** The report, line by line, without line ends. */
    public static List<String> of(ContractResult result) {
        throw new UnsupportedOperationException("not yet");
    }
}
