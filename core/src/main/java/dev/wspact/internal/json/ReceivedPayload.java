package dev.wspact.internal.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wspact.message.Payload;
import org.jspecify.annotations.Nullable;

/** A received payload and the JSON in it, which is read once and only on demand. Confined to one thread. */
public final class ReceivedPayload {
    private final Payload payload;
    private @Nullable JsonNode tree;
    private @Nullable MalformedJsonException problem;

    /** Reads nothing yet. */
    public ReceivedPayload(Payload payload) {
        this.payload = payload;
    }

    /** The payload itself. */
    public Payload payload() {
        return payload;
    }

    /**
     * The payload as JSON, whatever its frame type.
     *
     * @throws MalformedJsonException if it is not one JSON value
     */
    public JsonNode json() throws MalformedJsonException {
        if (tree == null && problem == null) {
            readOnce();
        }
        if (tree == null) {
            throw java.util.Objects.requireNonNull(problem);
        }
        return tree;
    }

    /** The payload as JSON, or null if it is not one JSON value. */
    public @Nullable JsonNode jsonOrNull() {
        if (tree == null && problem == null) {
            readOnce();
        }
        return tree;
    }

    private void readOnce() {
        try {
            tree = payload instanceof Payload.Text text
                    ? StrictJson.read(text.value())
                    : StrictJson.read(payload.toBytes());
        } catch (MalformedJsonException e) {
            problem = e;
        }
    }
}
