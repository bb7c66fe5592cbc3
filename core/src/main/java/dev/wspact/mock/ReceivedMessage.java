package dev.wspact.mock;

import dev.wspact.message.Payload;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * A message that the client sent to a mock provider.
 *
 * @param connection 1-based number of the connection
 * @param position 1-based place among the messages that the client sent on this connection
 * @param sinceOpen time between the end of the opening handshake and the message's last fragment
 * @param payload the application data
 * @param interactions descriptions of the interactions that it belongs to: whose request it is, or whose {@code send} it
 *     is a step of; empty if the contract does not allow it
 */
public record ReceivedMessage(
        int connection, long position, Duration sinceOpen, Payload payload, List<String> interactions) {
    /** Copies the list and rejects numbers below 1. */
    public ReceivedMessage {
        Objects.requireNonNull(sinceOpen, "sinceOpen");
        Objects.requireNonNull(payload, "payload");
        interactions = List.copyOf(interactions);
        if (connection < 1 || position < 1) {
            throw new IllegalArgumentException("connection and position are 1-based");
        }
    }

    /** Whether the contract allows it, here and now. */
    public boolean expected() {
        return !interactions.isEmpty();
    }

    /** The application data as text; bytes of a binary message are taken as UTF-8. */
    public String text() {
        return payload instanceof Payload.Text text
                ? text.value()
                : new String(payload.toBytes(), java.nio.charset.StandardCharsets.UTF_8);
    }
}
