package dev.wspact.junit5.dsl;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where and how the consumer connects. Scheme, host and port are the verifier's, or the mock's. */
public final class ChannelBuilder {
    private final Map<String, Object> members = new LinkedHashMap<>();

    ChannelBuilder() {}

    ChannelBuilder(ChannelBuilder other) {
        members.putAll(other.toMap());
    }

    /**
     * The path of the resource.
     *
     * @param path absolute, without query and fragment
     * @throws IllegalArgumentException if it is not
     */
    public ChannelBuilder path(String path) {
        if (!path.startsWith("/") || path.contains("?") || path.contains("#")) {
            throw new IllegalArgumentException(
                    "A channel's path begins with / and has neither query nor fragment, but is \"" + path
                            + "\"; scheme, host and port are the verifier's, and the query is set with query(name, value)");
        }
        members.put("path", path);
        return this;
    }

    /** A query parameter with its values, in place of what was said of it before. */
    public ChannelBuilder query(String name, String... values) {
        return values("query", name, values);
    }

    /** A header field of the opening handshake with its values, in place of what was said of it before. */
    public ChannelBuilder header(String name, String... values) {
        return values("headers", name, values);
    }

    /** The subprotocols that the client offers, best first; the server must pick one of them. */
    public ChannelBuilder subprotocols(String... subprotocols) {
        members.put("subprotocols", atLeastOne("subprotocols", subprotocols));
        return this;
    }

    /** Connects without what the verifier would add to identify itself: an anonymous client. */
    public ChannelBuilder anonymous() {
        members.put("credentials", "none");
        return this;
    }

    Map<String, Object> toMap() {
        return new LinkedHashMap<>(members);
    }

    private ChannelBuilder values(String member, String name, String... values) {
        Map<String, Object> all = new LinkedHashMap<>();
        if (members.get(member) instanceof Map<?, ?> before) {
            before.forEach((key, value) -> all.put((String) key, value));
        }
        all.put(name, atLeastOne(name, values));
        members.put(member, all);
        return this;
    }

    private static List<String> atLeastOne(String what, String... values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("\"" + what + "\" has no value: give at least one");
        }
        return new ArrayList<>(List.of(values));
    }
}
