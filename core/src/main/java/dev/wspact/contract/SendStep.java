package dev.wspact.contract;

import dev.wspact.message.FrameType;
import dev.wspact.message.JsonText;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A message that the client sends after opening.
 *
 * @param contents what is sent
 * @param frame how it is sent as declared; null for text, or binary where the contents are base64
 * @param awaits exact values, by JSON Pointer, of a message to wait for before the next step; empty to go on at once
 * @param after how long to wait before this step; null to send at once
 * @param generators Pact generators applied to the contents before they are sent
 */
public record SendStep(
        Contents contents,
        @Nullable FrameType frame,
        Map<String, JsonText> awaits,
        @Nullable Duration after,
        JsonText generators) {
    /** Copies the map, keeping its order. */
    public SendStep {
        Objects.requireNonNull(contents, "contents");
        Objects.requireNonNull(generators, "generators");
        awaits = Collections.unmodifiableMap(new LinkedHashMap<>(awaits));
    }

    /** How the message is sent. */
    public FrameType effectiveFrame() {
        return frame != null ? frame : contents.payload().frameType();
    }
}
