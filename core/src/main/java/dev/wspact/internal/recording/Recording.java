package dev.wspact.internal.recording;

import java.util.List;
import java.util.Objects;

/**
 * Traffic as somebody has seen it.
 *
 * @param source the file, as the user named it
 * @param connections in the order in which they were opened
 */
public record Recording(String source, List<RecordedConnection> connections) {
    /** Copies the list. */
    public Recording {
        Objects.requireNonNull(source, "source");
        connections = List.copyOf(connections);
    }
}
