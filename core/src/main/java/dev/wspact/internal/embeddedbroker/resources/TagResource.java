package dev.wspact.internal.embeddedbroker.resources;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wspact.internal.embeddedbroker.store.Pacticipant;
import dev.wspact.internal.embeddedbroker.store.Tables;
import dev.wspact.internal.embeddedbroker.store.Tag;
import dev.wspact.internal.embeddedbroker.store.Version;
import dev.wspact.internal.embeddedbroker.web.Answer;
import dev.wspact.internal.embeddedbroker.web.RefusedException;
import dev.wspact.internal.embeddedbroker.web.Request;
import dev.wspact.internal.embeddedbroker.web.Routes;
import dev.wspact.internal.embeddedbroker.web.Urls;

/** Tags of versions. */
final class TagResource {
    private final Request request;
    private final Tables tables;

    private TagResource(Request request, Tables tables) {
        this.request = request;
        this.tables = tables;
    }

    static void addTo(Routes routes) {
        String tag = "/pacticipants/{pacticipant}/versions/{version}/tags/{tag}";
        routes.add("GET", tag, (request, tables) -> new TagResource(request, tables).one());
        routes.add("PUT", tag, (request, tables) -> new TagResource(request, tables).put());
        routes.add("DELETE", tag, (request, tables) -> new TagResource(request, tables).delete());
    }

    private Answer one() {
        return Answer.document(200, document(find(new Lookup(request, tables).version())));
    }

    private Tag find(Version version) {
        return tables.tags().find(version.id(), request.variable("tag")).orElseThrow(RefusedException::notFound);
    }

    private Answer put() {
        Pacticipant pacticipant = tables.pacticipants().findOrCreate(request.variable("pacticipant"));
        Version version = tables.versions().findOrCreate(pacticipant, request.variable("version"));
        String name = request.variable("tag");
        boolean isNew = tables.tags().find(version.id(), name).isEmpty();
        ObjectNode document = document(tables.tags().add(version, name));
        return isNew ? Answer.document(201, document).with("Location", url()) : Answer.document(200, document);
    }

    private Answer delete() {
        Version version = new Lookup(request, tables).version();
        tables.tags().delete(version.id(), find(version).name());
        return Answer.empty(204);
    }

    private String url() {
        return request.urls()
                .of(
                        "pacticipants",
                        request.variable("pacticipant"),
                        "versions",
                        request.variable("version"),
                        "tags",
                        request.variable("tag"));
    }

    private ObjectNode document(Tag tag) {
        Urls urls = request.urls();
        String pacticipant = request.variable("pacticipant");
        String number = request.variable("version");
        ObjectNode document = Hal.object().put("name", tag.name()).put("createdAt", Hal.time(tag.createdAt()));
        ObjectNode links = document.putObject("_links");
        links.set("self", Hal.link(url(), "Tag", tag.name()));
        links.set("version", Hal.link(urls.version(pacticipant, number), "Version", number));
        links.set("pacticipant", Hal.link(urls.pacticipant(pacticipant), "Pacticipant", pacticipant));
        return document;
    }
}
