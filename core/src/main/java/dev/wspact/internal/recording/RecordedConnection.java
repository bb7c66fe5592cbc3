package dev.wspact.internal.recording;

import dev.wspact.internal.websocket.ConnectOutcome;
import dev.wspact.message.HandshakeResponse;
import dev.wspact.message.Headers;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One connection of a recording.
 *
 * @param request what it was opened with
 * @param answer what came of that
 * @param events what happened on it, in the order in which the recorder saw it
 * @param wire whether the recorder saw pings and the close; a browser shows neither
 */
public record RecordedConnection(Request request, Answer answer, List<RecordedEvent> events, boolean wire) {
    /** Copies the list. */
    public RecordedConnection {
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(answer, "answer");
        events = List.copyOf(events);
    }

    /** How long the recorder watched it, from the end of the opening handshake. */
    public Duration watched() {
        return events.stream()
                .map(RecordedEvent::sinceOpen)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    /**
     * The request of an opening handshake.
     *
     * @param line where it stands in the file, 1-based
     * @param url what was connected to
     * @param headers its header fields, among them the subprotocols that were offered; without those that every handshake has
     * @param purpose what a verifier opened it for; null if it was no verifier
     */
    public record Request(int line, URI url, Headers headers, @Nullable Purpose purpose) {
        /** Rejects missing parts. */
        public Request {
            Objects.requireNonNull(url, "url");
            Objects.requireNonNull(headers, "headers");
        }
    }

    /**
     * The answer to an opening handshake.
     *
     * @param response what the server answered; null if nothing was answered, or the recorder did not see it
     * @param failure why the connection was not opened; null if it was, or if that is not known
     * @param opened the wall clock at the end of the handshake; null if it was not opened
     */
    public record Answer(
            @Nullable HandshakeResponse response, @Nullable ConnectOutcome failure, @Nullable Instant opened) {}
}
