package dev.wspact.internal.embeddedbroker.resources;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wspact.internal.embeddedbroker.store.Branch;
import dev.wspact.internal.embeddedbroker.store.BranchVersion;
import dev.wspact.internal.embeddedbroker.store.Pacticipant;
import dev.wspact.internal.embeddedbroker.store.Tables;
import dev.wspact.internal.embeddedbroker.store.Version;
import dev.wspact.internal.embeddedbroker.web.Answer;
import dev.wspact.internal.embeddedbroker.web.RefusedException;
import dev.wspact.internal.embeddedbroker.web.Request;
import dev.wspact.internal.embeddedbroker.web.Routes;
import dev.wspact.internal.embeddedbroker.web.Urls;
import java.util.List;

/** Branches, and which versions are on them. */
final class BranchResource {
    private final Request request;
    private final Tables tables;
    private final Urls urls;

    private BranchResource(Request request, Tables tables) {
        this.request = request;
        this.tables = tables;
        this.urls = request.urls();
    }

    static void addTo(Routes routes) {
        String all = "/pacticipants/{pacticipant}/branches";
        routes.add("GET", all, (request, tables) -> new BranchResource(request, tables).all());
        routes.add("GET", all + "/{branch}", (request, tables) -> new BranchResource(request, tables).one());
        routes.add("DELETE", all + "/{branch}", (request, tables) -> new BranchResource(request, tables).delete());
        String version = all + "/{branch}/versions/{version}";
        routes.add("GET", version, (request, tables) -> new BranchResource(request, tables).version());
        routes.add("PUT", version, (request, tables) -> new BranchResource(request, tables).putVersion());
        routes.add("DELETE", version, (request, tables) -> new BranchResource(request, tables).deleteVersion());
    }

    private Answer all() {
        Pacticipant pacticipant = new Lookup(request, tables).pacticipant();
        List<Branch> branches = tables.branches().all(pacticipant.id());
        ObjectNode document = Hal.object();
        // one page holds them all, however many clients ask for
        document.putObject("page")
                .put("number", 1)
                .put("size", Math.max(100, branches.size()))
                .put("totalElements", branches.size())
                .put("totalPages", 1);
        document.putObject("_embedded").set("branches", Hal.array(branches, this::document));
        ObjectNode links = document.putObject("_links");
        links.set(
                "self",
                Hal.link(urls.of("pacticipants", pacticipant.name(), "branches"), pacticipant.name() + " branches"));
        links.set("pb:branches", Hal.array(branches, branch -> Hal.link(url(branch.name()))
                .put("name", branch.name())));
        return Answer.document(200, document);
    }

    private String url(String branch) {
        return urls.of("pacticipants", request.variable("pacticipant"), "branches", branch);
    }

    private ObjectNode document(Branch branch) {
        ObjectNode document = Hal.object().put("name", branch.name());
        Hal.times(document, branch.createdAt(), branch.updatedAt());
        ObjectNode links = document.putObject("_links");
        links.set("self", Hal.link(url(branch.name()), "Branch"));
        links.set("pb:latest-version", Hal.link(url(branch.name()) + "/latest-version", "Latest version for branch"));
        return document;
    }

    private Branch find() {
        Pacticipant pacticipant = new Lookup(request, tables).pacticipant();
        return tables.branches()
                .find(pacticipant.id(), request.variable("branch"))
                .orElseThrow(RefusedException::notFound);
    }

    private Answer one() {
        return Answer.document(200, document(find()));
    }

    private Answer delete() {
        tables.branches().delete(find());
        return Answer.empty(204);
    }

    private Answer version() {
        return Answer.document(200, document(findVersion(), true));
    }

    private BranchVersion findVersion() {
        Version version = new Lookup(request, tables).version();
        return tables.branches()
                .findVersion(version.id(), request.variable("branch"))
                .orElseThrow(RefusedException::notFound);
    }

    private Answer putVersion() {
        Pacticipant pacticipant = tables.pacticipants().findOrCreate(request.variable("pacticipant"));
        Version version = tables.versions().findOrCreate(pacticipant, request.variable("version"));
        boolean isNew = tables.branches()
                .findVersion(version.id(), request.variable("branch"))
                .isEmpty();
        BranchVersion added = tables.branches().add(version, request.variable("branch"));
        Answer answer = Answer.document(isNew ? 201 : 200, document(added, !isNew));
        return isNew ? answer.with("Location", versionUrl()) : answer;
    }

    private Answer deleteVersion() {
        tables.branches().remove(findVersion());
        return Answer.empty(204);
    }

    private String versionUrl() {
        return url(request.variable("branch")) + "/versions/" + Urls.encoded(request.variable("version"));
    }

    private ObjectNode document(BranchVersion version, boolean withChange) {
        String number = request.variable("version");
        ObjectNode document = Hal.object();
        Hal.times(document, version.createdAt(), withChange ? version.updatedAt() : null);
        ObjectNode links = document.putObject("_links");
        links.set("self", Hal.link(versionUrl(), "Branch version"));
        links.set("pb:branch", Hal.link(url(version.branch()), "Branch", version.branch()));
        links.set("pb:version", Hal.link(urls.version(request.variable("pacticipant"), number), "Version", number));
        return document;
    }
}
