package dev.wspact.internal.reporting.html;

import dev.wspact.contract.InteractionType;
import dev.wspact.internal.reporting.Shortened;
import dev.wspact.verdict.Arrival;
import dev.wspact.verdict.InteractionResult;
import dev.wspact.verdict.Verdict;
import java.util.List;

/** What every consumer relies on, whether it was seen, and with which verdict; and what came that nobody relies on. */
final class CoverageTable {
    private static final int NAME = 200;
    private static final int SAMPLE = 120;

    private final Html html;

    private CoverageTable(Html html) {
        this.html = html;
    }

    static void write(Html html, List<Numbered> contracts) {
        CoverageTable table = new CoverageTable(html);
        html.in(
                Tag.of(
                        "div",
                        Attribute.classes("scroll"),
                        Attribute.fixed("tabindex", "0"),
                        Attribute.fixed("role", "region"),
                        Attribute.label("coverage")),
                () -> html.in(Tag.of("table", "coverage"), () -> {
                    table.head();
                    html.in("tbody", () -> contracts.forEach(table::contract));
                }));
    }

    private void head() {
        html.in(
                "thead",
                () -> html.in("tr", () -> List.of("consumer", "relies on", "given", "seen", "verdict")
                        .forEach(name -> html.text(Tag.of("th", Attribute.fixed("scope", "col")), name))));
    }

    private void contract(Numbered contract) {
        List<InteractionResult> interactions = contract.result().interactions();
        for (int i = 0; i < interactions.size(); i++) {
            interaction(contract, i, interactions.get(i));
        }
        if (interactions.isEmpty()) {
            html.in("tr", () -> {
                consumer(contract);
                html.text(
                        Tag.of("td", Attribute.number("colspan", 3)),
                        "nothing: the contract has no interactions, so nothing was verified");
                html.in("td", () -> Badge.FAILED.write(html));
            });
        }
        boolean failing = contract.result().uncontracted().failing();
        contract.result().uncontracted().arrivals().forEach(arrival -> uncontracted(contract, arrival, failing));
        html.line();
    }

    private void interaction(Numbered contract, int index, InteractionResult result) {
        html.in("tr", () -> {
            consumer(contract);
            html.in("td", () -> {
                String name = Shortened.text(result.subject().description(), NAME);
                if (result.verdict() instanceof Verdict.Passed) {
                    html.text(name);
                } else {
                    html.text(Tag.of("a", Attribute.href(contract.anchor(index))), name);
                }
                html.text(Tag.of("span", "kind"), kind(result.subject().type()));
            });
            html.text(
                    "td",
                    result.subject().states().isEmpty()
                            ? "–"
                            : Shortened.text(String.join("; ", result.subject().states()), NAME));
            html.text(Tag.of("td", "number"), seen(result));
            html.in("td", () -> Badge.of(result.verdict()).write(html));
        });
    }

    /** Handshakes and closes are no messages; that one was judged is what was seen of it. */
    private static String seen(InteractionResult result) {
        return switch (result.subject().type()) {
            case PUSH, EXCHANGE -> Long.toString(result.messages());
            case HANDSHAKE, CLOSE, OTHER -> "–";
        };
    }

    private void uncontracted(Numbered contract, Arrival arrival, boolean failing) {
        html.in("tr", () -> {
            html.text(
                    Tag.of("td", "quiet"),
                    "not " + Shortened.text(contract.result().subject().consumer(), NAME));
            html.in(Tag.of("td", Attribute.number("colspan", 2)), () -> {
                html.text("code", Shortened.text(arrival.type(), NAME));
                html.text(", such as ");
                html.text("code", Shortened.text(arrival.sample(), SAMPLE));
            });
            html.text(Tag.of("td", "number"), Long.toString(arrival.count()));
            html.in("td", () -> (failing ? Badge.FAILED : Badge.UNCONTRACTED)
                    .write(html, failing ? "uncontracted, which was asked to fail" : "uncontracted, allowed"));
        });
    }

    private void consumer(Numbered contract) {
        html.text(
                Tag.of("th", Attribute.fixed("scope", "row")),
                Shortened.text(contract.result().subject().consumer(), NAME));
    }

    private static String kind(InteractionType type) {
        return switch (type) {
            case PUSH -> "pushed message";
            case EXCHANGE -> "request and reply";
            case HANDSHAKE -> "opening handshake";
            case CLOSE -> "close";
            case OTHER -> "cannot be verified over a WebSocket";
        };
    }
}
