package dev.wspact.wire;

import dev.wspact.message.Headers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The client's opening handshake as it came.
 *
 * @param line the request line, such as {@code GET /path?a=b HTTP/1.1}
 * @param headers the header fields, one value a field line
 */
public record OpeningHandshake(String line, Headers headers) {
    private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    static OpeningHandshake of(List<String> lines) {
        Map<String, List<String>> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String field : lines.subList(1, lines.size())) {
            int colon = field.indexOf(':');
            if (colon < 1) {
                throw new IllegalStateException("not a header field: \"" + field + "\"");
            }
            fields.computeIfAbsent(field.substring(0, colon), name -> new ArrayList<>())
                    .add(field.substring(colon + 1).strip());
        }
        return new OpeningHandshake(lines.get(0), new Headers(fields));
    }

    /** The path with its query, as it stands in the request line. */
    public String target() {
        return line.split(" ", -1)[1];
    }

    /** The only value of a field, or an error if there is none or more than one. */
    public String header(String name) {
        List<String> values = headers.values(name);
        if (values.size() != 1) {
            throw new IllegalStateException("expected one " + name + ", but there were " + values);
        }
        return values.get(0);
    }

    /** The right value of {@code Sec-WebSocket-Accept} (RFC 6455 section 4.2.2). */
    public String acceptValue() {
        try {
            byte[] joined = (header("Sec-WebSocket-Key") + GUID).getBytes(StandardCharsets.US_ASCII);
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-1").digest(joined));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-1", e);
        }
    }
}
