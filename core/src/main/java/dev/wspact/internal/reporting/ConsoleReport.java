package dev.wspact.internal.reporting;

import dev.wspact.internal.redaction.Redaction;
import dev.wspact.internal.redaction.Secrets;
import dev.wspact.message.Visible;
import dev.wspact.verdict.ContractResult;
import dev.wspact.verdict.InteractionResult;
import dev.wspact.verdict.Latency;
import dev.wspact.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;

/** What a person reads in a terminal: Pact's wording, and on failure the facts. No colors. */
public final class ConsoleReport {
    private static final int NAME = 200;

    /** Names of interactions that could not be judged for a reason that is told already. */
    private static final int OTHERS = 20;

    private static final int TEXT = 4_000;

    private final ContractResult contract;
    private final List<String> lines = new ArrayList<>();

    private ConsoleReport(ContractResult contract) {
        this.contract = contract;
    }

    /** The report, line by line, without line ends. Credentials are taken out, control characters made visible. */
    public static List<String> of(ContractResult result) {
        return new ConsoleReport(Redaction.of(Secrets.BUILT_IN).of(result)).report();
    }

    private List<String> report() {
        add(
                "",
                "Verifying a pact between " + name(contract.subject().consumer()) + " and "
                        + name(contract.subject().provider()));
        add("  ", "[Using " + Visible.text(Shortened.text(contract.subject().source(), TEXT)) + "]");
        contract.subject().notes().forEach(note -> add("  ", note(Visible.text(Shortened.text(note, TEXT)))));
        contract.interactions().forEach(this::interaction);
        uncontracted();
        failures();
        lines.add("");
        add("", totals());
        return List.copyOf(lines);
    }

    private static String note(String note) {
        return note.startsWith("WARNING: ") ? "[" + note + "]" : "[Note: " + note + "]";
    }

    private void interaction(InteractionResult result) {
        lines.add("");
        add("  ", name(result.subject().description()));
        String word = "Given ";
        for (String state : result.subject().states()) {
            add("    ", word + name(state));
            word = "And ";
        }
        add("    ", what(result) + " (" + outcome(result) + ")");
        if (result.latency() != null) {
            add("    ", latency(result.latency()));
        }
    }

    private static String latency(Latency latency) {
        String text = "latency by the clocks of both sides: min " + Words.latency(latency.min()) + ", median "
                + Words.latency(latency.median()) + ", 99 % within " + Words.latency(latency.p99()) + ", max "
                + Words.latency(latency.max()) + " (" + Words.count(latency.messages(), "message") + ")";
        return latency.min().isNegative() ? text + "; the clocks disagree" : text;
    }

    private static String what(InteractionResult result) {
        return switch (result.subject().type()) {
            case PUSH -> "pushes a message as agreed";
            case EXCHANGE -> "answers a request as agreed";
            case HANDSHAKE -> "answers the opening handshake as agreed";
            case CLOSE -> "closes the connection as agreed";
            case OTHER -> "is nothing that can be verified over a WebSocket";
        };
    }

    private static String outcome(InteractionResult result) {
        return result.verdict().accept(new Outcome(result.messages()));
    }

    private void uncontracted() {
        if (contract.uncontracted().arrivals().isEmpty()) {
            return;
        }
        lines.add("");
        add(
                "  ",
                "messages that no contract names" + (contract.uncontracted().failed() ? " (FAILED)" : " (not judged)"));
        FailureText.arrivals(contract.uncontracted().arrivals()).forEach(arrival -> add("    ", arrival));
    }

    private void failures() {
        int number = 0;
        for (AlikeResults alike : AlikeResults.of(contract)) {
            List<List<String>> reasons = FailureText.of(contract, alike.first());
            if (!reasons.isEmpty()) {
                if (number == 0) {
                    lines.add("");
                    lines.add("Failures:");
                }
                failure(++number, alike.first(), reasons);
                others(alike.others());
            }
        }
    }

    private void others(List<InteractionResult> others) {
        if (others.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add("   For the same reason not judged:");
        for (InteractionResult other : others.subList(0, Math.min(OTHERS, others.size()))) {
            add(
                    "     ",
                    '"'
                            + name(other.subject().description())
                            + '"'
                            + name(Words.states(other.subject().states())));
        }
        if (others.size() > OTHERS) {
            lines.add("     and " + (others.size() - OTHERS) + " more");
        }
    }

    private void failure(int number, InteractionResult result, List<List<String>> reasons) {
        lines.add("");
        String sentence = Blame.sentence(
                result.verdict(),
                name(contract.subject().provider()),
                name(contract.subject().consumer()));
        add("", number + ") " + sentence);
        for (int i = 0; i < reasons.size(); i++) {
            lines.add("");
            if (reasons.size() > 1) {
                lines.add("   " + number + "." + (i + 1) + ")");
            }
            reasons.get(i).forEach(line -> lines.add("   " + line));
        }
        long hidden = Blame.mismatches(result.verdict()) - reasons.size();
        if (hidden > 0) {
            lines.add("");
            lines.add("   and " + Words.count(hidden, "more mismatch") + ", see the result file");
        }
    }

    private String totals() {
        if (contract.interactions().isEmpty()) {
            return "The contract has no interactions, so nothing was verified. That is a failure.";
        }
        StringBuilder totals =
                new StringBuilder(Words.count(contract.interactions().size(), "interaction"));
        String separator = ": ";
        for (String word : List.of("passed", "failed", "not-seen", "errored", "pending")) {
            long count = contract.interactions().stream()
                    .filter(result -> result.verdict().word().equals(word))
                    .count();
            if (count > 0) {
                totals.append(separator).append(count).append(' ').append(word.replace('-', ' '));
                separator = ", ";
            }
        }
        if (contract.uncontracted().failed()) {
            totals.append("; messages arrived that no contract names, which was asked to fail");
        }
        return totals.append(" (took ")
                .append(Words.duration(contract.period().took()))
                .append(")")
                .toString();
    }

    private void add(String indent, String text) {
        Fact.wrap(text, Fact.WIDTH - indent.length()).forEach(line -> lines.add(indent + line));
    }

    private static String name(String text) {
        return Visible.text(Shortened.text(text, NAME));
    }

    private record Outcome(long messages) implements Verdict.Visitor<String> {
        @Override
        public String passed(Verdict.Passed passed) {
            return messages > 1 ? "OK, " + messages + " messages" : "OK";
        }

        @Override
        public String failed(Verdict.Failed failed) {
            return "FAILED";
        }

        @Override
        public String notSeen(Verdict.NotSeen notSeen) {
            return "FAILED: not seen";
        }

        @Override
        public String errored(Verdict.Errored errored) {
            return "ERROR: not judged";
        }

        @Override
        public String pending(Verdict.Pending pending) {
            return "PENDING: " + pending.underneath().accept(this);
        }
    }
}
