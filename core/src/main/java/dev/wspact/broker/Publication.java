package dev.wspact.broker;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * All pacts of one version of a consumer. They are published by one request, so that either all are or none.
 *
 * @param version the consumer and its version
 * @param pacts at least one, all of this consumer, one for each provider
 */
public record Publication(PacticipantVersion version, List<PactText> pacts) {
    /** Copies the list; rejects an empty one, pacts of another consumer, and two with one provider. */
    public Publication {
        Objects.requireNonNull(version, "version");
        pacts = List.copyOf(pacts);
        if (pacts.isEmpty()) {
            throw new IllegalArgumentException("pacts is empty: there is nothing to publish");
        }
        Set<String> providers = new HashSet<>();
        for (PactText pact : pacts) {
            if (!pact.consumer().equals(version.pacticipant())) {
                throw new IllegalArgumentException("a pact of " + pact.consumer()
                        + " cannot be published for a version of " + version.pacticipant());
            }
            if (!providers.add(pact.provider())) {
                throw new IllegalArgumentException("two pacts of " + pact.consumer() + " with " + pact.provider()
                        + " cannot be published for one version; merge them first");
            }
        }
    }
}
