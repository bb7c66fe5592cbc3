package dev.wspact.maven;

import dev.wspact.verdict.ContractResult;
import dev.wspact.verdict.InteractionResult;
import dev.wspact.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the results of a verification mean for the build, and the few lines that Maven shows at its end. */
final class ResultSummary {
    private static final int SHOWN = 10;

    private final List<String> lines = new ArrayList<>();
    private boolean broken;
    private boolean notJudged;

    private ResultSummary() {}

    /**
     * The outcome.
     *
     * @param results as they were read from the result files, so without any secrets
     * @param where the result files are
     */
    static Outcome of(List<ContractResult> results, String where) {
        ResultSummary summary = new ResultSummary();
        results.forEach(summary::contract);
        if (results.isEmpty()) {
            return new Outcome(Outcome.Kind.WRONG_CONTRACT, "Nothing was verified: there was no contract.");
        }
        if (summary.lines.isEmpty() && results.stream().noneMatch(ResultSummary::judged)) {
            return new Outcome(
                    Outcome.Kind.NOT_JUDGED,
                    "Nothing could be judged. All of it is pending, which fails no build, but a verification that has judged"
                            + " nothing is no success. What stood in the way is in the report above and in " + where
                            + ".");
        }
        if (summary.lines.isEmpty()) {
            return new Outcome(Outcome.Kind.PASSED, "");
        }
        summary.lines.add(
                "What was expected, what came and what to do stands in the report above and in " + where + ".");
        Outcome.Kind kind = summary.broken
                ? Outcome.Kind.BROKEN
                : summary.notJudged ? Outcome.Kind.NOT_JUDGED : Outcome.Kind.WRONG_CONTRACT;
        return new Outcome(kind, String.join("\n", summary.lines));
    }

    private static boolean judged(ContractResult result) {
        return result.interactions().stream()
                .map(InteractionResult::verdict)
                .anyMatch(verdict -> !(verdict instanceof Verdict.Pending pending
                        && pending.underneath() instanceof Verdict.Errored));
    }

    private void contract(ContractResult result) {
        String provider = visible(result.subject().provider());
        String consumer = visible(result.subject().consumer());
        if (result.interactions().isEmpty()) {
            lines.add("The contract between %s and %s has no interactions, so nothing was verified (%s)."
                    .formatted(consumer, provider, visible(result.subject().source())));
            return;
        }
        List<InteractionResult> breaks = result.interactions().stream()
                .filter(interaction -> breaks(interaction.verdict()))
                .toList();
        if (!breaks.isEmpty()) {
            broken = true;
            lines.add("%s breaks its contract with %s (%d of %d interactions):"
                    .formatted(
                            provider,
                            consumer,
                            breaks.size(),
                            result.interactions().size()));
            list(breaks.stream()
                    .map(interaction -> name(interaction) + ": "
                            + interaction.verdict().word().replace('-', ' '))
                    .toList());
        }
        if (result.uncontracted().failed()) {
            broken = true;
            lines.add("%s sent messages that its contract with %s does not name, and wspact.failOnUncontracted is set."
                    .formatted(provider, consumer));
        }
        errors(result);
    }

    private void errors(ContractResult result) {
        List<InteractionResult> errors = result.interactions().stream()
                .filter(interaction -> interaction.verdict() instanceof Verdict.Errored)
                .toList();
        if (errors.isEmpty()) {
            return;
        }
        notJudged = true;
        lines.add("The contract of %s with %s could not be judged (%d of %d interactions):"
                .formatted(
                        visible(result.subject().consumer()),
                        visible(result.subject().provider()),
                        errors.size(),
                        result.interactions().size()));
        list(errors.stream()
                .map(interaction -> (Verdict.Errored) interaction.verdict())
                .map(errored -> sentence(errored.problem()) + " " + sentence(errored.remedy()))
                .distinct()
                .toList());
    }

    private void list(List<String> items) {
        items.stream().limit(SHOWN).forEach(item -> lines.add("  " + item));
        if (items.size() > SHOWN) {
            lines.add("  and " + (items.size() - SHOWN) + " more");
        }
    }

    private static boolean breaks(Verdict verdict) {
        return verdict instanceof Verdict.Failed || verdict instanceof Verdict.NotSeen;
    }

    private static String name(InteractionResult result) {
        return "\"" + visible(result.subject().description()) + "\"";
    }

    /** Names come from other people's files: no line end or escape sequence of theirs reaches the log. */
    static String visible(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cf}]", "\uFFFD");
    }

    private static String sentence(String text) {
        String trimmed = visible(text).strip();
        if (trimmed.isEmpty()) {
            return trimmed;
        }
        String sentence = trimmed.substring(0, 1).toUpperCase(Locale.ROOT) + trimmed.substring(1);
        return sentence.endsWith(".") ? sentence : sentence + ".";
    }
}
