package dev.wspact.internal.embeddedbroker.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Addresses below the one by which a client reached the broker. */
public record Urls(String base) {
    /** The address of a path; each segment may hold anything. */
    public String of(String... segments) {
        return base + Arrays.stream(segments).map(Urls::encoded).collect(Collectors.joining("/", "/", ""));
    }

    /** A path segment with everything escaped that is not unreserved (RFC 3986, 2.3). */
    public static String encoded(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    /** A pacticipant. */
    public String pacticipant(String name) {
        return of("pacticipants", name);
    }

    /** A version of a pacticipant. */
    public String version(String pacticipant, String number) {
        return of("pacticipants", pacticipant, "versions", number);
    }

    /** What belongs to a provider and a consumer. */
    public String between(String provider, String consumer, String... rest) {
        String below = rest.length == 0 ? "" : new Urls("").of(rest);
        return of("pacts", "provider", provider, "consumer", consumer) + below;
    }

    /** An environment. */
    public String environment(String uuid, String... rest) {
        return of("environments", uuid) + (rest.length == 0 ? "" : new Urls("").of(rest));
    }
}
