package dev.wspact.internal.embeddedbroker.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a request is answered with. Immutable. */
public final class Answer {
    private static final String HAL = "application/hal+json;charset=utf-8";
    private static final String JSON = "application/json;charset=utf-8";

    private final int status;
    private final Map<String, String> headers;
    private final String body;

    private Answer(int status, Map<String, String> headers, String body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    /** A document of the API. */
    public static Answer document(int status, JsonNode document) {
        return new Answer(status, Map.of("Content-Type", HAL), document.toString());
    }

    /** A document without links, as the Pact Broker answers some errors. */
    public static Answer json(int status, JsonNode document) {
        return new Answer(status, Map.of("Content-Type", JSON), document.toString());
    }

    /** A page for people; it may load nothing and run nothing. */
    public static Answer page(String html) {
        return new Answer(
                200,
                Map.of(
                        "Content-Type",
                        "text/html;charset=utf-8",
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"),
                html);
    }

    /** An answer without a body. */
    public static Answer empty(int status) {
        return new Answer(status, Map.of(), "");
    }

    /** An answer {@code {"error": …}}. */
    public static Answer error(int status, String text) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("error", text);
        return status == 404 ? json(status, document) : document(status, document);
    }

    /** This answer with one more header. */
    public Answer with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Answer(status, Map.copyOf(more), body);
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** Header fields by name. */
    public Map<String, String> headers() {
        return headers;
    }

    /** The body as text; empty for none. */
    public String body() {
        return body;
    }

    byte[] bytes() {
        return body.getBytes(StandardCharsets.UTF_8);
    }
}
