package dev.wspact.internal.reporting;

import dev.wspact.contract.Place;
import dev.wspact.internal.redaction.Redaction;
import dev.wspact.internal.redaction.Secrets;
import dev.wspact.message.Visible;
import dev.wspact.verdict.ContractResult;
import dev.wspact.verdict.InteractionResult;
import dev.wspact.verdict.Mismatch;
import dev.wspact.verdict.Verdict;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * GitHub's workflow commands that mark the lines of contract files: one a line, the worst first. GitHub shows ten of a
 * step, so there are no more.
 */
public final class GitHubAnnotations {
    private static final int SHOWN = 10;
    private static final int TITLE = 100;
    private static final int MESSAGE = 1_000;
    /** As on Linux. */
    private static final int LONGEST_PATH = 4096;

    private static final Pattern URL = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:.*", Pattern.DOTALL);

    private GitHubAnnotations() {}

    /**
     * The commands, each on one line without its end.
     *
     * @param workspace what GitHub takes paths from; contract files outside of it are not marked, but told of all the same
     */
    public static List<String> of(List<ContractResult> results, Path workspace) {
        List<Found> found = new ArrayList<>();
        results.stream().map(Redaction.of(Secrets.BUILT_IN)::of).forEach(contract -> contract.interactions().stream()
                .filter(result -> !(result.verdict() instanceof Verdict.Passed))
                .forEach(result -> found.add(new Found(contract, result))));
        return found.stream()
                .sorted(Comparator.comparing(Found::rank))
                .limit(SHOWN)
                .map(one -> one.command(workspace))
                .toList();
    }

    private record Found(ContractResult contract, InteractionResult result) {
        int rank() {
            return List.of("failed", "not-seen", "errored", "pending")
                    .indexOf(result.verdict().word());
        }

        String command(Path workspace) {
            Verdict verdict = result.verdict();
            String title = contract.subject().provider() + ", "
                    + contract.subject().consumer() + ": " + result.subject().description();
            return (verdict instanceof Verdict.Pending ? "::warning " : "::error ") + where(place(), workspace)
                    + "title="
                    + property(Visible.text(Shortened.text(title, TITLE))) + "::"
                    + data(Visible.text(Shortened.text(Headline.of(verdict), MESSAGE)));
        }

        private Place place() {
            List<Mismatch> mismatches =
                    result.verdict() instanceof Verdict.Failed failed ? failed.mismatches() : List.of();
            return mismatches.isEmpty()
                    ? result.subject().place()
                    : mismatches.get(0).address().contract();
        }
    }

    private static String where(Place place, Path workspace) {
        String file = relative(place.source(), workspace);
        if (file.isEmpty()) {
            return "";
        }
        return "file=" + property(Visible.text(file)) + "," + (place.line() > 0 ? "line=" + place.line() + "," : "");
    }

    /** The path below the workspace with slashes; empty if it is a URL, or lies elsewhere. */
    private static String relative(String source, Path workspace) {
        if (source.isEmpty()
                || source.length() > LONGEST_PATH
                || URL.matcher(source).matches()) {
            return "";
        }
        try {
            Path root = workspace.toAbsolutePath().normalize();
            Path file = root.resolve(source).normalize();
            return file.startsWith(root) ? root.relativize(file).toString().replace('\\', '/') : "";
        } catch (InvalidPathException e) {
            return "";
        }
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
