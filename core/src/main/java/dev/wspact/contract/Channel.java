package dev.wspact.contract;

import dev.wspact.message.Headers;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where and how a consumer connects (AsyncAPI 3, "Channel Object"). Scheme, host and port are the verifier's.
 *
 * @param path absolute path of the resource, null for the path of the verifier's URL
 * @param query query parameters in the order of the contract; empty for the query of the verifier's URL
 * @param headers header fields of the opening handshake
 * @param subprotocols subprotocols offered (RFC 6455 section 1.9); the server must pick one of them
 * @param credentials whether the verifier may add what identifies it; null means {@link Credentials#VERIFIER}
 */
public record Channel(
        @Nullable String path,
        Map<String, List<String>> query,
        Headers headers,
        List<String> subprotocols,
        @Nullable Credentials credentials) {
    /** The verifier's own URL, nothing added. */
    public static final Channel DEFAULT = new Channel(null, Map.of(), Headers.NONE, List.of(), null);

    /** Copies the collections. */
    public Channel {
        Objects.requireNonNull(headers, "headers");
        query = copyInOrder(query);
        subprotocols = List.copyOf(subprotocols);
    }

    /** Whether the client connects without what the verifier would add. */
    public boolean anonymous() {
        return credentials == Credentials.NONE;
    }

    private static Map<String, List<String>> copyInOrder(Map<String, List<String>> query) {
        var copy = new java.util.LinkedHashMap<String, List<String>>();
        query.forEach((name, values) -> copy.put(name, List.copyOf(values)));
        return java.util.Collections.unmodifiableMap(copy);
    }

    /** Whose credentials a connection carries. */
    public enum Credentials {
        /** Those that the verifier adds: its headers, and user info of its URL. */
        VERIFIER,
        /** None: an anonymous client. */
        NONE
    }
}
