package dev.wspact.internal.embeddedbroker.resources;

import dev.wspact.internal.embeddedbroker.web.Routes;

/** Everything that the embedded broker answers. */
public final class BrokerRoutes {
    private BrokerRoutes() {}

    /** All routes; where two fit a path, the more exact one comes first. */
    public static Routes all() {
        Routes routes = new Routes();
        IndexResource.addTo(routes);
        PublishResource.addTo(routes);
        ForVerificationResource.addTo(routes);
        PactListResource.addTo(routes);
        PactResource.addTo(routes);
        ProviderPactsResource.addTo(routes);
        ResultResource.addTo(routes);
        PacticipantResource.addTo(routes);
        VersionResource.addTo(routes);
        BranchResource.addTo(routes);
        TagResource.addTo(routes);
        EnvironmentResource.addTo(routes);
        EnvironmentVersionResource.addTo(routes);
        MatrixResource.addTo(routes);
        UnservedResource.addTo(routes);
        return routes;
    }
}
