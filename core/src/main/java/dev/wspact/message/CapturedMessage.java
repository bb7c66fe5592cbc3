package dev.wspact.message;

import java.time.Duration;
import java.util.Objects;

/**
 * One complete WebSocket message as it was seen on the wire, fragments already joined.
 *
 * @param direction who sent it
 * @param position 1-based place in the connection, counted per direction
 * @param sinceOpen time between the end of the opening handshake and the message's last fragment
 * @param payload the application data
 */
public record CapturedMessage(Direction direction, long position, Duration sinceOpen, Payload payload) {
    /** Rejects missing parts and a position below 1. */
    public CapturedMessage {
        Objects.requireNonNull(direction, "direction");
        Objects.requireNonNull(sinceOpen, "sinceOpen");
        Objects.requireNonNull(payload, "payload");
        if (position < 1) {
            throw new IllegalArgumentException("position is 1-based, but was " + position);
        }
    }
}
