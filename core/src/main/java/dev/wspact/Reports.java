package dev.wspact;

import dev.wspact.internal.reporting.ConsoleReport;
import dev.wspact.internal.reporting.FailureReport;
import dev.wspact.internal.reporting.ResultFiles;
import dev.wspact.verdict.ContractResult;
import dev.wspact.verdict.VerificationResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Tells what a verification found: result files, JUnit XML, and text for a terminal. */
public final class Reports {
    private Reports() {}

    /**
     * Writes one JSON file a contract (docs/result.schema.json), and JUnit XML beside it. The files of an earlier call
     * are removed first, so that a directory holds the results of one verification; files of others stay. Credentials
     * in URLs and header fields are taken out.
     *
     * @param directory where to; created if it does not exist
     * @return the JSON files
     * @throws IOException if a file cannot be written
     */
    public static List<Path> write(VerificationResult result, Path directory) throws IOException {
        return ResultFiles.write(result, directory);
    }

    /**
     * The results that {@link #write} left in a directory, in the order of the file names; empty if there are none.
     *
     * @throws IOException if a file cannot be read or is no result file
     */
    public static List<ContractResult> read(Path directory) throws IOException {
        return ResultFiles.read(directory);
    }

    /** The result in Pact's wording, on failure with all facts, one element a line. */
    public static List<String> console(ContractResult result) {
        return ConsoleReport.of(result);
    }

    /**
     * Why the contract is not honored or could not be judged: for each interaction that is not passed who owes what to
     * whom, and all facts; what a test's failure says. One element a line; empty if there is nothing to say.
     */
    public static List<String> failures(ContractResult result) {
        return FailureReport.of(result);
    }
}
