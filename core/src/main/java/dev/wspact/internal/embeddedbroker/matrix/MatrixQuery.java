package dev.wspact.internal.embeddedbroker.matrix;

import java.util.List;

/**
 * A question to the matrix.
 *
 * @param ignored pacticipants and versions whose rows do not count
 */
public record MatrixQuery(
        List<VersionSelector> selectors, Target target, LatestBy latestBy, List<VersionSelector> ignored) {
    /** Copies the lists. */
    public MatrixQuery {
        selectors = List.copyOf(selectors);
        ignored = List.copyOf(ignored);
    }
}
