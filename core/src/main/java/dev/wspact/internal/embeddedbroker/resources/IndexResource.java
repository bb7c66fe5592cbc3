package dev.wspact.internal.embeddedbroker.resources;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wspact.internal.embeddedbroker.store.Tables;
import dev.wspact.internal.embeddedbroker.web.Answer;
import dev.wspact.internal.embeddedbroker.web.Request;
import dev.wspact.internal.embeddedbroker.web.Routes;
import dev.wspact.internal.embeddedbroker.web.Urls;
import java.util.List;
import java.util.Set;

/** Where clients start: the links to everything else, and a page for people. */
final class IndexResource {
    private static final Set<String> UNTEMPLATED_ALTHOUGH_A_TEMPLATE = Set.of("pb:tagged-pact-versions");

    private static final List<Entry> ENTRIES = List.of(
            new Entry(
                    "pb:publish-pact",
                    "/pacts/provider/{provider}/consumer/{consumer}/version/{consumerApplicationVersion}",
                    "Publish a pact"),
            new Entry("pb:publish-contracts", "/contracts/publish", "Publish contracts"),
            new Entry("pb:latest-pact-versions", "/pacts/latest", "Latest pact versions"),
            new Entry(
                    "pb:tagged-pact-versions",
                    "/pacts/provider/{provider}/consumer/{consumer}/tag/{tag}",
                    "All versions of a pact for a given consumer, provider and consumer version tag"),
            new Entry(
                    "pb:branch-pact-versions",
                    "/pacts/provider/{provider}/consumer/{consumer}/branch/{branch}",
                    "All versions of pacts for a provider, for a named consumers branch"),
            new Entry(
                    "pb:latest-branch-pact-versions",
                    "/pacts/provider/{provider}/consumer/{consumer}/branch/{branch}/latest/versions",
                    "Latest version of pact for a provider, for a named consumers branch"),
            new Entry(
                    "pb:main-branch-pact-versions",
                    "/pacts/provider/{provider}/consumer/{consumer}/branch/versions",
                    "All versions of pacts for a provider, for a named consumers main branch"),
            new Entry(
                    "pb:latest-main-branch-pact-versions",
                    "/pacts/provider/{provider}/consumer/{consumer}/branch/latest/versions",
                    "Latest version of pact for a provider, for a named consumers main branch"),
            new Entry(
                    "pb:provider-pacts-with-main-branch",
                    "/pacts/provider/{provider}/branch",
                    "All pacts for a provider, for any consumers main branch"),
            new Entry(
                    "pb:provider-pacts-with-branch",
                    "/pacts/provider/{provider}/branch/{branch}",
                    "All pacts for a provider, for any consumers named branch"),
            new Entry(
                    "pb:latest-provider-pacts-with-main-branch",
                    "/pacts/provider/{provider}/branch/latest",
                    "Latest pact for a provider, for any consumers main branch"),
            new Entry(
                    "pb:latest-provider-pacts-with-branch",
                    "/pacts/provider/{provider}/branch/{branch}/latest",
                    "Latest pacts for a provider, for any consumers named branch"),
            new Entry("pb:pacticipants", "/pacticipants", "Pacticipants"),
            new Entry("pb:pacticipant", "/pacticipants/{pacticipant}", "Fetch pacticipant by name"),
            new Entry("pb:latest-provider-pacts", "/pacts/provider/{provider}/latest", "Latest pacts by provider"),
            new Entry(
                    "pb:latest-provider-pacts-with-tag",
                    "/pacts/provider/{provider}/latest/{tag}",
                    "Latest pacts for provider with the specified tag"),
            new Entry(
                    "pb:provider-pacts-with-tag",
                    "/pacts/provider/{provider}/tag/{tag}",
                    "All pact versions for the provider with the specified consumer version tag"),
            new Entry(
                    "pb:provider-pacts", "/pacts/provider/{provider}", "All pact versions for the specified provider"),
            new Entry("pb:latest-version", "/pacticipants/{pacticipant}/latest-version", "Latest pacticipant version"),
            new Entry(
                    "pb:latest-tagged-version",
                    "/pacticipants/{pacticipant}/latest-version/{tag}",
                    "Latest pacticipant version with the specified tag"),
            new Entry("pb:webhooks", "/webhooks", "Webhooks"),
            new Entry("pb:webhook", "/webhooks/{uuid}", "Webhook"),
            new Entry("pb:integrations", "/integrations", "Integrations"),
            new Entry(
                    "pb:pacticipant-version-tag",
                    "/pacticipants/{pacticipant}/versions/{version}/tags/{tag}",
                    "Get, create or delete a tag for a pacticipant version"),
            new Entry(
                    "pb:pacticipant-branch",
                    "/pacticipants/{pacticipant}/branches/{branch}",
                    "Get or delete a pacticipant branch"),
            new Entry(
                    "pb:pacticipant-branch-version",
                    "/pacticipants/{pacticipant}/branches/{branch}/versions/{version}",
                    "Get or add/create a pacticipant version for a branch"),
            new Entry(
                    "pb:pacticipant-version",
                    "/pacticipants/{pacticipant}/versions/{version}",
                    "Get, create or delete a pacticipant version"),
            new Entry(
                    "pb:can-i-deploy-pacticipant-version-to-tag",
                    "/can-i-deploy?pacticipant={pacticipant}&version={version}&to={tag}",
                    "Determine if an application version can be safely deployed to an environment identified by the given"
                            + " tag"),
            new Entry(
                    "pb:can-i-deploy-pacticipant-version-to-environment",
                    "/can-i-deploy?pacticipant={pacticipant}&version={version}&environment={environment}",
                    "Determine if an application version can be safely deployed to an environment"),
            new Entry(
                    "pb:provider-pacts-for-verification",
                    "/pacts/provider/{provider}/for-verification",
                    "Pact versions to be verified for the specified provider"),
            new Entry("pb:environments", "/environments", "Environments"),
            new Entry("pb:environment", "/environments/{uuid}", "Environment"));

