package dev.wspact.internal.embeddedbroker.resources;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.wspact.internal.embeddedbroker.content.ContentDifference;
import dev.wspact.internal.embeddedbroker.content.PactContent;
import dev.wspact.internal.embeddedbroker.store.Pact;
import dev.wspact.internal.embeddedbroker.store.Pacticipant;
import dev.wspact.internal.embeddedbroker.store.Tables;
import dev.wspact.internal.embeddedbroker.store.Version;
import dev.wspact.internal.embeddedbroker.web.Answer;
import dev.wspact.internal.embeddedbroker.web.RefusedException;
import dev.wspact.internal.embeddedbroker.web.Request;
import dev.wspact.internal.embeddedbroker.web.Routes;
import dev.wspact.internal.embeddedbroker.web.Urls;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Publication of all pacts of a consumer version at once. The content for a version cannot be changed afterwards. */
final class PublishResource {
    private final Request request;
    private final Tables tables;

    private PublishResource(Request request, Tables tables) {
        this.request = request;
        this.tables = tables;
    }

    static void addTo(Routes routes) {
        routes.add("POST", "/contracts/publish", (request, tables) -> new PublishResource(request, tables).publish());
    }

    private Answer publish() {
        PublicationRequest publication = PublicationRequest.read(request.json());
        refuseConflicts(publication);
        PublicationNotices notices = new PublicationNotices(tables);
        boolean isNew = tables.versions()
                .find(publication.pacticipant(), publication.version())
                .isEmpty();
        Pacticipant consumer = tables.pacticipants().findOrCreate(publication.pacticipant());
        Version version = tables.versions().publish(consumer, publication.version(), publication.buildUrl());
        if (publication.branch() != null) {
            tables.branches().add(version, publication.branch());
        }
        publication.tags().forEach(tag -> tables.tags().add(version, tag));
        notices.version(publication, isNew);
        List<Pact> pacts = new ArrayList<>();
        for (PublicationRequest.Contract contract : publication.contracts()) {
            pacts.add(publish(version, contract, notices));
        }
        return Answer.document(200, document(publication, notices, pacts));
    }

    private Pact publish(Version version, PublicationRequest.Contract contract, PublicationNotices notices) {
        Optional<Pact> existing = tables.pacts().find(version.pacticipant(), contract.provider(), version.number());
        Pact pact = existing.orElseGet(() -> tables.pacts()
                .publish(
                        version,
                        tables.pacticipants().findOrCreate(contract.provider()),
                        contract.content().sha(),
                        contract.content().textWithIds()));
        notices.pact(pact, existing.isEmpty(), request.urls());
        return pact;
    }

    private void refuseConflicts(PublicationRequest publication) {
        PublicationNotices notices = new PublicationNotices(tables);
        Map<String, PactContent> sent = new HashMap<>();
        for (PublicationRequest.Contract contract : publication.contracts()) {
            PactContent earlier = sent.put(contract.provider(), contract.content());
            if (earlier != null && !earlier.sha().equals(contract.content().sha())) {
                addConflict(publication, contract, earlier, notices);
            } else {
                tables.pacts()
                        .find(publication.pacticipant(), contract.provider(), publication.version())
                        .filter(pact -> !pact.sha().equals(contract.content().sha()))
                        .map(pact -> PactContent.stored(tables.pacts().content(pact.contentId())))
                        .ifPresent(published -> addConflict(publication, contract, published, notices));
            }
        }
        addSimilarNames(publication, notices);
        List<String> errors = notices.errors();
        if (!errors.isEmpty()) {
            ObjectNode document = Hal.object();
            document.set("notices", notices.json());
            document.putObject("errors").set("contracts", Hal.array(errors, TextNode::valueOf));
            throw new RefusedException(Answer.json(409, document));
        }
    }

    private static void addConflict(
            PublicationRequest publication,
            PublicationRequest.Contract contract,
            PactContent earlier,
            PublicationNotices notices) {
        notices.add(
                "error",
                "Cannot change the content of the pact for " + publication.pacticipant() + " version "
                        + publication.version() + " and provider " + contract.provider()
                        + ", as race conditions will cause"
                        + " unreliable results for can-i-deploy. Each pact must be published with a unique consumer version"
                        + " number. Some Pact libraries generate random data when a concrete value for a type matcher is not"
                        + " specified, and this can cause the contract to mutate - ensure you have given example values for"
                        + " all type matchers. For more information see https://docs.pact.io/go/versioning");
        notices.add("info", ContentDifference.between(earlier, contract.content()));
    }

    private void addSimilarNames(PublicationRequest publication, PublicationNotices notices) {
        List<String> known =
                tables.pacticipants().all().stream().map(Pacticipant::name).toList();
        TreeSet<String> names = new TreeSet<>(publication.contracts().stream()
                .map(PublicationRequest.Contract::provider)
                .toList());
        names.add(publication.pacticipant());
        for (String name : names) {
            List<String> similar = SimilarNames.of(name, known);
            if (!similar.isEmpty()) {
                notices.add("error", similar(name, similar));
            }
        }
    }

    private String similar(String name, List<String> similar) {
        return """
               This is the first time a pact has been published for "%1$s".
               The name "%1$s" is very similar to the following existing pacticipants:
               %2$s
               If you meant to specify one of the above names, please correct the pact configuration, and re-publish the pact.
               If the pact is intended to be for a new consumer or provider, please manually create "%1$s" using the following \
               command from the Pact Broker CLI, and then re-publish the pact:

               pact-broker create-or-update-pacticipant --name "%1$s" --broker-base-url %3$s
               """
                .formatted(
                        name,
                        String.join(
                                "\n",
                                similar.stream().map(other -> "* " + other).toList()),
                        request.urls().base());
    }

    private ObjectNode document(PublicationRequest publication, PublicationNotices notices, List<Pact> pacts) {
        Urls urls = request.urls();
        String name = publication.pacticipant();
        String number = publication.version();
        ObjectNode document = Hal.object();
        document.set("logs", notices.logs());
        document.set("notices", notices.json());
        ObjectNode embedded = document.putObject("_embedded");
        embedded.set("pacticipant", Documents.named(urls, name));
        embedded.set("version", Documents.embeddedVersion(urls, name, number));
        ObjectNode links = document.putObject("_links");
        links.set("pb:pacticipant", Hal.link(urls.pacticipant(name), "Pacticipant", name));
        links.set("pb:pacticipant-version", Hal.link(urls.version(name, number), "Pacticipant version", number));
        links.set(
                "pb:pacticipant-version-tags",
                Hal.array(
                        publication.tags(),
                        tag -> Hal.link(urls.of("pacticipants", name, "versions", number, "tags", tag), "Tag", tag)));
        links.set("pb:contracts", Hal.array(pacts, pact -> Documents.pactLink(urls, pact)));
        return document;
    }
}
