package dev.wspact.message;

import java.util.Objects;

/**
 * What stands behind the header fields of an answer that refuses the opening handshake.
 *
 * @param content the body: text, decoded by the charset of its {@code Content-Type}, or bytes where it is no text
 * @param whole whether that is all of it; it is read up to a size and for a time only
 */
public record ResponseBody(Payload content, boolean whole) {
    /** No body. */
    public static final ResponseBody NONE = new ResponseBody(new Payload.Text(""), true);

    /** Rejects missing content. */
    public ResponseBody {
        Objects.requireNonNull(content, "content");
    }

    /** Whether nothing of a body has come. */
    public boolean isEmpty() {
        return content.sizeInBytes() == 0;
    }
}
