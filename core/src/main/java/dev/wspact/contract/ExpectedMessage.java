package dev.wspact.contract;

import dev.wspact.message.FrameType;
import dev.wspact.message.JsonText;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A message as a contract describes it: an example, and what may differ from it.
 *
 * @param contents the example
 * @param frame the frame type as declared; null for text, or binary where the contents are base64
 * @param shape what a real message must have in common with the example
 * @param generators Pact generators for the contents, {@link JsonText#EMPTY_OBJECT} if none
 * @param metadata Pact message metadata, {@link JsonText#EMPTY_OBJECT} if none; only the content type has a place on a
 *     WebSocket
 * @param place the message's place in its source
 */
public record ExpectedMessage(
        Contents contents,
        @Nullable FrameType frame,
        Shape shape,
        JsonText generators,
        JsonText metadata,
        Place place) {
    /** Rejects missing parts. */
    public ExpectedMessage {
        Objects.requireNonNull(contents, "contents");
        Objects.requireNonNull(shape, "shape");
        Objects.requireNonNull(generators, "generators");
        Objects.requireNonNull(metadata, "metadata");
        Objects.requireNonNull(place, "place");
    }

    /** The frame type that a message must have. */
    public FrameType effectiveFrame() {
        return frame != null ? frame : contents.payload().frameType();
    }
}
