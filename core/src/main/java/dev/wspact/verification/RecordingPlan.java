package dev.wspact.verification;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * What to record, and for how long: until the first of the two bounds, the end of the connection, or an interrupt.
 *
 * @param subprotocols what a connection of ours offers, in order of preference; a proxy's clients offer their own
 * @param send the texts that a connection of ours sends after opening, in this order; a proxy's clients send their own
 * @param duration the longest time; zero for no bound
 * @param messages the most messages in both directions together; zero for no bound
 */
public record RecordingPlan(List<String> subprotocols, List<String> send, Duration duration, long messages) {
    /** Everything, until it ends by itself. */
    public static final RecordingPlan UNBOUNDED = new RecordingPlan(List.of(), List.of(), Duration.ZERO, 0);

    /** Copies the lists and rejects negative bounds. */
    public RecordingPlan {
        subprotocols = List.copyOf(subprotocols);
        send = List.copyOf(send);
        Objects.requireNonNull(duration, "duration");
        if (duration.isNegative()) {
            throw new IllegalArgumentException("duration must not be negative, but was " + duration);
        }
        if (messages < 0) {
            throw new IllegalArgumentException("messages must not be negative, but was " + messages);
        }
    }
}
