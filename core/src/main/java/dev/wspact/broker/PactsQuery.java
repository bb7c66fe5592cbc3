package dev.wspact.broker;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which pacts a provider asks for to verify.
 *
 * @param provider the provider's name
 * @param branch the branch that its version is on; null if it is not known. Without it there is no pending and no WIP
 * @param tags tags that its version will have
 * @param selectors which consumer versions; if empty, the broker's default: main branches, and all that is deployed
 * @param includePending whether the broker may call a pact pending: new to this branch, so that it must not fail a build
 * @param includeWipSince from which day on work in progress is verified as well, null for none
 */
public record PactsQuery(
        String provider,
        @Nullable String branch,
        List<String> tags,
        List<ConsumerVersionSelector> selectors,
        boolean includePending,
        @Nullable LocalDate includeWipSince) {
    /** Copies the lists; rejects a blank name, and work in progress without pending pacts, which the broker does not know. */
    public PactsQuery {
        PacticipantVersion.requireText(provider, "provider");
        tags = List.copyOf(tags);
        selectors = List.copyOf(selectors);
        if (includeWipSince != null && !includePending) {
            throw new IllegalArgumentException(
                    "work in progress (includeWipPactsSince) is pending by its nature: enable"
                            + " pending pacts (enablePending) as well");
        }
    }

    /** The broker's default selection. */
    public PactsQuery(String provider) {
        this(provider, null, List.of(), List.of(), false, null);
    }
}
