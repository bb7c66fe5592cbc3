package dev.wspact.internal.recording;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * What a verifier opened a connection for.
 *
 * @param consumer the contract's consumer
 * @param provider the contract's provider
 * @param interactions the interactions that were judged on it
 * @param credentials whether the verifier added credentials of its own
 * @param timeout how long an interaction waited where its contract does not say
 */
public record Purpose(
        String consumer, String provider, List<Named> interactions, boolean credentials, Duration timeout) {
    /** Copies the list. */
    public Purpose {
        Objects.requireNonNull(consumer, "consumer");
        Objects.requireNonNull(provider, "provider");
        Objects.requireNonNull(timeout, "timeout");
        interactions = List.copyOf(interactions);
    }

    /** The same for another connection that came of it. */
    public Purpose withCredentials(boolean added) {
        return new Purpose(consumer, provider, interactions, added, timeout);
    }

    /**
     * An interaction, by what is unique in a contract.
     *
     * @param description its description
     * @param states the names of its provider states
     */
    public record Named(String description, List<String> states) {
        /** Copies the list. */
        public Named {
            Objects.requireNonNull(description, "description");
            states = List.copyOf(states);
        }
    }
}
