package dev.wspact.internal.embeddedbroker.resources;

import dev.wspact.internal.embeddedbroker.store.Environment;
import dev.wspact.internal.embeddedbroker.store.Pact;
import dev.wspact.internal.embeddedbroker.store.Pacticipant;
import dev.wspact.internal.embeddedbroker.store.Tables;
import dev.wspact.internal.embeddedbroker.store.Version;
import dev.wspact.internal.embeddedbroker.web.RefusedException;
import dev.wspact.internal.embeddedbroker.web.Request;

/** What the path of a request names; refuses with 404 if it is not there. */
final class Lookup {
    private final Request request;
    private final Tables tables;

    Lookup(Request request, Tables tables) {
        this.request = request;
        this.tables = tables;
    }

    Pacticipant pacticipant() {
        String name = request.variable("pacticipant");
        return tables.pacticipants().find(name).orElseThrow(() -> RefusedException.noSuch("pacticipant", name));
    }

    Pacticipant provider() {
        String name = request.variable("provider");
        return tables.pacticipants().find(name).orElseThrow(() -> RefusedException.noSuch("provider", name));
    }

    Version version() {
        return tables.versions()
                .find(request.variable("pacticipant"), request.variable("version"))
                .orElseThrow(RefusedException::notFound);
    }

    Environment environment() {
        return tables.environments().withUuid(request.variable("environment")).orElseThrow(RefusedException::notFound);
    }

    /** The latest publication of the content whose hash the path names. */
    Pact content() {
        return tables.pacts()
                .withSha(request.variable("consumer"), request.variable("provider"), request.variable("sha"))
                .orElseThrow(RefusedException::notFound);
    }
}
