package dev.wspact.message;

import java.util.List;

/**
 * The messages of one connection, kept within limits: the first ones and the last ones.
 *
 * @param messages the messages kept, in the order they were sent or received
 * @param omitted how many more there were that were not kept
 */
public record Transcript(List<CapturedMessage> messages, long omitted) {
    /** Copies the list and rejects a negative count. */
    public Transcript {
        messages = List.copyOf(messages);
        if (omitted < 0) {
            throw new IllegalArgumentException("omitted is a count, but was " + omitted);
        }
    }
}
