package dev.wspact.internal.embeddedbroker.resources;

import dev.wspact.internal.embeddedbroker.web.Answer;
import dev.wspact.internal.embeddedbroker.web.Handler;
import dev.wspact.internal.embeddedbroker.web.Routes;
import java.util.List;
import java.util.Map;

/** What the Pact Broker has and this one has not: the answer says so, rather than that the address is wrong. */
final class UnservedResource {
    private static final Map<String, List<String>> PATHS = Map.of(
            "webhooks",
            List.of(
                    "/webhooks",
                    "/webhooks/{uuid}",
                    "/webhooks/{uuid}/execute",
                    "/webhooks/provider/{provider}",
                    "/webhooks/consumer/{consumer}",
                    "/webhooks/provider/{provider}/consumer/{consumer}",
                    "/pacts/provider/{provider}/consumer/{consumer}/version/{version}/triggered-webhooks"),
            "badges",
            List.of(
                    "/pacts/provider/{provider}/consumer/{consumer}/latest/badge",
                    "/pacticipants/{pacticipant}/branches/{branch}/latest-version/can-i-deploy/to-environment/{environment}/badge"),
            "labels",
            List.of("/pacticipants/{pacticipant}/labels/{label}", "/pacticipants/label/{label}"),
            "metrics",
            List.of("/metrics"),
            "the dashboard",
            List.of("/dashboard", "/dashboard/provider/{provider}/consumer/{consumer}"),
            "the publication of single pacts",
            List.of("/pacts/provider/{provider}/consumer/{consumer}/version/{version}"));

    private UnservedResource() {}

    static void addTo(Routes routes) {
        PATHS.forEach((what, paths) -> {
            Handler handler = (request, tables) -> Answer.error(
                    404,
                    "The embedded broker of wspact does not serve " + what
                            + ". Teams run the real Pact Broker, see https://docs.pact.io/pact_broker.");
            for (String path : paths) {
                List.of("GET", "POST", "PUT", "DELETE").forEach(method -> routes.add(method, path, handler));
            }
        });
    }
}
