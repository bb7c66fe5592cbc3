package dev.wspact.contract;

import dev.wspact.message.JsonText;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What one consumer relies on when it talks to one provider.
 *
 * @param consumer name of the consumer
 * @param provider name of the provider
 * @param source the file, directory or URL it was read from, as the user named it
 * @param interactions what the consumer relies on; description and provider states are unique
 * @param notes remarks of the reader that are no errors, such as an assumed JSON Schema draft
 * @param extras members of the file that are not understood but kept, by JSON Pointer from the document's root
 */
public record Contract(
        String consumer,
        String provider,
        String source,
        List<Interaction> interactions,
        List<String> notes,
        Map<String, JsonText> extras) {
    /** Copies the collections. */
    public Contract {
        Objects.requireNonNull(consumer, "consumer");
        Objects.requireNonNull(provider, "provider");
        Objects.requireNonNull(source, "source");
        interactions = List.copyOf(interactions);
        notes = List.copyOf(notes);
        // in their order, so that one contract is always written the same
        extras = Collections.unmodifiableMap(new LinkedHashMap<>(extras));
    }
}
