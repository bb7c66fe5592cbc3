package dev.wspact.internal.reporting.html;

import dev.wspact.internal.reporting.Blame;
import dev.wspact.internal.reporting.Shortened;
import dev.wspact.internal.reporting.Words;
import dev.wspact.message.CapturedMessage;
import dev.wspact.message.Direction;
import dev.wspact.verdict.ConnectionRecord;
import dev.wspact.verdict.ContractResult;
import dev.wspact.verdict.InteractionResult;
import dev.wspact.verdict.Latency;
import dev.wspact.verdict.Verdict;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The verdict at a glance, and the contracts that it is about. */
final class Overview {
    private static final int NAME = 200;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final Html html;
    private final List<Numbered> contracts;

    private Overview(Html html, List<Numbered> contracts) {
        this.html = html;
        this.contracts = contracts;
    }

    static void write(Html html, List<Numbered> contracts) {
        Overview overview = new Overview(html, contracts);
        html.in("header", overview::head);
        overview.contracts();
        html.line();
    }

    /** The verdict over all contracts in a word. */
    static Badge badge(List<Numbered> contracts) {
        if (contracts.isEmpty()) {
            return Badge.FAILED;
        }
        if (results(contracts).allMatch(ContractResult::successful)) {
            return Badge.PASSED;
        }
        boolean broken = interactions(contracts)
                        .anyMatch(result -> result.verdict() instanceof Verdict.Failed
                                || result.verdict() instanceof Verdict.NotSeen)
                || results(contracts)
                        .anyMatch(result -> result.uncontracted().failed()
                                || result.interactions().isEmpty());
        return broken ? Badge.FAILED : Badge.ERRORED;
    }

    static String sentence(List<Numbered> contracts) {
        if (contracts.isEmpty()) {
            return "Nothing was verified";
        }
        return switch (badge(contracts)) {
            case PASSED -> contracts.size() == 1 ? "The contract is honored" : "All contracts are honored";
            case FAILED -> contracts.size() == 1 ? "The contract is broken" : "Contracts are broken";
            default ->
                "It could not be judged whether the " + (contracts.size() == 1 ? "contract is" : "contracts are")
                        + " honored";
        };
    }

    static String providers(List<Numbered> contracts) {
        return Shortened.text(
                results(contracts)
                        .map(result -> result.subject().provider())
                        .distinct()
                        .collect(Collectors.joining(", ")),
                NAME);
    }

    private void head() {
        html.text(Tag.of("p", "product"), "wspact contract report");
        html.text("h1", providers(contracts));
        html.in(Tag.of("p", "verdict"), () -> badge(contracts).write(html, sentence(contracts)));
        html.in(Tag.of("ul", "tiles"), this::tiles);
    }

    private void tiles() {
        long all = interactions(contracts).count();
        long passed = interactions(contracts)
                .filter(result -> result.verdict() instanceof Verdict.Passed)
                .count();
        tile(passed + " of " + all, "interactions passed");
        long pending = interactions(contracts)
                .filter(result -> result.verdict() instanceof Verdict.Pending)
                .count();
        if (pending > 0) {
            tile(Long.toString(pending), "pending");
        }
        tile(Long.toString(contracts.size()), contracts.size() == 1 ? "contract" : "contracts");
        long mismatches = interactions(contracts)
                .mapToLong(result -> Blame.mismatches(result.verdict()))
                .sum();
        tile(Long.toString(mismatches), mismatches == 1 ? "mismatch" : "mismatches");
        long received = results(contracts)
                .flatMap(result -> result.connections().stream())
                .mapToLong(Overview::received)
                .sum();
        tile(Long.toString(received), received == 1 ? "message received" : "messages received");
        long uncontracted = results(contracts)
                .flatMap(result -> result.uncontracted().arrivals().stream())
                .mapToLong(arrival -> arrival.count())
                .sum();
        tile(Long.toString(uncontracted), "uncontracted");
        LatencySection.measured(contracts).stream()
                .map(LatencySection.Measured::latency)
                .map(Latency::p99)
                .max(Comparator.naturalOrder())
                .ifPresent(p99 -> tile(Words.latency(p99), "p99 latency at worst"));
    }

    private void tile(String figure, String words) {
        html.in("li", () -> {
            html.text("strong", figure);
            html.text(" " + words);
        });
    }

    /** The last one received is always kept, and its position is their number. */
    private static long received(ConnectionRecord connection) {
        return connection.transcript().messages().stream()
                .filter(message -> message.direction() == Direction.RECEIVED)
                .mapToLong(CapturedMessage::position)
                .max()
                .orElse(0);
    }

    private void contracts() {
        html.in("section", () -> {
            html.text("h2", "Contracts");
            html.in(
                    Tag.of("ul", "contracts"),
                    () -> contracts.forEach(contract -> html.in("li", () -> contract(contract.result()))));
        });
    }

    private void contract(ContractResult result) {
        var subject = result.subject();
        List<Numbered> alone = List.of(new Numbered(1, result));
        badge(alone)
                .write(
                        html,
                        badge(alone) == Badge.PASSED
                                ? "honored"
                                : badge(alone) == Badge.FAILED ? "broken" : "not judged");
        html.text(" ");
        html.text("strong", Shortened.text(subject.consumer(), NAME));
        html.text(" with " + Shortened.text(subject.provider(), NAME));
        html.in(Tag.of("div", "quiet"), () -> {
            html.text("code", Shortened.text(subject.source(), NAME));
            html.text(", verified " + TIME.format(result.period().started()) + " in "
                    + Words.duration(result.period().took()));
        });
        subject.notes()
                .forEach(note -> html.text(
                        Tag.of("div", note.startsWith("WARNING") ? "note-line warning" : "note-line quiet"),
                        Shortened.text(note, NAME)));
    }

    private static Stream<ContractResult> results(List<Numbered> contracts) {
        return contracts.stream().map(Numbered::result);
    }

    private static Stream<InteractionResult> interactions(List<Numbered> contracts) {
        return results(contracts).flatMap(result -> result.interactions().stream());
    }
}
