package dev.wspact.internal.embeddedbroker.resources;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wspact.internal.embeddedbroker.store.Environment;
import dev.wspact.internal.embeddedbroker.store.Pacticipant;
import dev.wspact.internal.embeddedbroker.store.Presence;
import dev.wspact.internal.embeddedbroker.store.Tables;
import dev.wspact.internal.embeddedbroker.store.Version;
import dev.wspact.internal.embeddedbroker.web.Answer;
import dev.wspact.internal.embeddedbroker.web.RefusedException;
import dev.wspact.internal.embeddedbroker.web.Request;
import dev.wspact.internal.embeddedbroker.web.Routes;
import dev.wspact.internal.embeddedbroker.web.Urls;
import java.util.List;
import java.util.Optional;

/** Versions of pacticipants. */
final class VersionResource {
    private final Request request;
    private final Tables tables;
    private final Urls urls;

    private VersionResource(Request request, Tables tables) {
        this.request = request;
        this.tables = tables;
        this.urls = request.urls();
    }

    static void addTo(Routes routes) {
        String pacticipant = "/pacticipants/{pacticipant}";
        routes.add("GET", pacticipant + "/versions", (request, tables) -> new VersionResource(request, tables).all());
        routes.add("GET", pacticipant + "/branches/{branch}/versions", (request, tables) -> new VersionResource(
                        request, tables)
                .onBranch());
        String one = pacticipant + "/versions/{version}";
        routes.add("GET", one, (request, tables) -> new VersionResource(request, tables).one());
        routes.add("PUT", one, (request, tables) -> new VersionResource(request, tables).put());
        routes.addMergePatch(one, (request, tables) -> new VersionResource(request, tables).patch());
        routes.add("DELETE", one, (request, tables) -> new VersionResource(request, tables).delete());
        String latest = pacticipant + "/latest-version";
        routes.add("GET", latest, (request, tables) -> new VersionResource(request, tables).latest());
        routes.add("GET", latest + "/{tag}", (request, tables) -> new VersionResource(request, tables).latestTagged());
        routes.add("GET", pacticipant + "/branches/{branch}/latest-version", (request, tables) -> new VersionResource(
                        request, tables)
                .headOfBranch());
    }

    private Answer all() {
        Pacticipant pacticipant = new Lookup(request, tables).pacticipant();
        return list(
                pacticipant,
                tables.versions().all(pacticipant.name()),
                "All application versions of " + pacticipant.name());
    }

    private Answer onBranch() {
        Pacticipant pacticipant = new Lookup(request, tables).pacticipant();
        String branch = request.variable("branch");
        if (tables.branches().find(pacticipant.id(), branch).isEmpty()) {
            throw RefusedException.notFound();
        }
        return list(
                pacticipant,
                tables.versions().onBranch(pacticipant.name(), branch),
                "Versions for branch " + branch + " of " + pacticipant.name());
    }

    private Answer list(Pacticipant pacticipant, List<Version> versions, String title) {
        String name = pacticipant.name();
        String self = urls.pacticipant(name);
        ObjectNode document = Hal.object();
        document.putObject("_embedded")
                .set(
                        "versions",
                        Hal.array(versions, version -> document(version, urls.version(name, version.number()))));
        ObjectNode links = document.putObject("_links");
        links.set("self", Hal.link(request.url(), title));
        links.set("pb:pacticipant", Hal.link(self, name));
        links.set(
                "pb:versions",
                Hal.array(
                        versions,
                        version -> Hal.link(
                                urls.version(name, version.number()),
                                "Version " + version.number() + " - " + Hal.date(version.createdAt()))));
        links.set("pacticipant", Hal.link(self, "Deprecated - please use pb:pacticipant"));
        links.set(
                "versions",
                Hal.array(
                        versions,
                        version ->
                                Hal.link(urls.version(name, version.number()), "Deprecated - please use pb:versions")));
        return Answer.document(200, document);
    }

    private Answer one() {
        return single(200, new Lookup(request, tables).version());
    }

    private Answer put() {
        return change(true);
    }

    private Answer patch() {
        return change(false);
    }

