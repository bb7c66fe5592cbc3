package dev.wspact.contract;

import dev.wspact.message.JsonText;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a consumer relies on (Pact V4 specification, "Interaction"): how the connection is prepared, and what
 * must then be seen on it.
 *
 * @param description the consumer's words; unique together with the provider states
 * @param key the key given in the file, null if it has none
 * @param pending the file's own {@code pending} member
 * @param setup what is done before the expectation is judged
 * @param expectation what must be seen
 * @param origin where the interaction was read from
 */
public record Interaction(
        String description,
        @Nullable String key,
        boolean pending,
        Setup setup,
        Expectation expectation,
        Origin origin) {
    /** Rejects missing parts. */
    public Interaction {
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(setup, "setup");
        Objects.requireNonNull(expectation, "expectation");
        Objects.requireNonNull(origin, "origin");
    }

    /**
     * Where an interaction was read from, and what of it is only carried along.
     *
     * @param place the interaction's place in its source
     * @param extras members that are not understood but kept, by JSON Pointer from the interaction
     */
    public record Origin(Place place, Map<String, JsonText> extras) {
        /** Copies the map. */
        public Origin {
            Objects.requireNonNull(place, "place");
            // in their order, so that one contract is always written the same
            extras = Collections.unmodifiableMap(new LinkedHashMap<>(extras));
        }
    }
}
