package dev.wspact.internal.verification;

import dev.wspact.contract.Channel;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The URL of a connection: scheme, host and port are the verifier's, path and query the contract's where it has them. A
 * verifier's path that ends in a slash stands before the contract's.
 */
final class Address {
    private static final String UNRESERVED = "-._~";
    /** What may stand in a path as it is (RFC 3986 section 3.3). */
    private static final String IN_PATH = UNRESERVED + "/!$&'()*+,;=:@";

    private Address() {}

    static URI of(URI verifier, Channel channel) {
        StringBuilder url = new StringBuilder(verifier.getScheme()).append("://");
        url.append(channel.anonymous() ? withoutUserInfo(verifier) : verifier.getRawAuthority());
        url.append(path(verifier, channel));
        String query = channel.query().isEmpty() ? verifier.getRawQuery() : query(channel);
        if (query != null) {
            url.append('?').append(query);
        }
        return URI.create(url.toString());
    }

    /** The URL without its user info, for eyes. */
    static URI shown(URI url) {
        return url.getRawUserInfo() == null
                ? url
                : URI.create(url.toString().replace("//" + url.getRawAuthority(), "//" + withoutUserInfo(url)));
    }

    /** Scheme, host, port and path, without what may be secret. */
    static String withoutQuery(URI url) {
        String path = url.getRawPath() == null ? "" : url.getRawPath();
        return url.getScheme() + "://" + withoutUserInfo(url) + path;
    }

    private static String withoutUserInfo(URI url) {
        String authority = url.getRawAuthority();
        return authority.substring(authority.lastIndexOf('@') + 1);
    }

    private static String path(URI verifier, Channel channel) {
        String path = channel.path();
        if (path == null) {
            return verifier.getRawPath() == null ? "" : verifier.getRawPath();
        }
        String encoded = encodedPath(path);
        String below = base(verifier);
        return encoded.startsWith("/") ? below + encoded : below + "/" + encoded;
    }

    /** A path that ends in a slash is one below which there are others; any other is for contracts without a path. */
    private static String base(URI verifier) {
        String path = verifier.getRawPath();
        return path != null && path.endsWith("/") ? path.substring(0, path.length() - 1) : "";
    }

    /** What is percent-encoded in the contract stays as it is. */
    private static String encodedPath(String path) {
        StringBuilder encoded = new StringBuilder();
        for (int i = 0; i < path.length(); ) {
            if (isEncoded(path, i)) {
                encoded.append(path, i, i + 3);
                i += 3;
            } else {
                int character = path.codePointAt(i);
                append(encoded, character, IN_PATH);
                i += Character.charCount(character);
            }
        }
        return encoded.toString();
    }

    private static boolean isEncoded(String text, int at) {
        return text.charAt(at) == '%'
                && at + 2 < text.length()
                && Character.digit(text.charAt(at + 1), 16) >= 0
                && Character.digit(text.charAt(at + 2), 16) >= 0;
    }

    private static String query(Channel channel) {
        List<String> pairs = new ArrayList<>();
        channel.query()
                .forEach((name, values) -> values.forEach(value -> pairs.add(encoded(name) + "=" + encoded(value))));
        return String.join("&", pairs);
    }

    private static String encoded(String text) {
        StringBuilder encoded = new StringBuilder();
        text.codePoints().forEach(character -> append(encoded, character, UNRESERVED));
        return encoded.toString();
    }

    private static void append(StringBuilder encoded, int character, String allowed) {
        boolean plain = character < 0x80 && (Character.isLetterOrDigit(character) || allowed.indexOf(character) >= 0);
        if (plain) {
            encoded.append((char) character);
            return;
        }
        for (byte octet : Character.toString(character).getBytes(StandardCharsets.UTF_8)) {
            encoded.append(String.format(Locale.ROOT, "%%%02X", octet));
        }
    }
}
