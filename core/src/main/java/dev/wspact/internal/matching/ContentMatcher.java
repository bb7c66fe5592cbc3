package dev.wspact.internal.matching;

import dev.wspact.internal.json.ReceivedPayload;
import dev.wspact.internal.time.Deadline;
import dev.wspact.message.JsonText;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares the contents of messages with one example, whatever frame they came in. Immutable. */
interface ContentMatcher {
    /** How the contents differ; empty if they match. */
    List<Difference> differences(ReceivedPayload message, Deadline deadline) throws UnjudgeableException;

    /** Whether it reads JSON, so that it says one thing only of what is none. */
    default boolean readsJson() {
        return false;
    }

    /** The exact values that every matching message must have one of, by JSON Pointer. */
    default Map<String, Set<JsonText>> exactValues() {
        return Map.of();
    }
}
