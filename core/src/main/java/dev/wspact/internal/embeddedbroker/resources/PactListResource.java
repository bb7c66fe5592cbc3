package dev.wspact.internal.embeddedbroker.resources;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wspact.internal.embeddedbroker.store.Integration;
import dev.wspact.internal.embeddedbroker.store.Pact;
import dev.wspact.internal.embeddedbroker.store.Pacticipant;
import dev.wspact.internal.embeddedbroker.store.Tables;
import dev.wspact.internal.embeddedbroker.web.Answer;
import dev.wspact.internal.embeddedbroker.web.RefusedException;
import dev.wspact.internal.embeddedbroker.web.Request;
import dev.wspact.internal.embeddedbroker.web.Routes;
import dev.wspact.internal.embeddedbroker.web.Urls;
import java.util.List;

/** Lists of pacts, and of who has one with whom. */
final class PactListResource {
    private final Request request;
    private final Tables tables;
    private final Urls urls;

    private PactListResource(Request request, Tables tables) {
        this.request = request;
        this.tables = tables;
        this.urls = request.urls();
    }

    static void addTo(Routes routes) {
        routes.add("GET", "/pacts/latest", (request, tables) -> new PactListResource(request, tables).latest());
        routes.add("GET", "/integrations", (request, tables) -> new PactListResource(request, tables).integrations());
        routes.add(
                "GET",
                "/pacts/provider/{provider}/consumer/{consumer}/versions",
                (request, tables) -> new PactListResource(request, tables).versions());
    }

    private Answer latest() {
        List<Pact> pacts = tables.pacts().latestOfAll();
        ObjectNode document = Hal.object();
        document.set("pacts", Hal.array(pacts, this::latest));
        ObjectNode links = document.putObject("_links");
        links.set("self", Hal.link(request.url()));
        links.set("pb:pacts", Hal.array(pacts, this::latestLink));
        links.set("pacts", Hal.array(pacts, pact -> latestLink(pact)
                .put("name", "DEPRECATED - please use the pb:pacts relation")));
        links.set("curies", Hal.curies(urls, "pacts"));
        return Answer.document(200, document);
    }

    private ObjectNode latestLink(Pact pact) {
        return Hal.link(
                urls.between(pact.provider(), pact.consumer(), "latest"),
                "Latest pact between " + pact.consumer() + " and " + pact.provider());
    }

    private ObjectNode latest(Pact pact) {
        ObjectNode document = Hal.object().put("createdAt", Hal.time(pact.createdAt()));
        ObjectNode embedded = document.putObject("_embedded");
        ObjectNode consumer = Documents.named(urls, pact.consumer());
        consumer.putObject("_embedded")
                .set("version", Documents.embeddedVersion(urls, pact.consumer(), pact.consumerVersion()));
        embedded.set("consumer", consumer);
        embedded.set("provider", Documents.named(urls, pact.provider()));
        document.putObject("_links")
                .set(
                        "self",
                        Hal.array(
                                List.of(
                                        urls.between(pact.provider(), pact.consumer(), "latest"),
                                        Documents.pactUrl(urls, pact)),
                                Hal::link));
        return document;
    }

    private Answer integrations() {
        ObjectNode document = Hal.object();
        document.putObject("_embedded")
                .set("integrations", Hal.array(tables.pacticipants().integrations(), this::integration));
        return Answer.document(200, Hal.self(document, Hal.link(request.url(), "All integrations")));
    }

    private ObjectNode integration(Integration integration) {
        String consumer = integration.consumer();
        String provider = integration.provider();
        ObjectNode document = Hal.object();
        document.putObject("consumer").put("name", consumer);
        document.putObject("provider").put("name", provider);
        ObjectNode links = document.putObject("_links");
        links.set(
                "pb:dashboard",
                Hal.link(
                        urls.of("dashboard", "provider", provider, "consumer", consumer),
                        "BETA: Pacts to show on the dashboard"));
        links.set(
                "pb:matrix",
                Hal.link(
                        new Urls("").of("matrix", "provider", provider, "consumer", consumer),
                        "Matrix of pacts/verification results for " + consumer + " and " + provider));
        links.set("pb:group", Hal.link(urls.pacticipant(consumer)));
        links.set(
                "pb:delete_integration",
                Hal.link(
                        urls.of("integrations", "provider", provider, "consumer", consumer),
                        "Delete the integration between " + consumer + " and " + provider));
        return document;
    }

    private Answer versions() {
        Pacticipant provider = new Lookup(request, tables).provider();
        String consumer = request.variable("consumer");
        List<Pact> pacts = tables.pacts().between(consumer, provider.name());
        if (pacts.isEmpty()) {
            throw RefusedException.notFound();
        }
        ObjectNode document = Hal.object();
        document.putObject("_embedded").set("pacts", Hal.array(pacts, this::version));
        ObjectNode links = document.putObject("_links");
        links.set(
                "self",
                Hal.link(request.url(), "All versions of the pact between " + consumer + " and " + provider.name()));
        links.set("consumer", Hal.link(urls.pacticipant(consumer), "Consumer", consumer));
        links.set("provider", Hal.link(urls.pacticipant(provider.name()), "Provider", provider.name()));
        links.set(
                "pact-versions",
                Hal.array(
                        pacts,
                        pact -> Hal.link(
                                Documents.pactUrl(urls, pact),
                                "Pact",
                                "Version " + pact.consumerVersion() + " - " + Hal.date(pact.createdAt()))));
        return Answer.document(200, document);
    }

    private ObjectNode version(Pact pact) {
        ObjectNode document = Hal.object().put("createdAt", Hal.time(pact.createdAt()));
        document.putObject("_embedded")
                .set("consumerVersion", Documents.embeddedVersion(urls, pact.consumer(), pact.consumerVersion()));
        return Hal.self(document, Hal.link(Documents.pactUrl(urls, pact), pact.name()));
    }
}
