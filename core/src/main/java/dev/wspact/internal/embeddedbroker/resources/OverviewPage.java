package dev.wspact.internal.embeddedbroker.resources;

import dev.wspact.internal.embeddedbroker.store.Pact;
import dev.wspact.internal.embeddedbroker.store.Result;
import dev.wspact.internal.embeddedbroker.store.Tables;
import java.util.List;

/** What a browser shows: who has a pact with whom, and how its last verification went. */
final class OverviewPage {
    private static final String HEAD =
            """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Contracts</title>
            <style>
            body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem; color: #1b1f24; }
            table { border-collapse: collapse; width: 100%; }
            th, td { border-bottom: 1px solid #d0d7de; padding: .5rem .75rem; text-align: left; vertical-align: top; }
            .passed { color: #116329; }
            .failed { color: #a40e26; }
            .never, footer { color: #57606a; }
            </style>
            </head>
            <body>
            <h1>Contracts</h1>
            """;
    private static final String FOOT =
            """
            <footer><p>The embedded broker of wspact, for one machine. Teams run the
            <a href="https://docs.pact.io/pact_broker" rel="noreferrer">Pact Broker</a>.</p></footer>
            </body>
            </html>
            """;

    private OverviewPage() {}

    static String of(Tables tables) {
        List<Pact> pacts = tables.pacts().latestOfAll();
        StringBuilder page = new StringBuilder(HEAD);
        if (pacts.isEmpty()) {
            page.append("<p>Nothing has been published yet.</p>\n");
        } else {
            page.append("<table>\n<thead><tr><th>Consumer</th><th>Latest version</th><th>Provider</th>"
                    + "<th>Last verification</th></tr></thead>\n<tbody>\n");
            pacts.forEach(pact -> page.append("<tr><td>")
                    .append(escaped(pact.consumer()))
                    .append("</td><td>")
                    .append(escaped(pact.consumerVersion()))
                    .append("</td><td>")
                    .append(escaped(pact.provider()))
                    .append("</td>")
                    .append(verification(pact, tables))
                    .append("</tr>\n"));
            page.append("</tbody>\n</table>\n");
        }
        return page.append(FOOT).toString();
    }

    private static String verification(Pact pact, Tables tables) {
        return tables.results()
                .latest(pact.contentId())
                .map(OverviewPage::verification)
                .orElse("<td class=\"never\">never verified</td>");
    }

    private static String verification(Result result) {
        String outcome = result.success() ? "passed" : "failed";
        return "<td class=\"" + outcome + "\">" + outcome + " with version " + escaped(result.providerVersion()) + ", "
                + Hal.time(result.createdAt()) + "</td>";
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
