package dev.wspact.verdict;

import dev.wspact.contract.InteractionType;
import dev.wspact.contract.Place;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What was found about one interaction.
 *
 * @param subject the interaction
 * @param verdict the outcome
 * @param messages how many messages the interaction claimed
 * @param connection number of the connection it was judged on, within the result of the contract; 0 if none was opened
 * @param latency how long its messages were on their way; null if it was not measured
 */
public record InteractionResult(
        Subject subject, Verdict verdict, long messages, int connection, @Nullable Latency latency) {
    /** Rejects missing parts. */
    public InteractionResult {
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(verdict, "verdict");
    }

    /** A result without a measurement. */
    public InteractionResult(Subject subject, Verdict verdict, long messages, int connection) {
        this(subject, verdict, messages, connection, null);
    }

    /**
     * The interaction that a result is about.
     *
     * @param description the consumer's words
     * @param key its key, null if it has none
     * @param states names of its provider states
     * @param type its kind
     * @param place its place in the contract
     */
    public record Subject(
            String description, @Nullable String key, List<String> states, InteractionType type, Place place) {
        /** Copies the list. */
        public Subject {
            Objects.requireNonNull(description, "description");
            states = List.copyOf(states);
            Objects.requireNonNull(type, "type");
            Objects.requireNonNull(place, "place");
        }
    }
}
