package dev.wspact.internal.embeddedbroker.resources;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wspact.internal.embeddedbroker.store.Environment;
import dev.wspact.internal.embeddedbroker.store.EnvironmentVersion;
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

/** Deployments and releases: which version is in which environment. */
final class EnvironmentVersionResource {
    private final Words words;
    private final Request request;
    private final Tables tables;
    private final Urls urls;

    private EnvironmentVersionResource(Words words, Request request, Tables tables) {
        this.words = words;
        this.request = request;
        this.tables = tables;
        this.urls = request.urls();
    }

    /** What deployments and releases are called in addresses and documents. */
    private enum Words {
        DEPLOYED(Presence.DEPLOYED, "deployed-versions", "currently-deployed", "deployedVersions", "currentlyDeployed"),
        RELEASED(
                Presence.RELEASED,
                "released-versions",
                "currently-supported",
                "releasedVersions",
                "currentlySupported");

        private final Presence presence;
        private final String path;
        private final String current;
        private final String collection;
        private final String flag;

        Words(Presence presence, String path, String current, String collection, String flag) {
            this.presence = presence;
            this.path = path;
            this.current = current;
            this.collection = collection;
            this.flag = flag;
        }
    }

    static void addTo(Routes routes) {
        for (Words words : Words.values()) {
            String ofVersion =
                    "/pacticipants/{pacticipant}/versions/{version}/" + words.path + "/environment/{environment}";
            routes.add("GET", ofVersion, (request, tables) -> new EnvironmentVersionResource(words, request, tables)
                    .ofVersion());
            routes.add("POST", ofVersion, (request, tables) -> new EnvironmentVersionResource(words, request, tables)
                    .record());
            routes.add(
                    "GET",
                    "/environments/{environment}/" + words.path + "/" + words.current,
                    (request, tables) -> new EnvironmentVersionResource(words, request, tables).current());
            String one = "/" + words.path + "/{uuid}";
            routes.add("GET", one, (request, tables) -> new EnvironmentVersionResource(words, request, tables).one());
            routes.addMergePatch(
                    one, (request, tables) -> new EnvironmentVersionResource(words, request, tables).end());
        }
    }

    private Answer record() {
        Version version = new Lookup(request, tables).version();
        Environment environment = new Lookup(request, tables).environment();
        Fields fields = new Fields(request.json());
        String instance = fields.optionalFilled("applicationInstance");
        String target = instance == null ? fields.optionalFilled("target") : instance;
        fields.check();
        EnvironmentVersion recorded = tables.environmentVersions()
                .record(words.presence, version, environment, words == Words.DEPLOYED ? target : null);
        return Answer.document(201, document(recorded, true)).with("Location", urls.of(words.path, recorded.uuid()));
    }

    private Answer ofVersion() {
        Version version = new Lookup(request, tables).version();
        Environment environment = new Lookup(request, tables).environment();
        return list(
                tables.environmentVersions().of(words.presence, version.id(), environment.id()),
                "Versions of " + version.pacticipant() + " in " + environment.displayName());
    }

    private Answer current() {
        Environment environment = new Lookup(request, tables).environment();
        List<EnvironmentVersion> found = tables.environmentVersions().current(words.presence, environment).stream()
                .filter(version -> fits("pacticipant", version.pacticipant()))
                .filter(version -> fits("version", version.version()))
                .filter(version -> fitsInstance(version))
                .toList();
        return list(
                found,
                words == Words.DEPLOYED
                        ? "Currently deployed versions for " + environment.displayName()
                        : "Currently supported versions in " + environment.displayName());
    }

    private boolean fits(String name, String value) {
        return request.query().get(name).map(value::equals).orElse(true);
    }

    /** An instance that is asked for as an empty one means the version without instances. */
    private boolean fitsInstance(EnvironmentVersion version) {
        for (String name : List.of("applicationInstance", "target")) {
            if (request.query().has(name)) {
                String wanted = request.query().get(name).orElse("");
                return wanted.equals(Optional.ofNullable(version.target()).orElse(""));
            }
        }
        return true;
    }

    private Answer list(List<EnvironmentVersion> versions, String title) {
        ObjectNode document = Hal.object();
        document.putObject("_embedded").set(words.collection, Hal.array(versions, version -> document(version, false)));
        return Answer.document(200, Hal.self(document, Hal.link(request.url(), title)));
    }

    private EnvironmentVersion find() {
        return tables.environmentVersions()
                .find(words.presence, request.variable("uuid"))
                .orElseThrow(RefusedException::notFound);
    }

    private Answer one() {
        return Answer.document(200, document(find(), true));
    }

    private Answer end() {
        EnvironmentVersion version = find();
        JsonNode flag = request.json().path(words.flag);
        if (flag.isBoolean() && flag.booleanValue()) {
            ObjectNode document = Hal.object();
            document.putObject("errors")
                    .putArray(words.flag)
                    .add("The " + words.flag + " property cannot be set back to true. Please record a new deployment.");
            throw new RefusedException(Answer.document(422, document));
        }
        return Answer.document(
                200,
                document(flag.isBoolean() ? tables.environmentVersions().end(words.presence, version) : version, true));
    }

    private ObjectNode document(EnvironmentVersion version, boolean withEnvironment) {
        ObjectNode document = Hal.object().put("uuid", version.uuid()).put(words.flag, version.endedAt() == null);
        Hal.putIfPresent(document, "target", version.target());
        Hal.putIfPresent(document, "applicationInstance", version.target());
        document.put("createdAt", Hal.time(version.createdAt()));
        Long endedAt = version.endedAt();
        if (endedAt != null) {
            document.put(words == Words.DEPLOYED ? "undeployedAt" : "supportEndedAt", Hal.time(endedAt));
        }
        ObjectNode embedded = document.putObject("_embedded");
        embedded.set("pacticipant", Documents.named(urls, version.pacticipant()));
        embedded.set("version", Documents.embeddedVersion(urls, version.pacticipant(), version.version()));
        if (withEnvironment) {
            embedded.set(
                    "environment",
                    EnvironmentResource.document(urls, tables.environments().get(version.environmentId())));
        }
        return Hal.self(document, Hal.link(urls.of(words.path, version.uuid())));
    }
}
