package dev.wspact.message;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What went over one connection, kept within limits: the first messages and the last ones, and the frames likewise.
 *
 * @param opened the wall clock at the end of the opening handshake, from which all times count; null if the connection was
 *     never open
 * @param messages the messages kept, in the order they were sent or received
 * @param omitted how many more there were that were not kept
 * @param frames the frames kept, in the order they were written or read
 */
public record Transcript(@Nullable Instant opened, List<CapturedMessage> messages, long omitted, Frames frames) {
    /** Nothing went over it. */
    public static final Transcript NONE = new Transcript(List.of(), 0);

    /** Copies the list and rejects a negative count. */
    public Transcript {
        messages = List.copyOf(messages);
        Objects.requireNonNull(frames, "frames");
        if (omitted < 0) {
            throw new IllegalArgumentException("omitted is a count, but was " + omitted);
        }
    }

    /** Messages of which the frames are not known. */
    public Transcript(List<CapturedMessage> messages, long omitted) {
        this(null, messages, omitted, Frames.NONE);
    }

    /**
     * Frames in both directions.
     *
     * @param kept the first ones and the last ones
     * @param omitted how many lie between
     */
    public record Frames(List<CapturedFrame> kept, long omitted) {
        /** No frames. */
        public static final Frames NONE = new Frames(List.of(), 0);

        /** Copies the list and rejects a negative count. */
        public Frames {
            kept = List.copyOf(kept);
            if (omitted < 0) {
                throw new IllegalArgumentException("omitted is a count, but was " + omitted);
            }
        }
    }
}
