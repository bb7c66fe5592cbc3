package dev.wspact.contract;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How many matching messages must arrive, and by when.
 *
 * @param atLeast the fewest; null for 1
 * @param atMost the most; null for any number
 * @param within by when, counted from the end of the sends; null for the verifier's timeout
 */
public record Receive(@Nullable Integer atLeast, @Nullable Integer atMost, @Nullable Duration within) {
    /** At least one, within the verifier's timeout. */
    public static final Receive DEFAULT = new Receive(null, null, null);

    /** Rejects bounds that no number of messages can satisfy. */
    public Receive {
        if (atLeast != null && atLeast < 0) {
            throw new IllegalArgumentException("atLeast must not be negative, but was " + atLeast);
        }
        if (atMost != null && atMost < (atLeast == null ? 1 : atLeast)) {
            throw new IllegalArgumentException("atMost must not be below atLeast, but was " + atMost);
        }
    }

    /** The fewest messages that must arrive. */
    public int fewest() {
        return atLeast == null ? 1 : atLeast;
    }
}
