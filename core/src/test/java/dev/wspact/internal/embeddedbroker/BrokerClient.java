package dev.wspact.internal.embeddedbroker;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wspact.internal.json.MalformedJsonException;
import dev.wspact.internal.json.StrictJson;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Sends requests as they stand, with brackets and escapes as clients of the Pact Broker write them. */
final class BrokerClient {
    private static final int TIMEOUT_MILLIS = 60_000;
    private static final Map<String, String> USUAL =
            Map.of("accept", "application/hal+json, application/json", "content-type", "application/json");

    private final URI broker;

    BrokerClient(URI broker) {
        this.broker = broker;
    }

    /** What came back. */
    record Reply(int status, Map<String, String> headers, String body) {
        JsonNode json() {
            try {
                return StrictJson.read(body);
            } catch (MalformedJsonException e) {
                throw new AssertionError("not JSON: " + body, e);
            }
        }
    }

    Reply get(String target) throws IOException {
        return send("GET", target, USUAL, "");
    }

    Reply send(String method, String target, String body) throws IOException {
        return send(method, target, USUAL, body);
    }

    Reply patch(String target, String body) throws IOException {
        return send("PATCH", target, Map.of("content-type", "application/merge-patch+json"), body);
    }

    Reply send(String method, String target, Map<String, String> headers, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\n");
        Map<String, String> all = new TreeMap<>(Map.of("host", broker.getAuthority(), "connection", "close"));
        all.putAll(headers);
        all.put("content-length", Integer.toString(bytes.length));
        all.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        try (Socket socket = new Socket(broker.getHost(), broker.getPort())) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.getOutputStream().write((head + "\r\n").getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
            return parse(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static Reply parse(String reply) throws IOException {
        int end = reply.indexOf("\r\n\r\n");
        if (end < 0) {
            throw new IOException("the connection ended before the answer: '" + reply + "'");
        }
        String[] lines = reply.substring(0, end).split("\r\n", -1);
        Map<String, String> headers = new TreeMap<>();
        for (int i = 1; i < lines.length; i++) {
            String[] parts = lines[i].split(": ", 2);
            headers.put(parts[0].toLowerCase(Locale.ROOT), parts[1]);
        }
        return new Reply(Integer.parseInt(lines[0].split(" ", 3)[1]), headers, reply.substring(end + 4));
    }

    Reply publish(String consumer, String version, String branch, String provider, String pact) throws IOException {
        return send(
                "POST",
                "/contracts/publish",
                """
                {"pacticipantName": "%1$s", "pacticipantVersionNumber": "%2$s", "branch": "%3$s",
                 "contracts": [{"consumerName": "%1$s", "providerName": "%4$s", "specification": "pact",
                                "contentType": "application/json", "content": "%5$s"}]}
                """
                        .formatted(consumer, version, branch, provider, base64(pact)));
    }

    static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A pact of one message with this text in it. */
    static String pact(String consumer, String provider, String text) {
        return """
               {"consumer": {"name": "%s"}, "provider": {"name": "%s"}, "interactions": [
                 {"type": "Asynchronous/Messages", "description": "a message", "pending": false,
                  "contents": {"content": {"text": "%s"}, "contentType": "application/json", "encoded": false}}],
                "metadata": {"pactSpecification": {"version": "4.0"}}}
               """
                .formatted(consumer, provider, text);
    }
}
