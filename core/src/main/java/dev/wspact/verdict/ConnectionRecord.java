package dev.wspact.verdict;

import dev.wspact.message.CloseStatus;
import dev.wspact.message.Direction;
import dev.wspact.message.HandshakeResponse;
import dev.wspact.message.Headers;
import dev.wspact.message.Transcript;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One connection of a verification.
 *
 * @param number 1-based, within the result of the contract
 * @param url what was connected to
 * @param request the header fields that the client asked with in the opening handshake, without those that every handshake
 *     has; the values of secret ones are masked. Empty if they are not known
 * @param handshake the server's answer to the opening handshake, null if there was none
 * @param transcript the messages, kept within limits
 * @param close how the connection ended, null if it was never open, or if a recording does not show its end
 * @param closedBy who closed first: {@code SENT} for the verifier, {@code RECEIVED} for the server; null if
 *     {@code close} is, or if the connection broke off without a close frame
 * @param judgments what became of the received messages that the transcript keeps, by their position; those of which it
 *     is not known are missing
 */
public record ConnectionRecord(
        int number,
        URI url,
        Headers request,
        @Nullable HandshakeResponse handshake,
        Transcript transcript,
        @Nullable CloseStatus close,
        @Nullable Direction closedBy,
        Map<Long, Judgment> judgments) {
    /** Copies the map; rejects missing parts, and one who closed what was never open. */
    public ConnectionRecord {
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(transcript, "transcript");
        judgments = Map.copyOf(judgments);
        if (closedBy != null && close == null) {
            throw new IllegalArgumentException("a connection that was never open cannot have been closed");
        }
    }

    /** A connection of whose request the header fields are not known. */
    public ConnectionRecord(
            int number,
            URI url,
            @Nullable HandshakeResponse handshake,
            Transcript transcript,
            @Nullable CloseStatus close,
            @Nullable Direction closedBy,
            Map<Long, Judgment> judgments) {
        this(number, url, Headers.NONE, handshake, transcript, close, closedBy, judgments);
    }

    /** A connection of whose messages is not known what became of them. */
    public ConnectionRecord(
            int number,
            URI url,
            @Nullable HandshakeResponse handshake,
            Transcript transcript,
            @Nullable CloseStatus close,
            @Nullable Direction closedBy) {
        this(number, url, handshake, transcript, close, closedBy, Map.of());
    }

    /** The same connection, of which the header fields of the request are known. */
    public ConnectionRecord withRequest(Headers headers) {
        return new ConnectionRecord(number, url, headers, handshake, transcript, close, closedBy, judgments);
    }
}
