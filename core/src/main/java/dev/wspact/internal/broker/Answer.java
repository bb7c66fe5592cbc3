package dev.wspact.internal.broker;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wspact.broker.BrokerException;
import dev.wspact.internal.json.MalformedJsonException;
import dev.wspact.internal.json.StrictJson;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the broker answered to one request. Immutable. */
final class Answer {
    private static final int SUCCESS = 2;
    private static final int REDIRECTION = 3;
    private static final int NOT_FOUND = 404;

    private final Call call;
    private final int status;
    private final String mediaType;
    private final String location;
    private final byte[] body;

    private Answer(Call call, int status, String mediaType, String location, byte[] body) {
        this.call = call;
        this.status = status;
        this.mediaType = mediaType;
        this.location = location;
        this.body = body;
    }

    static Answer of(Call call, HttpResponse<byte[]> response) {
        String type = response.headers().firstValue("Content-Type").orElse("");
        return new Answer(
                call,
                response.statusCode(),
                type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT),
                response.headers().firstValue("Location").orElse(""),
                bytes(response.body()));
    }

    /** The JDK's client gives no body of an answer of a proxy that opens no tunnel. */
    private static byte[] bytes(byte @Nullable [] body) {
        return body == null ? new byte[0] : body;
    }

    Call call() {
        return call;
    }

    int status() {
        return status;
    }

    /** The header field Location; empty if there is none. */
    String location() {
        return location;
    }

    boolean successful() {
        return status / 100 == SUCCESS;
    }

    boolean redirects() {
        return status / 100 == REDIRECTION;
    }

    boolean isNotFound() {
        return status == NOT_FOUND;
    }

    /** Whether it is a page for people, such as that of a login or of a proxy. */
    boolean isWebPage() {
        return mediaType.equals("text/html")
                || mediaType.equals("application/xhtml+xml")
                || text().stripLeading().startsWith("<");
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The body as a tree, for texts on errors. */
    JsonNode tree() throws MalformedJsonException {
        return StrictJson.read(body);
    }

    /**
     * The document that a success carries.
     *
     * @throws BrokerException if it is no success, or there is no such document
     */
    Hal document() {
        if (!successful()) {
            throw Failures.of(this);
        }
        if (isWebPage()) {
            throw Failures.webPage(this);
        }
        try {
            JsonNode tree = tree();
            if (!tree.isObject()) {
                throw Failures.notUnderstood(call, "the answer is no JSON object");
            }
            return new Hal(tree, call);
        } catch (MalformedJsonException e) {
            throw Failures.notUnderstood(call, "the answer is no whole JSON document: " + e.problem());
        }
    }
}
