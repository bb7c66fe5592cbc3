package dev.wspact.internal.reporting;

import dev.wspact.internal.redaction.Redaction;
import dev.wspact.internal.redaction.Secrets;
import dev.wspact.message.Visible;
import dev.wspact.verdict.ContractResult;
import dev.wspact.verdict.InteractionResult;
import dev.wspact.verdict.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The results as GitHub shows them on the page of a run: Markdown, failures first, within a size. Every text from outside
 * stands in an element {@code code} or {@code pre} with all of Markdown's signs as character references, so that it is
 * neither Markdown nor HTML, and nobody is mentioned by it.
 */
public final class GitHubSummary {
    private static final int NAME = 200;
    /** Room for what is said last, in bytes. */
    private static final int REMARK = 200;

    private static final String SIGNS = "&<>\"'`*_{}[]()#+-.!|~\\$:@";

    private final int mostBytes;
    private final StringBuilder text = new StringBuilder();
    private int bytes;
    private int leftOut;

    private GitHubSummary(int mostBytes) {
        this.mostBytes = mostBytes;
    }

    /**
     * The Markdown; empty if there is not even room for its beginning.
     *
     * @param mostBytes how long it may be in UTF-8
     */
    public static String of(List<ContractResult> results, int mostBytes) {
        List<ContractResult> shown =
                results.stream().map(Redaction.of(Secrets.BUILT_IN)::of).toList();
        GitHubSummary summary = new GitHubSummary(mostBytes - REMARK);
        summary.totals(shown);
        for (boolean pending : new boolean[] {false, true}) {
            shown.forEach(contract -> summary.failures(contract, pending));
        }
        if (summary.leftOut > 0 && mostBytes >= REMARK) {
            summary.text
                    .append("\nThere was no room here for ")
                    .append(Words.count(summary.leftOut, "more reason"))
                    .append(": see the HTML report or the result files.\n");
        }
        return summary.text.toString();
    }

    private void totals(List<ContractResult> results) {
        boolean good = !results.isEmpty() && results.stream().allMatch(ContractResult::successful);
        add("### " + (good ? "✅ WebSocket contracts are honored" : "❌ WebSocket contracts are not honored") + "\n\n");
        if (results.isEmpty()) {
            add("Nothing was verified. That is a failure.\n");
            return;
        }
        add(
                """
                | | provider | consumer | passed | failed | not seen | not judged | pending |
                |---|---|---|---:|---:|---:|---:|---:|
                """);
        for (ContractResult result : results) {
            StringBuilder row = new StringBuilder("| " + (result.successful() ? "✅" : "❌") + " | ");
            row.append(code(result.subject().provider())).append(" | ");
            row.append(code(result.subject().consumer()));
            for (String word : List.of("passed", "failed", "not-seen", "errored", "pending")) {
                row.append(" | ")
                        .append(result.interactions().stream()
                                .filter(interaction ->
                                        interaction.verdict().word().equals(word))
                                .count());
            }
            add(row.append(" |\n").toString());
        }
    }

    private void failures(ContractResult contract, boolean pending) {
        for (InteractionResult result : contract.interactions()) {
            if (!(result.verdict() instanceof Verdict.Passed)
                    && (result.verdict() instanceof Verdict.Pending) == pending) {
                failure(contract, result);
            }
        }
        if (!pending && contract.interactions().isEmpty()) {
            add("\n#### ❌ " + code(contract.subject().consumer())
                    + "\n\nThe contract has no interactions, so nothing was verified. That is a failure.\n");
        }
        if (!pending && contract.uncontracted().failed()) {
            List<String> lines = FailureText.arrivals(contract.uncontracted().arrivals());
            add("\n#### ❌ " + code(contract.subject().consumer())
                    + ": messages that no contract names, which was asked to fail\n\n" + pre(lines));
        }
    }

    private void failure(ContractResult contract, InteractionResult result) {
        List<String> lines = new ArrayList<>();
        for (List<String> block : FailureText.of(contract, result)) {
            if (!lines.isEmpty()) {
                lines.add("");
            }
            lines.addAll(block);
        }
        String word = result.verdict().word().replace('-', ' ');
        add("\n#### " + (result.verdict() instanceof Verdict.Pending ? "⏳ " : "❌ ")
                + code(result.subject().description()) + ": " + word + "\n\n" + pre(lines));
    }

    /** Adds a whole block, or counts it as left out. */
    private void add(String block) {
        int size = block.getBytes(StandardCharsets.UTF_8).length;
        if (leftOut > 0 || bytes + size > mostBytes) {
            leftOut++;
            return;
        }
        text.append(block);
        bytes += size;
    }

    private static String code(String value) {
        return "<code>" + referenced(Visible.text(Shortened.text(value, NAME)), SIGNS) + "</code>";
    }

    /** Facts, which are visible characters already. In {@code pre} nothing is Markdown, and an empty line does not end it. */
    private static String pre(List<String> lines) {
        StringBuilder pre = new StringBuilder("<pre>");
        lines.forEach(line -> pre.append(referenced(line, "&<>\"'`@")).append('\n'));
        return pre.append("</pre>\n").toString();
    }

    private static String referenced(String text, String signs) {
        StringBuilder referenced = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (signs.indexOf(c) >= 0) {
                referenced.append("&#").append((int) c).append(';');
            } else {
                referenced.append(c);
            }
        }
        return referenced.toString();
    }
}
