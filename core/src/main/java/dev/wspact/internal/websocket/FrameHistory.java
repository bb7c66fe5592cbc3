package dev.wspact.internal.websocket;

import dev.wspact.message.CloseStatus;
import dev.wspact.message.Direction;
import dev.wspact.message.Transcript;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What has been on the wire of a connection so far.
 *
 * @param opened the wall clock at the end of the opening handshake
 * @param frames the frames, kept within limits
 * @param closing the first close frame; null if none was sent or received
 */
public record FrameHistory(Instant opened, Transcript.Frames frames, @Nullable Closing closing) {
    /** Rejects missing parts. */
    public FrameHistory {
        Objects.requireNonNull(opened, "opened");
        Objects.requireNonNull(frames, "frames");
    }

    /**
     * A close frame, and whose.
     *
     * @param by who closed
     * @param status what the frame says
     */
    public record Closing(Direction by, CloseStatus status) {}
}
