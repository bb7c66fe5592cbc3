package dev.wspact;

import dev.wspact.internal.reporting.ConsoleReport;
import dev.wspact.internal.reporting.FailureReport;
import dev.wspact.internal.reporting.GitHubAnnotations;
import dev.wspact.internal.reporting.GitHubSummary;
import dev.wspact.internal.reporting.ResultFiles;
import dev.wspact.internal.reporting.html.HtmlReport;
import dev.wspact.verdict.ContractResult;
import dev.wspact.verdict.VerificationResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Tells what a verification found: result files, JUnit XML, a page for a browser, and text for a terminal and for GitHub. */
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

    /**
     * The results in several directories, one after the other.
     *
     * @throws IOException if a file cannot be read or is no result file
     */
    public static List<ContractResult> read(List<Path> directories) throws IOException {
        List<ContractResult> results = new ArrayList<>();
        for (Path directory : directories) {
            results.addAll(ResultFiles.read(directory));
        }
        return List.copyOf(results);
    }

    /**
     * Writes one page for a browser about all results in some directories: the verdict at a glance, every mismatch in its
     * message, what each consumer relies on and what was seen of it, the frames of each connection on a timeline, and how
     * long messages took. It has no script and loads nothing.
     *
     * @param directories where {@link #write} has left results; those that do not exist hold none
     * @param file where to; its directory is created if it does not exist
     * @return how many contracts the page is about; if there are none, it says that nothing was verified
     * @throws IOException if a file cannot be read or written, or is no result file
     */
    public static int html(List<Path> directories, Path file) throws IOException {
        List<ContractResult> results = read(directories);
        ResultFiles.writeAtomically(file, HtmlReport.of(results).getBytes(StandardCharsets.UTF_8));
        return results.size();
    }

    /** The result in Pact's wording, on failure with all facts, one element a line. */
    public static List<String> console(ContractResult result) {
        return ConsoleReport.of(result);
    }

    /**
     * The results in Markdown, as GitHub shows it in the summary of a step: failures first, whole blocks only.
     *
     * @param mostBytes how long it may be, in UTF-8
     */
    public static String gitHubSummary(List<ContractResult> results, int mostBytes) {
        return GitHubSummary.of(results, mostBytes);
    }

    /**
     * Commands for GitHub's runner that mark the lines of contracts that are broken: the worst ten, one element a line. They
     * have effect where they are printed at the beginning of a line in a step.
     *
     * @param workspace the directory that GitHub takes paths from ({@code GITHUB_WORKSPACE})
     */
    public static List<String> gitHubAnnotations(List<ContractResult> results, Path workspace) {
        return GitHubAnnotations.of(results, workspace);
    }

    /**
     * Why the contract is not honored or could not be judged: for each interaction that is not passed who owes what to
     * whom, and all facts; what a test's failure says. One element a line; empty if there is nothing to say.
     */
    public static List<String> failures(ContractResult result) {
        return FailureReport.of(result);
    }
}
