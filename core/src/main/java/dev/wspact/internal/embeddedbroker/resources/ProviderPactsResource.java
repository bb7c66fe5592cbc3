package dev.wspact.internal.embeddedbroker.resources;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wspact.internal.embeddedbroker.store.FoundPact;
import dev.wspact.internal.embeddedbroker.store.Pact;
import dev.wspact.internal.embeddedbroker.store.PactSelections;
import dev.wspact.internal.embeddedbroker.store.Pacticipant;
import dev.wspact.internal.embeddedbroker.store.Tables;
import dev.wspact.internal.embeddedbroker.web.Answer;
import dev.wspact.internal.embeddedbroker.web.Handler;
import dev.wspact.internal.embeddedbroker.web.Request;
import dev.wspact.internal.embeddedbroker.web.Routes;
import dev.wspact.internal.embeddedbroker.web.Urls;
import java.util.List;

/** The pacts with a provider: all of them or the latest, of all consumer versions or of those on a branch or with a tag. */
final class ProviderPactsResource {
    private ProviderPactsResource() {}

    /** Which pacts are listed. */
    @FunctionalInterface
    private interface Choice {
        List<FoundPact> of(PactSelections pacts, long providerId, Request request);
    }

    static void addTo(Routes routes) {
        String provider = "/pacts/provider/{provider}";
        routes.add("GET", provider, list("All", "", (pacts, id, request) -> pacts.all(id)));
        routes.add(
                "GET",
                provider + "/tag/{tag}",
                list("All", "tag", (pacts, id, request) -> pacts.tagged(id, request.variable("tag"))));
        routes.add("GET", provider + "/latest", list("Latest", "", (pacts, id, request) -> pacts.latest(id)));
        routes.add(
                "GET",
                provider + "/latest/{tag}",
                list("Latest", "tag", (pacts, id, request) -> pacts.latestTagged(id, request.variable("tag"))));
        routes.add("GET", provider + "/branch", list("All", "", (pacts, id, request) -> pacts.onMainBranch(id)));
        routes.add(
                "GET",
                provider + "/branch/latest",
                list("Latest", "", (pacts, id, request) -> pacts.mainBranchHeads(id)));
        routes.add(
                "GET",
                provider + "/branch/{branch}",
                list("All", "branch", (pacts, id, request) -> pacts.onBranch(id, request.variable("branch"))));
        routes.add(
                "GET",
                provider + "/branch/{branch}/latest",
                list("Latest", "branch", (pacts, id, request) -> pacts.branchHeads(id, request.variable("branch"))));
    }

    private static Handler list(String which, String by, Choice choice) {
        return (request, tables) -> answer(which, by, choice, request, tables);
    }

    private static Answer answer(String which, String by, Choice choice, Request request, Tables tables) {
        Pacticipant provider = new Lookup(request, tables).provider();
        List<Pact> pacts = choice.of(tables.selections(), provider.id(), request).stream()
                .map(FoundPact::pact)
                .distinct()
                .toList();
        Urls urls = request.urls();
        String suffix = by.isEmpty() ? "" : " with consumer version " + by + " '" + request.variable(by) + "'";
        ObjectNode document = Hal.object();
        ObjectNode links = document.putObject("_links");
        links.set(
                "self", Hal.link(request.url(), which + " pact versions for the provider " + provider.name() + suffix));
        String providerUrl = urls.pacticipant(provider.name());
        links.set("pb:provider", Hal.link(providerUrl).put("name", provider.name()));
        links.set("pb:pacts", Hal.array(pacts, pact -> link(urls, pact, "")));
        links.set(
                "provider", Hal.link(providerUrl, provider.name(), "DEPRECATED - please use the pb:provider relation"));
        links.set(
                "pacts", Hal.array(pacts, pact -> link(urls, pact, "DEPRECATED - please use the pb:pacts relation. ")));
        return Answer.document(200, document);
    }

    private static ObjectNode link(Urls urls, Pact pact, String remark) {
        return Hal.link(Documents.pactUrl(urls, pact), remark + pact.name(), pact.consumer());
    }
}