    private IndexResource() {}

    private record Entry(String rel, String path, String title) {}

    static void addTo(Routes routes) {
        routes.add("GET", "/", IndexResource::index);
        routes.add("GET", "/diagnostic/status/heartbeat", IndexResource::heartbeat);
    }

    private static Answer index(Request request, Tables tables) {
        if (request.wantsPage()) {
            return Answer.page(OverviewPage.of(tables));
        }
        Urls urls = request.urls();
        ObjectNode document = Hal.object();
        ObjectNode links = document.putObject("_links");
        links.set("self", Hal.link(urls.base(), "Index").put("templated", false));
        for (Entry entry : ENTRIES) {
            boolean isTemplate = entry.path().contains("{") && !UNTEMPLATED_ALTHOUGH_A_TEMPLATE.contains(entry.rel());
            links.set(
                    entry.rel(),
                    Hal.link(urls.base() + entry.path(), entry.title()).put("templated", isTemplate));
        }
        // the Pact Broker says of this one link nothing about templates
        links.set("pb:metrics", Hal.link(urls.base() + "/metrics", "Get Pact Broker metrics"));
        links.set(
                "beta:provider-pacts-for-verification",
                Hal.template(
                                urls.base() + "/pacts/provider/{provider}/for-verification",
                                "DEPRECATED - please use pb:provider-pacts-for-verification")
                        .put("name", "beta"));
        ArrayNode curies = Hal.curies(urls, "index");
        curies.add(curies.get(0).<ObjectNode>deepCopy().put("name", "beta"));
        links.set("curies", curies);
        return Answer.document(200, document);
    }

    private static Answer heartbeat(Request request, Tables tables) {
        ObjectNode document = Hal.object().put("ok", true);
        return Answer.document(200, Hal.self(document, Hal.link(request.url())));
    }
}
