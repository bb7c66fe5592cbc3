package dev.wspact.verdict;

import java.util.List;

/**
 * Messages that arrived and that no interaction claims.
 *
 * @param arrivals the messages, counted by type, most frequent first
 * @param failing whether the verifier was told that such messages break the contract
 */
public record Uncontracted(List<Arrival> arrivals, boolean failing) {
    /** Copies the list. */
    public Uncontracted {
        arrivals = List.copyOf(arrivals);
    }

    /** Whether such messages arrived although they must not. */
    public boolean failed() {
        return failing && !arrivals.isEmpty();
    }
}
