package dev.wspact.verdict;

import dev.wspact.message.CloseStatus;
import dev.wspact.message.Direction;
import dev.wspact.message.HandshakeResponse;
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
 * @param handshake the server's answer to the opening handshake, null if there was none
 * @param transcript the messages, kept within limits
 * @param close how the connection ended, null if it was never open
 * @param closedBy who closed first: {@code SENT} for the verifier, {@code RECEIVED} for the server; null if the
 *     connection was never open, or broke off without a close frame
 * @param judgments what became of the received messages that the transcript keeps, by their position; those of which it
 *     is not known are missing
 */
public record ConnectionRecord(
        int number,
        URI url,
        @Nullable HandshakeResponse handshake,
        Transcript transcript,
        @Nullable CloseStatus close,
        @Nullable Direction closedBy,
        Map<Long, Judgment> judgments) {
    /** Copies the map; rejects missing parts, and one who closed what was never open. */
    public ConnectionRecord {
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(transcript, "transcript");
        judgments = Map.copyOf(judgments);
        if (closedBy != null && close == null) {
            throw new IllegalArgumentException("a connection that was never open cannot have been closed");
        }
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
}
