package dev.wspact.internal.embeddedbroker.resources;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wspact.internal.embeddedbroker.store.Environment;
import dev.wspact.internal.embeddedbroker.store.Environments;
import dev.wspact.internal.embeddedbroker.store.Tables;
import dev.wspact.internal.embeddedbroker.web.Answer;
import dev.wspact.internal.embeddedbroker.web.Request;
import dev.wspact.internal.embeddedbroker.web.Routes;
import dev.wspact.internal.embeddedbroker.web.Urls;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Environments. */
final class EnvironmentResource {
    private final Request request;
    private final Tables tables;
    private final Urls urls;

    private EnvironmentResource(Request request, Tables tables) {
        this.request = request;
        this.tables = tables;
        this.urls = request.urls();
    }

    static void addTo(Routes routes) {
        routes.add("GET", "/environments", (request, tables) -> new EnvironmentResource(request, tables).all());
        routes.add("POST", "/environments", (request, tables) -> new EnvironmentResource(request, tables).create());
        String one = "/environments/{environment}";
        routes.add("GET", one, (request, tables) -> new EnvironmentResource(request, tables).one());
        routes.add("PUT", one, (request, tables) -> new EnvironmentResource(request, tables).replace());
        routes.add("DELETE", one, (request, tables) -> new EnvironmentResource(request, tables).delete());
    }

    private Answer all() {
        List<Environment> all = tables.environments().all();
        ObjectNode document = Hal.object();
        document.putObject("_embedded").set("environments", Hal.array(all, one -> document(urls, one)));
        ObjectNode links = document.putObject("_links");
        links.set("self", Hal.link(urls.of("environments"), "Environments"));
        links.set(
                "pb:environments",
                Hal.array(all, one -> Hal.link(urls.environment(one.uuid()), "Environment", one.name())));
        return Answer.document(200, document);
    }

    private Answer create() {
        Environments.Details details = read(null);
        Environment environment = tables.environments().create(UUID.randomUUID().toString(), details);
        return Answer.document(201, document(urls, environment)).with("Location", urls.environment(environment.uuid()));
    }

    private Answer one() {
        return Answer.document(200, document(urls, new Lookup(request, tables).environment()));
    }

    private Answer replace() {
        Environment environment = new Lookup(request, tables).environment();
        return Answer.document(200, document(urls, tables.environments().replace(environment, read(environment))));
    }

    private Answer delete() {
        tables.environments().delete(new Lookup(request, tables).environment());
        return Answer.empty(204);
    }

    private Environments.Details read(@Nullable Environment replaced) {
        Fields fields = new Fields(request.json());
        boolean production = fields.requiredFlag("production", "must be one of: true, false");
        String name = fields.required("name");
        String displayName = fields.optional("displayName");
        JsonNode contacts = fields.get("contacts");
        if (name.contains(" ")) {
            fields.error("name", "cannot contain spaces");
        }
        tables.environments()
                .find(name)
                .filter(other -> replaced == null || other.id() != replaced.id())
                .ifPresent(other ->
                        fields.error("name", "name '" + name + "' is already used by an existing environment."));
        fields.check();
        return new Environments.Details(name, displayName, production, contacts.isArray() ? contacts.toString() : null);
    }

    static ObjectNode document(Urls urls, Environment environment) {
        ObjectNode document = plain(environment);
        String contacts = environment.contacts();
        if (contacts != null) {
            document.set("contacts", Hal.stored(contacts));
        }
        ObjectNode links = document.putObject("_links");
        String uuid = environment.uuid();
        links.set("self", self(urls, environment));
        links.set(
                "pb:currently-deployed-deployed-versions",
                Hal.link(
                        urls.environment(uuid, "deployed-versions", "currently-deployed"),
                        "Versions currently deployed to " + environment.displayName() + " environment"));
        links.set(
                "pb:currently-supported-released-versions",
                Hal.link(
                        urls.environment(uuid, "released-versions", "currently-supported"),
                        "Versions released and supported in " + environment.displayName() + " environment"));
        links.set("pb:environments", Hal.link(urls.of("environments"), "Environments"));
        return document;
    }

    /** The environment as the matrix shows it. */
    static ObjectNode embedded(Urls urls, Environment environment) {
        return Hal.self(plain(environment), self(urls, environment));
    }

    private static ObjectNode plain(Environment environment) {
        ObjectNode document = Hal.object()
                .put("uuid", environment.uuid())
                .put("name", environment.name())
                .put("displayName", environment.displayName())
                .put("production", environment.production());
        Hal.times(document, environment.createdAt(), environment.updatedAt());
        return document;
    }

    private static ObjectNode self(Urls urls, Environment environment) {
        return Hal.link(urls.environment(environment.uuid()), "Environment", environment.name());
    }
}
