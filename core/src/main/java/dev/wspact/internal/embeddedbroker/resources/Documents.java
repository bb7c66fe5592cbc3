package dev.wspact.internal.embeddedbroker.resources;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wspact.internal.embeddedbroker.store.BranchVersion;
import dev.wspact.internal.embeddedbroker.store.Pact;
import dev.wspact.internal.embeddedbroker.web.Urls;

/** Pieces that several documents have in common. */
final class Documents {
    private Documents() {}

    static ObjectNode pactLink(Urls urls, Pact pact) {
        return Hal.link(pactUrl(urls, pact), "Pact", pact.name());
    }

    static String pactUrl(Urls urls, Pact pact) {
        return urls.between(pact.provider(), pact.consumer(), "version", pact.consumerVersion());
    }

    static ObjectNode embeddedVersion(Urls urls, String pacticipant, String number) {
        return Hal.self(
                Hal.object().put("number", number), Hal.link(urls.version(pacticipant, number), "Version", number));
    }

    static ObjectNode named(Urls urls, String pacticipant) {
        return Hal.self(Hal.object().put("name", pacticipant), Hal.link(urls.pacticipant(pacticipant)));
    }

    static ObjectNode branchVersion(Urls urls, String pacticipant, String number, BranchVersion version) {
        String branch = version.branch();
        return Hal.self(
                Hal.object().put("name", branch).put("latest", version.latest()),
                Hal.link(
                        urls.of("pacticipants", pacticipant, "branches", branch, "versions", number),
                        "Branch version",
                        branch));
    }
}
