package dev.wspact.maven;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** URLs in parameters, and what people get wrong in them. */
final class UrlOption {
    private static final Set<String> HTTP = Set.of("http", "https");

    /**
     * Where only {@code ws://} is missing: by RFC 3986 {@code localhost:8080/path} has the scheme "localhost", and {@code
     * 127.0.0.1:8080/path} is no URI at all.
     */
    private static final Pattern SCHEMELESS = Pattern.compile("(?:[\\w.-]+|\\[[0-9a-fA-F:.]+])(?::\\d+)?(?:[/?#]|$)");

    private UrlOption() {}

    /**
     * Where the server listens.
     *
     * @throws BadOptionException if it is missing or no WebSocket URL
     */
    static URI webSocket(@Nullable String text) {
        if (text == null || text.isBlank()) {
            throw new BadOptionException("No URL. Say where the server listens: <url>ws://localhost:8080/path</url>,"
                    + " or -Dwspact.url=ws://localhost:8080/path.");
        }
        if (SCHEMELESS.matcher(text.strip()).lookingAt()) {
            throw noScheme(text, "ws://" + text.strip());
        }
        URI url = parse("wspact.url", text);
        String scheme = scheme(url);
        if (HTTP.contains(scheme)) {
            throw new BadOptionException("wspact.url is \"%s\", an HTTP URL. Write %s."
                    .formatted(text, "ws" + url.toString().substring("http".length())));
        }
        if (!scheme.equals("ws") && !scheme.equals("wss")) {
            throw noScheme(text, "ws://host:port/path");
        }
        return url;
    }

    /**
     * Where provider states are changed.
     *
     * @throws BadOptionException if it is no HTTP URL
     */
    static URI http(String name, String text) {
        URI url = parse(name, text);
        if (!HTTP.contains(scheme(url)) || url.getHost() == null) {
            throw new BadOptionException(
                    "%s is \"%s\", which is not an HTTP URL. Write http://host:port/path, or https:// for TLS."
                            .formatted(name, text));
        }
        return url;
    }

    private static URI parse(String name, String text) {
        int placeholder = text.indexOf("${");
        if (placeholder >= 0) {
            throw new BadOptionException(
                    "%s is \"%s\", where nothing has set %s. Set the property before this goal runs, or correct its name."
                            .formatted(name, text, placeholder(text, placeholder)));
        }
        try {
            return new URI(encoded(text.strip()));
        } catch (URISyntaxException e) {
            throw new BadOptionException(
                    "%s is \"%s\", which is not a URL: %s at index %d. Correct it, or escape the character as %%XX."
                            .formatted(name, text, e.getReason(), e.getIndex()));
        }
    }

    /** Behind the host, what people write as they see it: spaces and letters beyond ASCII as UTF-8, the rest as it stands. */
    private static String encoded(String text) {
        int authority = text.indexOf("://");
        int behind = authority < 0 ? -1 : firstOf(text, "/?", authority + "://".length());
        if (behind < 0) {
            return text;
        }
        StringBuilder encoded = new StringBuilder(text.substring(0, behind));
        for (byte octet : text.substring(behind).getBytes(StandardCharsets.UTF_8)) {
            if (octet == ' ' || octet < 0) {
                encoded.append('%').append(HexFormat.of().withUpperCase().toHexDigits(octet));
            } else {
                encoded.append((char) octet);
            }
        }
        return encoded.toString();
    }

    private static int firstOf(String text, String characters, int from) {
        for (int i = from; i < text.length(); i++) {
            if (characters.indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }

    private static String placeholder(String text, int start) {
        int end = text.indexOf('}', start);
        return end < 0 ? text.substring(start) : text.substring(start, end + 1);
    }

    private static String scheme(URI url) {
        return url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
    }

    private static BadOptionException noScheme(String text, String better) {
        return new BadOptionException(
                "wspact.url is \"%s\", which has no scheme ws or wss. Write %s, or wss:// for TLS."
                        .formatted(text, better));
    }
}
