package dev.wspact.internal.broker;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wspact.internal.redaction.Secrets;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * One request to the broker.
 *
 * @param purpose what it is for, as the beginning of a sentence: {@code publishing the pacts of web-ui}
 * @param method the HTTP method
 * @param url where to
 * @param body what is sent; null for none
 * @param repeatable whether it may arrive twice without doing anything twice
 */
record Call(String purpose, String method, URI url, @Nullable JsonNode body, boolean repeatable) {
    static Call get(String purpose, URI url) {
        return new Call(purpose, "GET", url, null, true);
    }

    static Call put(String purpose, URI url, JsonNode body) {
        return new Call(purpose, "PUT", url, body, true);
    }

    /** A merge patch (RFC 7396) of fixed values, which may arrive twice. */
    static Call patch(String purpose, URI url, JsonNode body) {
        return new Call(purpose, "PATCH", url, body, true);
    }

    /** A POST that asks, or of which the broker is known to do nothing when it comes a second time. */
    static Call repeatablePost(String purpose, URI url, JsonNode body) {
        return new Call(purpose, "POST", url, body, true);
    }

    /** A POST that must not arrive twice. */
    static Call post(String purpose, URI url, JsonNode body) {
        return new Call(purpose, "POST", url, body, false);
    }

    /** What is asked, for texts: without secrets. */
    String shown() {
        return purpose + ": " + method + " " + Secrets.BUILT_IN.masked(url);
    }

    String contentType() {
        // the real broker answers 415 to a PATCH of application/json
        return method.equals("PATCH") ? "application/merge-patch+json" : "application/json";
    }
}
