package dev.wspact.maven;

import dev.wspact.Reports;
import dev.wspact.verdict.ContractResult;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Properties;
import org.apache.maven.plugin.logging.Log;

/**
 * The step of a GitHub workflow that the build runs in, if it does: its summary, and marks on the lines of contracts. It never
 * fails a build.
 */
final class GitHubStep {
    /** GitHub takes no more of a step; all modules of a build write to the same file. */
    private static final int MOST_BYTES = 1 << 20;

    private final Properties environment;
    private final PrintStream out;
    private final Log log;

    /**
     * A step.
     *
     * @param environment holds environment variables with the prefix {@code env.}
     * @param out where GitHub's runner reads commands, at the beginning of a line
     */
    GitHubStep(Properties environment, PrintStream out, Log log) {
        this.environment = environment;
        this.out = out;
        this.log = log;
    }

    void tell(List<ContractResult> results) {
        String summary = environment.getProperty("env.GITHUB_STEP_SUMMARY", "");
        if (!summary.isBlank()) {
            append(summary, results);
        }
        if ("true".equals(environment.getProperty("env.GITHUB_ACTIONS"))) {
            Reports.gitHubAnnotations(results, Path.of(environment.getProperty("env.GITHUB_WORKSPACE", "")))
                    .forEach(out::println);
            out.flush();
        }
    }

    private void append(String summary, List<ContractResult> results) {
        try {
            Path file = Path.of(summary);
            long used = Files.exists(file) ? Files.size(file) : 0;
            String text = Reports.gitHubSummary(results, (int) Math.max(0, MOST_BYTES - used));
            Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException | InvalidPathException e) {
            log.warn("The summary for GitHub cannot be written: " + e + ".");
        }
    }
}
