package dev.wspact.contract;

import dev.wspact.message.Payload;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Message contents (Pact V4 specification, "Message contents"). Where the content type is JSON, the payload is the JSON
 * text; where the file has base64, it is binary.
 *
 * @param payload the contents themselves
 * @param contentType media type, such as {@code application/json}
 * @param contentTypeHint Pact's hint on how to take the content type ({@code TEXT}, {@code BINARY}, {@code DEFAULT});
 *     kept as read, null if absent
 */
public record Contents(Payload payload, String contentType, @Nullable String contentTypeHint) {
    /** Of a message that is described by a schema only: it can be verified, but not published nor played by a mock. */
    public static final Contents NO_EXAMPLE = new Contents(new Payload.Text(""), "application/json", null);

    /** Rejects missing parts. */
    public Contents {
        Objects.requireNonNull(payload, "payload");
        Objects.requireNonNull(contentType, "contentType");
    }

    /** JSON contents from their text. */
    public static Contents json(String json) {
        return new Contents(new Payload.Text(json), "application/json", null);
    }

    /** Whether there is an example at all. */
    public boolean hasExample() {
        return !equals(NO_EXAMPLE);
    }

    /** Whether the content type is JSON: {@code application/json}, {@code text/json} or any {@code +json}. */
    public boolean isJson() {
        String base = baseType();
        return base.endsWith("/json") || base.endsWith("+json");
    }

    /** Whether the content type is XML: {@code application/xml}, {@code text/xml} or any {@code +xml}. */
    public boolean isXml() {
        String base = baseType();
        return base.endsWith("/xml") || base.endsWith("+xml");
    }

    /** The media type without parameters, in lower case. */
    public String baseType() {
        int parameters = contentType.indexOf(';');
        String base = parameters < 0 ? contentType : contentType.substring(0, parameters);
        return base.strip().toLowerCase(java.util.Locale.ROOT);
    }
}