    private Answer change(boolean isReplacement) {
        Fields fields = new Fields(request.json());
        String buildUrl = fields.optional("buildUrl");
        fields.check();
        String name = request.variable("pacticipant");
        String number = request.variable("version");
        Optional<Version> existing = tables.versions().find(name, number);
        Version version = existing.isEmpty()
                ? tables.versions().publish(tables.pacticipants().findOrCreate(name), number, buildUrl)
                : isReplacement || buildUrl != null
                        ? tables.versions().setBuildUrl(existing.get(), buildUrl)
                        : existing.get();
        return single(existing.isEmpty() ? 201 : 200, version);
    }

    private Answer delete() {
        tables.versions().delete(new Lookup(request, tables).version());
        return Answer.empty(204);
    }

    private Answer latest() {
        return single(200, first(tables.versions().all(request.variable("pacticipant"))));
    }

    private Answer latestTagged() {
        return single(200, first(tables.versions().tagged(request.variable("pacticipant"), request.variable("tag"))));
    }

    private Answer headOfBranch() {
        return single(
                200,
                tables.versions()
                        .headOf(request.variable("pacticipant"), request.variable("branch"))
                        .orElseThrow(RefusedException::notFound));
    }

    private static Version first(List<Version> versions) {
        return versions.stream().findFirst().orElseThrow(RefusedException::notFound);
    }

    private Answer single(int status, Version version) {
        ObjectNode document = document(version, request.url());
        ObjectNode links = document.withObject("/_links");
        List<Environment> environments = tables.environments().all();
        links.set(
                "pb:deployed-environments",
                Hal.array(
                        tables.environmentVersions().of(Presence.DEPLOYED, version.id()),
                        presence -> EnvironmentLinks.deployed(urls, tables, presence)));
        links.set(
                "pb:released-environments",
                Hal.array(
                        tables.environmentVersions().of(Presence.RELEASED, version.id()),
                        presence -> EnvironmentLinks.released(urls, tables, presence)));
        links.set(
                "pb:record-deployment",
                Hal.array(environments, environment -> recordLink(version, environment, "deployment", "deployed")));
        links.set(
                "pb:record-release",
                Hal.array(environments, environment -> recordLink(version, environment, "release", "released")));
        return Answer.document(status, document);
    }

    private ObjectNode recordLink(Version version, Environment environment, String what, String how) {
        return Hal.link(
                urls.of(
                        "pacticipants",
                        version.pacticipant(),
                        "versions",
                        version.number(),
                        how + "-versions",
                        "environment",
                        environment.uuid()),
                "Record " + what + " to " + environment.displayName(),
                environment.name());
    }

    private ObjectNode document(Version version, String self) {
        String name = version.pacticipant();
        String number = version.number();
        ObjectNode document = Hal.object().put("number", number);
        Hal.putIfPresent(document, "buildUrl", version.buildUrl());
        Hal.times(document, version.createdAt(), version.updatedAt());
        ObjectNode embedded = document.putObject("_embedded");
        embedded.set(
                "branchVersions",
                Hal.array(
                        tables.branches().of(version.id()),
                        branch -> Documents.branchVersion(urls, name, number, branch)));
        embedded.set(
                "tags",
                Hal.array(
                        tables.tags().of(version.id()),
                        tag -> Hal.self(
                                Hal.object().put("name", tag.name()),
                                Hal.link(
                                        urls.of("pacticipants", name, "versions", number, "tags", tag.name()),
                                        "Tag",
                                        tag.name()))));
        ObjectNode links = document.putObject("_links");
        links.set("self", Hal.link(self, "Version", number));
        links.set("pb:pacticipant", Hal.link(urls.pacticipant(name), "Pacticipant", name));
        links.set(
                "pb:tag",
                Hal.template(
                        urls.version(name, number) + "/tags/{tag}",
                        "Get, create or delete a tag for this pacticipant version"));
        links.set(
                "pb:latest-verification-results-where-pacticipant-is-consumer",
                Hal.link(
                        urls.of("verification-results", "consumer", name, "version", number, "latest"),
                        "Latest verification results for consumer version"));
        links.set(
                "pb:pact-versions",
                Hal.array(tables.pacts().ofVersion(version.id()), pact -> Documents.pactLink(urls, pact)));
        links.set("curies", Hal.curies(urls, "version"));
        return document;
    }
}
