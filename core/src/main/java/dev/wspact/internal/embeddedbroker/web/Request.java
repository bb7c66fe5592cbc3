package dev.wspact.internal.embeddedbroker.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.wspact.internal.json.MalformedJsonException;
import dev.wspact.internal.json.StrictJson;
import java.util.Locale;
import java.util.Map;

/** A request that was received whole. */
public final class Request {
    private final String method;
    private final String path;
    private final Query query;
    private final String rawQuery;
    private final Map<String, String> headers;
    private final byte[] body;
    private final Map<String, String> variables;
    private final Urls urls;

    private Request(Received received, Map<String, String> variables) {
        this.method = received.method();
        this.path = received.path();
        this.rawQuery = received.rawQuery();
        this.query = Query.parse(received.rawQuery());
        this.headers = received.headers();
        this.body = received.body().get();
        this.variables = variables;
        this.urls = new Urls("http://" + received.host());
    }

    /** What came over the wire. */
    record Received(String method, String path, String rawQuery, Map<String, String> headers, Body body, String host) {}

    /** The bytes behind the header fields. */
    @FunctionalInterface
    interface Body {
        byte[] get();
    }

    static Request of(Received received, Map<String, String> variables) {
        return new Request(received, variables);
    }

    /** GET, POST, …; a HEAD is seen as a GET. */
    public String method() {
        return method;
    }

    /** What the route's pattern names so, decoded. */
    public String variable(String name) {
        String value = variables.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the route has no variable " + name);
        }
        return value;
    }

    /** Whether the route's pattern has such a variable. */
    public boolean hasVariable(String name) {
        return variables.containsKey(name);
    }

    /** The query. */
    public Query query() {
        return query;
    }

    /** Addresses as this client sees them. */
    public Urls urls() {
        return urls;
    }

    /** The address that was asked for, with its query. */
    public String url() {
        return urls.base() + path + (rawQuery.isEmpty() ? "" : "?" + rawQuery);
    }

    /** A header field; empty if it is not there. */
    public String header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }

    /** Whether the client wants a page rather than a document: a browser does. */
    public boolean wantsPage() {
        String accept = header("Accept");
        return accept.contains("text/html") && !accept.contains("json");
    }

    /** The body's media type without parameters. */
    public String contentType() {
        return header("Content-Type").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    /**
     * The JSON object in the body; an empty one if there is no body.
     *
     * @throws RefusedException if the body is anything else
     */
    public JsonNode json() {
        if (body.length == 0) {
            return JsonNodeFactory.instance.objectNode();
        }
        try {
            JsonNode json = StrictJson.read(body);
            if (json.isObject()) {
                return json;
            }
            throw malformed("a JSON object is expected");
        } catch (MalformedJsonException e) {
            throw malformed(
                    e.line() == 0
                            ? e.problem()
                            : e.problem() + " (line %d, column %d)".formatted(e.line(), e.column()));
        }
    }

    private static RefusedException malformed(String problem) {
        return new RefusedException(Answer.error(400, "JSON::ParserError - " + problem));
    }
}
