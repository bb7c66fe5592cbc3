package dev.wspact.internal.embeddedbroker.resources;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wspact.internal.embeddedbroker.store.Pact;
import dev.wspact.internal.embeddedbroker.store.Tables;
import dev.wspact.internal.embeddedbroker.store.Version;
import dev.wspact.internal.embeddedbroker.web.Answer;
import dev.wspact.internal.embeddedbroker.web.RefusedException;
import dev.wspact.internal.embeddedbroker.web.Request;
import dev.wspact.internal.embeddedbroker.web.Routes;
import dev.wspact.internal.embeddedbroker.web.Urls;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A pact with the links that a verifier follows. */
final class PactResource {
    private final Request request;
    private final Tables tables;

    private PactResource(Request request, Tables tables) {
        this.request = request;
        this.tables = tables;
    }

    static void addTo(Routes routes) {
        String pair = "/pacts/provider/{provider}/consumer/{consumer}";
        routes.add(
                "GET", pair + "/version/{version}", (request, tables) -> new PactResource(request, tables).byVersion());
        routes.add("GET", pair + "/latest", (request, tables) -> new PactResource(request, tables).latest());
        routes.add(
                "GET", pair + "/latest/{tag}", (request, tables) -> new PactResource(request, tables).latestTagged());
        routes.add("GET", pair + "/branch/{branch}/latest", (request, tables) -> new PactResource(request, tables)
                .latestOnBranch());
        routes.add("GET", pair + "/pact-version/{sha}", (request, tables) -> new PactResource(request, tables).bySha());
        routes.add("GET", pair + "/pact-version/{sha}/metadata/{metadata}", (request, tables) -> new PactResource(
                        request, tables)
                .bySha());
    }

    private Answer byVersion() {
        return answer(
                tables.pacts()
                        .find(request.variable("consumer"), request.variable("provider"), request.variable("version")),
                null);
    }

    private Answer latest() {
        Optional<Pact> pact = tables.pacts().latest(request.variable("consumer"), request.variable("provider"));
        return answer(pact, ofVersion(pact));
    }

    private Answer latestTagged() {
        String tag = request.variable("tag");
        Optional<Pact> pact =
                tables.pacts().latestTagged(request.variable("consumer"), request.variable("provider"), tag);
        return answer(pact, ofVersion(pact));
    }

    private Answer latestOnBranch() {
        Optional<Pact> pact = tables.pacts()
                .latestOnBranch(request.variable("consumer"), request.variable("provider"), request.variable("branch"));
        return answer(pact, ofVersion(pact));
    }

    private static @Nullable String ofVersion(Optional<Pact> pact) {
        return pact.map(found -> Metadata.write("cv", Long.toString(found.consumerVersionId())))
                .orElse(null);
    }

    private Answer bySha() {
        return answer(
                Optional.of(new Lookup(request, tables).content()),
                request.hasVariable("metadata") ? request.variable("metadata") : null);
    }

    private Answer answer(Optional<Pact> found, @Nullable String metadata) {
        Pact pact = found.orElseThrow(RefusedException::notFound);
        if (!(Hal.stored(tables.pacts().content(pact.contentId())) instanceof ObjectNode document)) {
            throw new IllegalStateException("the pact is no JSON object");
        }
        document.put("createdAt", Hal.time(pact.createdAt()));
        document.set("_links", links(pact, metadata));
        return Answer.document(200, document);
    }

