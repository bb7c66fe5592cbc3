package dev.wspact.internal.verification;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.wspact.internal.json.ReceivedPayload;
import dev.wspact.internal.json.StrictJson;
import dev.wspact.message.CapturedMessage;
import dev.wspact.message.JsonText;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message that is being judged.
 *
 * @param connection number of its connection
 * @param opened the wall clock at the end of the opening handshake
 * @param captured the message on the wire
 * @param payload its payload, read as JSON at most once
 * @param fate what becomes of it
 */
record Incoming(int connection, Instant opened, CapturedMessage captured, ReceivedPayload payload, Fate fate) {
    static Incoming of(int connection, Instant opened, CapturedMessage captured) {
        return new Incoming(connection, opened, captured, new ReceivedPayload(captured.payload()), new Fate());
    }

    /** A message whose arrival on the wall clock nobody asks for. */
    static Incoming of(int connection, CapturedMessage captured) {
        return of(connection, Instant.EPOCH, captured);
    }

    /** When it arrived, on the wall clock. */
    Instant arrived() {
        return opened.plus(at());
    }

    /** When it arrived, since the end of the opening handshake. */
    Duration at() {
        return captured.sinceOpen();
    }

    /** What is kept of it once it is judged. */
    Sighting sighting() {
        return new Sighting(connection, captured.position(), at());
    }

    /** The value at a place of the JSON, in the form of {@link StrictJson#exact}; null if there is none. */
    @Nullable
    JsonText valueAt(JsonPointer pointer) {
        JsonNode tree = payload.jsonOrNull();
        return tree == null ? null : exactAt(tree, pointer);
    }

    static @Nullable JsonText exactAt(JsonNode tree, JsonPointer pointer) {
        JsonNode value = tree.at(pointer);
        return value.isMissingNode() ? null : StrictJson.exact(value);
    }
}
