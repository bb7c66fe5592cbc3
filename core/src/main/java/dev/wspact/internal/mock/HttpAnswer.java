package dev.wspact.internal.mock;

import dev.wspact.message.Headers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The head of an answer to an opening handshake (RFC 9112 sections 4 and 5), as it is written. */
final class HttpAnswer {
    private static final Map<Integer, String> REASONS = Map.ofEntries(
            Map.entry(101, "Switching Protocols"),
            Map.entry(301, "Moved Permanently"),
            Map.entry(302, "Found"),
            Map.entry(307, "Temporary Redirect"),
            Map.entry(308, "Permanent Redirect"),
            Map.entry(400, "Bad Request"),
            Map.entry(401, "Unauthorized"),
            Map.entry(403, "Forbidden"),
            Map.entry(404, "Not Found"),
            Map.entry(410, "Gone"),
            Map.entry(426, "Upgrade Required"),
            Map.entry(429, "Too Many Requests"),
            Map.entry(500, "Internal Server Error"),
            Map.entry(502, "Bad Gateway"),
            Map.entry(503, "Service Unavailable"),
            Map.entry(504, "Gateway Timeout"));

    private HttpAnswer() {}

    /** Status line and header fields, and the empty line behind them. */
    static byte[] head(int status, Headers headers) {
        StringBuilder text = new StringBuilder("HTTP/1.1 " + status + " " + REASONS.getOrDefault(status, "Refused"));
        text.append("\r\n");
        headers.fields()
                .forEach((name, values) -> values.forEach(value -> text.append(harmless(name))
                        .append(": ")
                        .append(harmless(value))
                        .append("\r\n")));
        return text.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The acceptance of an opening handshake (RFC 6455 section 4.2.2), which agrees on no extension. */
    static byte[] accepting(Handshake handshake, String acceptKey) {
        Set<String> ours = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        ours.addAll(List.of(
                "Upgrade",
                "Connection",
                "Sec-WebSocket-Accept",
                "Sec-WebSocket-Protocol",
                "Sec-WebSocket-Extensions",
                "Content-Length",
                "Transfer-Encoding"));
        Map<String, List<String>> fields =
                new LinkedHashMap<>(handshake.headers().fields());
        fields.keySet().removeIf(ours::contains);
        fields.put("Upgrade", List.of("websocket"));
        fields.put("Connection", List.of("Upgrade"));
        fields.put("Sec-WebSocket-Accept", List.of(acceptKey));
        String subprotocol = handshake.answer().subprotocol();
        if (subprotocol != null) {
            fields.put("Sec-WebSocket-Protocol", List.of(subprotocol));
        }
        return head(handshake.answer().status(), new Headers(fields));
    }

    /** A name or value from a contract may not begin another line. */
    private static String harmless(String text) {
        return text.replaceAll("[\\r\\n\\x00]", " ");
    }
}
