package dev.wspact.internal.reporting.html;

import static dev.wspact.internal.reporting.html.Attribute.fixed;

import dev.wspact.internal.redaction.Redaction;
import dev.wspact.internal.redaction.Secrets;
import dev.wspact.verdict.ContractResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One page about the results of any number of contracts. It loads nothing and has no script: a content security policy on
 * the page itself forbids both, whatever a message may hold.
 */
public final class HtmlReport {
    private static final StyleSheet SHEET = StyleSheet.load();

    private final Html html = new Html();
    private final List<Numbered> contracts;

    private HtmlReport(List<Numbered> contracts) {
        this.contracts = contracts;
    }

    /** The page. Contracts that are not honored come first. Credentials are taken out. */
    public static String of(List<ContractResult> results) {
        List<ContractResult> sorted = new ArrayList<>(results);
        sorted.sort(Comparator.comparing(ContractResult::successful));
        List<Numbered> contracts = new ArrayList<>();
        for (ContractResult result : sorted) {
            contracts.add(new Numbered(
                    contracts.size() + 1, Redaction.of(Secrets.BUILT_IN).of(result)));
        }
        return new HtmlReport(contracts).page();
    }

    private String page() {
        html.in(Tag.of("html", fixed("lang", "en")), () -> {
            html.in("head", this::head);
            html.line();
            html.in("body", () -> html.in("main", this::body));
        });
        return html.document();
    }

    private void head() {
        html.empty(Tag.of("meta", fixed("charset", "utf-8")));
        html.empty(Tag.of(
                "meta",
                fixed("http-equiv", "Content-Security-Policy"),
                new Attribute("content", "default-src 'none'; style-src '" + SHEET.hash() + "'")));
        html.empty(Tag.of("meta", fixed("name", "viewport"), fixed("content", "width=device-width, initial-scale=1")));
        html.empty(Tag.of("meta", fixed("name", "color-scheme"), fixed("content", "light dark")));
        String title = Overview.providers(contracts);
        html.text("title", Overview.sentence(contracts) + " · " + title + " · wspact");
        html.style(SHEET);
    }

    private void body() {
        Overview.write(html, contracts);
        explanations(false, "What is wrong");
        explanations(true, "What is pending");
        html.in("section", () -> {
            html.text("h2", "Coverage");
            html.text(Tag.of("p", "quiet"), "What every consumer relies on, and what came that nobody relies on.");
            CoverageTable.write(html, contracts);
        });
        html.line();
        connections();
        LatencySection.write(html, contracts);
        html.in(
                "footer",
                () -> html.text(
                        "p",
                        "Made from the result files, which have everything. This page has no script and loads nothing. Credentials are"
                                + " left out; the payloads of messages stand as they were seen."));
    }

    private void explanations(boolean pending, String title) {
        if (contracts.stream()
                .allMatch(contract ->
                        Explanation.unexplained(contract, pending).findAny().isEmpty())) {
            return;
        }
        html.in("section", () -> {
            html.text("h2", title);
            for (Numbered contract : contracts) {
                Explanation.unexplained(contract, pending)
                        .forEach(index -> Explanation.write(
                                html, contract, index, !Room.of(html).plenty()));
            }
        });
        html.line();
    }

    private void connections() {
        if (contracts.stream()
                .allMatch(contract -> contract.result().connections().isEmpty())) {
            return;
        }
        html.in("section", () -> {
            html.text("h2", "Connections");
            for (Numbered contract : contracts) {
                contract.result()
                        .connections()
                        .forEach(connection -> ConnectionSection.write(html, contract, connection));
            }
        });
        html.line();
    }
}
