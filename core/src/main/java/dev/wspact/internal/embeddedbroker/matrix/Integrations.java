package dev.wspact.internal.embeddedbroker.matrix;

import dev.wspact.internal.embeddedbroker.store.Integration;
import dev.wspact.internal.embeddedbroker.store.Pact;
import dev.wspact.internal.embeddedbroker.store.Tables;
import dev.wspact.internal.embeddedbroker.store.Version;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Who has a pact with whom, as far as a query is concerned. */
final class Integrations {
    private static final Comparator<Integration> BY_NAME =
            Comparator.comparing(Integration::consumer).thenComparing(Integration::provider);

    private final Tables tables;

    Integrations(Tables tables) {
        this.tables = tables;
    }

    /** Those of the specified versions with anyone, or among themselves only. */
    List<RequiredIntegration> of(List<ResolvedSelector> specified, boolean withAnyone) {
        Map<Integration, Boolean> found = new TreeMap<>(BY_NAME);
        Set<Long> pacticipants =
                specified.stream().map(ResolvedSelector::pacticipantId).collect(Collectors.toSet());
        if (withAnyone) {
            // what matters is who may be deployed there: that cannot be seen from the provider's version
            tables.pacticipants().integrations().stream()
                    .filter(integration -> pacticipants.contains(integration.providerId()))
                    .forEach(integration -> found.put(integration, false));
        }
        specified.stream()
                .flatMap(selector -> asConsumer(selector).stream())
                .filter(pact -> withAnyone || pacticipants.contains(pact.providerId()))
                .forEach(pact -> found.put(
                        new Integration(pact.consumerId(), pact.consumer(), pact.providerId(), pact.provider()), true));
        List<RequiredIntegration> integrations = new ArrayList<>();
        found.forEach((integration, required) -> integrations.add(new RequiredIntegration(integration, required)));
        return integrations;
    }

    /** The pacts of the versions that a selector means. */
    List<Pact> asConsumer(ResolvedSelector selector) {
        Version version = selector.version();
        if (version != null) {
            return tables.pacts().ofVersion(version.id());
        }
        return selector.isNameOnly() ? tables.pacts().ofConsumer(selector.pacticipantId()) : List.of();
    }
}
