package dev.wspact.internal.embeddedbroker.resources;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wspact.internal.embeddedbroker.store.EnvironmentVersion;
import dev.wspact.internal.embeddedbroker.store.Pacticipant;
import dev.wspact.internal.embeddedbroker.store.PacticipantDetails;
import dev.wspact.internal.embeddedbroker.store.Presence;
import dev.wspact.internal.embeddedbroker.store.Tables;
import dev.wspact.internal.embeddedbroker.web.Answer;
import dev.wspact.internal.embeddedbroker.web.Request;
import dev.wspact.internal.embeddedbroker.web.Routes;
import dev.wspact.internal.embeddedbroker.web.Urls;
import java.util.List;

/** Consumers and providers. */
final class PacticipantResource {
    private final Request request;
    private final Tables tables;
    private final Urls urls;

    private PacticipantResource(Request request, Tables tables) {
        this.request = request;
        this.tables = tables;
        this.urls = request.urls();
    }

    static void addTo(Routes routes) {
        routes.add("GET", "/pacticipants", (request, tables) -> new PacticipantResource(request, tables).all());
        routes.add("POST", "/pacticipants", (request, tables) -> new PacticipantResource(request, tables).create());
        String one = "/pacticipants/{pacticipant}";
        routes.add("GET", one, (request, tables) -> new PacticipantResource(request, tables).one());
        routes.add("PUT", one, (request, tables) -> new PacticipantResource(request, tables).update());
        routes.add("PATCH", one, (request, tables) -> new PacticipantResource(request, tables).update());
        routes.addMergePatch(one, (request, tables) -> new PacticipantResource(request, tables).update());
        routes.add("DELETE", one, (request, tables) -> new PacticipantResource(request, tables).delete());
    }

    private Answer all() {
        List<Pacticipant> all = tables.pacticipants().all();
        ObjectNode document = Hal.object();
        document.putObject("_embedded").set("pacticipants", Hal.array(all, this::inList));
        ObjectNode links = document.putObject("_links");
        links.set("self", Hal.link(urls.of("pacticipants")));
        links.set(
                "pb:pacticipants-with-label",
                Hal.template(urls.of("pacticipants", "label") + "/{label}", "Find pacticipants by label"));
        links.set(
                "pb:pacticipants",
                Hal.array(all, one -> Hal.link(urls.pacticipant(one.name()), "Pacticipant", one.name())));
        links.set(
                "pacticipants",
                Hal.array(
                        all,
                        one -> Hal.link(
                                urls.pacticipant(one.name()), one.name(), "DEPRECATED - please use pb:pacticipants")));
        document.set("pacticipants", Hal.array(all, one -> inList(one)
                .put("title", "DEPRECATED - Please use the embedded pacticipants collection")));
        return Answer.document(200, document);
    }

    private ObjectNode inList(Pacticipant pacticipant) {
        ObjectNode document = document(pacticipant);
        tables.versions().all(pacticipant.name()).stream().findFirst().ifPresent(latest -> {
            ObjectNode embedded = document.withObject("/_embedded");
            ObjectNode version = Documents.embeddedVersion(urls, pacticipant.name(), latest.number());
            embedded.set("latestVersion", version);
            String deprecated = "DEPRECATED - please use latestVersion";
            embedded.set(
                    "latest-version",
                    version.deepCopy().put("title", deprecated).put("name", deprecated));
        });
        return document;
    }

    private Answer one() {
        return Answer.document(200, withEnvironments(new Lookup(request, tables).pacticipant()));
    }

    private Answer create() {
        Fields fields = new Fields(request.json());
        String name = fields.required("name");
        PacticipantDetails details = details(fields);
        if (!fields.hasErrors() && tables.pacticipants().find(name).isPresent()) {
            fields.error("name", "is already used by an existing pacticipant");
        }
        fields.check();
        ObjectNode document = document(tables.pacticipants().create(name, details));
        return Answer.document(201, document).with("Location", urls.pacticipant(name));
    }

    private Answer update() {
        Pacticipant pacticipant = new Lookup(request, tables).pacticipant();
        Fields fields = new Fields(request.json());
        PacticipantDetails details = details(fields);
        fields.check();
        return Answer.document(200, withEnvironments(tables.pacticipants().update(pacticipant, details)));
    }

    private Answer delete() {
        tables.pacticipants().delete(new Lookup(request, tables).pacticipant());
        return Answer.empty(204);
    }

    private static PacticipantDetails details(Fields fields) {
        return new PacticipantDetails(
                fields.optional("displayName"),
                fields.optionalUrl("repositoryUrl"),
                fields.optional("repositoryName"),
                fields.optional("repositoryNamespace"),
                fields.optionalFilled("mainBranch"));
    }

    private ObjectNode withEnvironments(Pacticipant pacticipant) {
        ObjectNode document = document(pacticipant);
        List<EnvironmentVersion> deployed = tables.environmentVersions().currentOf(Presence.DEPLOYED, pacticipant.id());
        document.withObject("/_links")
                .set(
                        "pb:deployed-environments",
                        Hal.array(deployed, version -> EnvironmentLinks.deployed(urls, tables, version)));
        return document;
    }

    private ObjectNode document(Pacticipant pacticipant) {
        ObjectNode document =
                Hal.object().put("name", pacticipant.name()).put("displayName", pacticipant.displayName());
        Hal.putIfPresent(document, "repositoryUrl", pacticipant.repositoryUrl());
        Hal.putIfPresent(document, "repositoryName", pacticipant.repositoryName());
        Hal.putIfPresent(document, "repositoryNamespace", pacticipant.repositoryNamespace());
        Hal.putIfPresent(document, "mainBranch", pacticipant.mainBranch());
        Hal.times(document, pacticipant.createdAt(), pacticipant.updatedAt());
        document.putObject("_embedded").putArray("labels");
        document.set("_links", links(pacticipant.name()));
        return document;
    }

    private ObjectNode links(String name) {
        String self = urls.pacticipant(name);
        ObjectNode links = Hal.object();
        links.set("self", Hal.link(self));
        links.set("pb:versions", Hal.link(self + "/versions"));
        links.set("pb:branches", Hal.link(self + "/branches"));
        links.set(
                "pb:version",
                Hal.template(self + "/versions/{version}", "Get, create or delete a pacticipant version"));
        links.set(
                "pb:version-tag",
                Hal.template(
                        self + "/versions/{version}/tags/{tag}",
                        "Get, create or delete a tag for a version of " + name));
        links.set(
                "pb:branch-version",
                Hal.template(
                        self + "/branches/{branch}/versions/{version}",
                        "Get or add/create a version for a branch of " + name));
        links.set("pb:label", Hal.template(self + "/labels/{label}", "Get, create or delete a label for " + name));
        links.set("versions", Hal.link(self + "/versions", "Deprecated - use pb:versions"));
        links.set(
                "pb:can-i-deploy-badge",
                Hal.template(
                        self + "/latest-version/{tag}/can-i-deploy/to/{environmentTag}/badge",
                        "Can I Deploy " + name + " badge"));
        links.set(
                "pb:can-i-deploy-branch-to-environment-badge",
                Hal.template(
                        self + "/branches/{branch}/latest-version/can-i-deploy/to-environment/{environment}/badge",
                        "Can I Deploy " + name + " from branch to environment badge"));
        links.set("curies", Hal.curies(urls, "pacticipant"));
        return links;
    }
}