    private ObjectNode links(Pact pact, @Nullable String metadata) {
        Urls urls = request.urls();
        ObjectNode links = Hal.object();
        links.set("self", Documents.pactLink(urls, pact));
        links.set("pb:consumer", Hal.link(urls.pacticipant(pact.consumer()), "Consumer", pact.consumer()));
        links.set("pb:consumer-version", consumerVersion(pact.consumer(), pact.consumerVersion()));
        List<Version> selected = Metadata.read(metadata).consumerVersions().stream()
                .map(tables.versions()::get)
                .toList();
        if (!selected.isEmpty()) {
            links.set(
                    "pb:consumer-versions",
                    Hal.array(selected, version -> consumerVersion(version.pacticipant(), version.number())));
        }
        links.set("pb:provider", Hal.link(urls.pacticipant(pact.provider()), "Provider", pact.provider()));
        String content = url(pact, "pact-version", pact.sha());
        links.set("pb:pact-version", Hal.link(content, "Pact content version permalink", pact.sha()));
        others(pact, links, content);
        links.set(
                "pb:publish-verification-results",
                Hal.link(
                        content + (metadata == null ? "" : "/metadata/" + Urls.encoded(metadata))
                                + "/verification-results",
                        "Publish verification results"));
        links.set("pb:latest-verification-results", Hal.link(content + "/verification-results/latest"));
        links.set(
                "pb:triggered-webhooks",
                Hal.link(
                        url(pact, "version", pact.consumerVersion(), "triggered-webhooks"),
                        "Webhooks triggered by the publication of this pact"));
        links.set(
                "pb:matrix-for-consumer-version",
                Hal.link(
                        urls.base() + "/matrix?q%5B%5D%5Bpacticipant%5D=" + Urls.encoded(pact.consumer())
                                + "&q%5B%5D%5Bversion%5D=" + Urls.encoded(pact.consumerVersion()) + "&latestby=cvpv",
                        "View matrix rows for the consumer version to which this pact belongs"));
        links.set("curies", Hal.curies(urls, "pact"));
        return links;
    }

    private void others(Pact pact, ObjectNode links, String content) {
        Urls urls = request.urls();
        String version = pact.consumerVersion();
        links.set("pb:latest-pact-version", Hal.link(url(pact, "latest"), "Latest version of this pact"));
        links.set("pb:all-pact-versions", Hal.link(url(pact, "versions"), "All versions of this pact"));
        links.set(
                "pb:latest-untagged-pact-version",
                Hal.link(url(pact, "latest-untagged"), "Latest untagged version of this pact"));
        links.set(
                "pb:latest-tagged-pact-version",
                Hal.template(url(pact, "latest") + "/{tag}", "Latest tagged version of this pact"));
        links.set(
                "pb:previous-distinct",
                Hal.link(url(pact, "version", version, "previous-distinct"), "Previous distinct version of this pact"));
        links.set(
                "pb:diff-previous-distinct",
                Hal.link(
                        url(pact, "version", version, "diff", "previous-distinct"),
                        "Diff with previous distinct version of this pact"));
        links.set(
                "pb:diff",
                Hal.template(
                        content + "/diff/pact-version/{pactVersion}",
                        "Diff with another specified version of this pact"));
        links.set(
                "pb:pact-webhooks",
                Hal.link(
                        urls.of("webhooks", "provider", pact.provider(), "consumer", pact.consumer()),
                        "Webhooks for the pact between " + pact.consumer() + " and " + pact.provider()));
        links.set(
                "pb:consumer-webhooks",
                Hal.link(
                        urls.of("webhooks", "consumer", pact.provider()),
                        "Webhooks for all pacts with provider " + pact.provider()));
        links.set(
                "pb:tag-prod-version",
                Hal.link(
                        urls.of("pacticipants", pact.consumer(), "versions", version, "tags", "prod"),
                        "PUT to this resource to tag this consumer version as 'production'"));
        // the Pact Broker does not mark this one as a template
        links.set(
                "pb:tag-version",
                Hal.link(
                        urls.version(pact.consumer(), version) + "/tags/{tag}",
                        "PUT to this resource to tag this consumer version"));
    }

    private ObjectNode consumerVersion(String consumer, String number) {
        return Hal.link(request.urls().version(consumer, number), "Consumer version", number);
    }

    private String url(Pact pact, String... rest) {
        return request.urls().between(pact.provider(), pact.consumer(), rest);
    }
}
