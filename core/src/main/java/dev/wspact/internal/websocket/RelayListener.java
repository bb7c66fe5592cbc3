package dev.wspact.internal.websocket;

import dev.wspact.message.CloseStatus;
import dev.wspact.message.Direction;
import dev.wspact.message.HandshakeResponse;
import dev.wspact.message.Headers;
import dev.wspact.message.Opcode;
import dev.wspact.message.Payload;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Hears what goes through a {@link Relay}; on the relay's threads, so it must be fast, and safe for several. */
public interface RelayListener {
    /**
     * The server accepted a connection.
     *
     * @param url what the client connected to, on the server
     * @param request the header fields of the client
     * @return hears what goes over it
     */
    Traffic opened(URI url, Headers request, HandshakeResponse response, Instant opened);

    /** The server refused a connection. */
    void refused(URI url, Headers request, HandshakeResponse response);

    /** The server could not be reached. */
    void unreachable(URI url, Headers request, String problem);

    /** Hears of one connection, before the other side gets what it hears of; times are since the opening handshake. */
    interface Traffic {
        /** A whole message. */
        void message(Direction by, Payload payload, Duration sinceOpen);

        /** A ping or pong. */
        void control(Direction by, Opcode opcode, Duration sinceOpen);

        /** A close frame; of both sides only the first. */
        void closed(Direction by, CloseStatus status, Duration sinceOpen);

        /**
         * The connection has ended, or can be understood no longer.
         *
         * @param violation how the server broke the protocol; null if it did not
         */
        void ended(Duration sinceOpen, @Nullable String violation);
    }
}
