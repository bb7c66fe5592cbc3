package dev.wspact.junit5;

import dev.wspact.Reports;
import dev.wspact.junit5.internal.provider.CombinedResult;
import dev.wspact.junit5.internal.provider.RerunCommand;
import dev.wspact.junit5.internal.provider.ResultsDirectory;
import dev.wspact.verdict.ContractResult;
import dev.wspact.verdict.InteractionResult;
import dev.wspact.verdict.Verdict;
import dev.wspact.verdict.VerificationResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * What the tests of one class have found, written when its last test is over: result files and the page for browsers, in a
 * directory of its own. JUnit's store of the outermost class holds it, and closes it. Any thread may add to it.
 */
final class TestResults implements AutoCloseable {
    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(TestResults.class);
    private static final String PAGE = "wspact-report.html";

    private final Class<?> test;
    private final @Nullable Path directory;
    private final Map<List<String>, ContractResult> results = new LinkedHashMap<>();

    private TestResults(Class<?> test, @Nullable Path directory) {
        this.test = test;
        this.directory = directory;
    }

    /** Those of the outermost class around the test. */
    static TestResults of(ExtensionContext test) {
        ExtensionContext outermost = test;
        for (ExtensionContext at = test; at != at.getRoot(); at = at.getParent().orElseGet(test::getRoot)) {
            outermost = at.getTestClass().isPresent() ? at : outermost;
        }
        Class<?> type = outermost.getRequiredTestClass();
        return outermost
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(
                        TestResults.class,
                        key -> new TestResults(
                                type,
                                ResultsDirectory.of(test)
                                        .map(directory -> directory.resolve(type.getName()))
                                        .orElse(null)),
                        TestResults.class);
    }

    /** Adds what a test has found about a contract, or about one interaction of it. */
    synchronized void add(ContractResult result) {
        ContractResult.Subject subject = result.subject();
        results.merge(List.of(subject.consumer(), subject.provider(), subject.source()), result, CombinedResult::of);
    }

    /**
     * Writes the files. Those that an earlier run of the class has left are replaced.
     *
     * @throws NotJudgedException if nothing at all was judged, although no test has failed since all is pending
     */
    @Override
    public synchronized void close() {
        if (directory != null) {
            write(directory);
        }
        if (!results.isEmpty()
                && results.values().stream()
                        .flatMap(result -> result.interactions().stream())
                        .map(InteractionResult::verdict)
                        .allMatch(verdict -> verdict instanceof Verdict.Pending pending
                                && pending.underneath() instanceof Verdict.Errored)) {
            throw new NotJudgedException(
                    "Nothing could be judged. All of it is pending, so that no test has failed, but a"
                            + " verification that has judged nothing is no success: is the service running, and does it know the"
                            + " provider states?");
        }
    }

    private void write(Path to) {
        String command = RerunCommand.of(test);
        try {
            Reports.write(
                    new VerificationResult(results.values().stream()
                            .map(result -> result.withCommand(command))
                            .toList()),
                    to);
            Reports.html(List.of(to), to.resolve(PAGE));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The results of the verification cannot be written to " + to.toAbsolutePath() + ": "
                            + e.getMessage() + ". Make it writable, or set JUnit's configuration parameter "
                            + ResultsDirectory.PARAMETER + " to another directory, or to " + ResultsDirectory.NONE,
                    e);
        }
    }
}
