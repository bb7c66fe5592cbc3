package dev.wspact.internal.embeddedbroker.resources;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wspact.internal.embeddedbroker.store.EnvironmentVersion;
import dev.wspact.internal.embeddedbroker.store.Tables;
import dev.wspact.internal.embeddedbroker.web.Urls;

/** Links to where a version is, or was. */
final class EnvironmentLinks {
    private EnvironmentLinks() {}

    static ObjectNode deployed(Urls urls, Tables tables, EnvironmentVersion version) {
        String environment = tables.environments().get(version.environmentId()).displayName();
        ObjectNode link = Hal.link(
                        urls.of("deployed-versions", version.uuid()), "Version deployed to " + environment, environment)
                .put("currently_deployed", version.endedAt() == null);
        Hal.putIfPresent(link, "application_instance", version.target());
        return link;
    }

    static ObjectNode released(Urls urls, Tables tables, EnvironmentVersion version) {
        String environment = tables.environments().get(version.environmentId()).displayName();
        return Hal.link(urls.of("released-versions", version.uuid()), "Version released to " + environment, environment)
                .put("currently_supported", version.endedAt() == null);
    }
}
