package dev.wspact.internal.websocket;

import dev.wspact.message.HandshakeResponse;
import dev.wspact.message.Headers;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * Goes from redirect to redirect (<a href="https://www.rfc-editor.org/rfc/rfc9110#section-15.4">RFC 9110 section 15.4</a>):
 * at most five, never from TLS to a connection without, and with nothing secret to another origin.
 */
final class Redirects {
    private static final int MOST = 5;
    private static final Set<Integer> STATUSES = Set.of(301, 302, 303, 307, 308);
    private static final String FIELD = "Location";
    private static final String ANY = "a URL with ws, wss, http or https";

    private final Set<String> visited = new HashSet<>();
    private final URI first;
    private ConnectRequest request;
    private boolean sameOrigin = true;

    Redirects(ConnectRequest request) {
        this.first = request.url();
        this.request = request;
        visited.add(bare(request.url()));
    }

    /** Whether an outcome says where else to go, and that is allowed. */
    boolean leadOn(ConnectOutcome outcome) {
        return request.route().followRedirects()
                && outcome instanceof ConnectOutcome.Refused refused
                && STATUSES.contains(refused.response().status());
    }

    /** The request to send next. */
    ConnectRequest request() {
        return request;
    }

    /** The outcome, with the URL at which it came about if that is another than was asked for. */
    ConnectOutcome ended(ConnectOutcome outcome) {
        return visited.size() == 1 ? outcome : new ConnectOutcome.Redirected(request.url(), sameOrigin, outcome);
    }

    /** Goes on to where an answer leads; what is wrong if that cannot be done. */
    ConnectOutcome.@Nullable Unsound follow(HandshakeResponse response) {
        List<String> locations = response.headers().values(FIELD);
        if (locations.size() != 1) {
            return wrong(response, "one URL", locations.isEmpty() ? "none" : String.join(", ", locations));
        }
        String location = locations.get(0);
        URI target = target(request.url(), location);
        if (target == null) {
            return wrong(response, ANY, location);
        }
        if (request.url().getScheme().equalsIgnoreCase("wss")
                && target.getScheme().equals("ws")) {
            return wrong(response, "a URL with wss or https, since the one that leads there has TLS", location);
        }
        if (visited.size() > MOST) {
            return wrong(response, "at most " + MOST + " redirects", "one more, to " + bare(target));
        }
        if (!visited.add(bare(target))) {
            return wrong(response, "a URL that has not led here already", bare(target));
        }
        go(target);
        return null;
    }

    private void go(URI target) {
        boolean stays = isSameOrigin(request.url(), target);
        sameOrigin = sameOrigin && isSameOrigin(first, target);
        String userInfo = request.url().getRawUserInfo();
        URI url = stays && userInfo != null
                ? URI.create(target.toString().replaceFirst("//", "//" + quoted(userInfo) + "@"))
                : target;
        request = request.to(url, stays ? request.headers() : withoutSecrets(request.headers()));
    }

    /** Also without {@code Host}, which names the origin that was left. */
    private Headers withoutSecrets(Headers headers) {
        Map<String, List<String>> fields = new TreeMap<>(headers.fields());
        fields.keySet()
                .removeIf(name -> name.equalsIgnoreCase("Host")
                        || request.route().secrets().isSecretHeader(name));
        return new Headers(fields);
    }

    /** The URL that a location stands for, without user info and fragment; null if it is none to connect to. */
    private static @Nullable URI target(URI base, String location) {
        try {
            URI resolved = resolved(base, new URI(location));
            String scheme = resolved.getScheme().toLowerCase(Locale.ROOT);
            String to = Map.of("ws", "ws", "http", "ws", "wss", "wss", "https", "wss")
                    .get(scheme);
            if (to == null || resolved.getHost() == null || resolved.getPort() == 0 || resolved.getPort() > 65_535) {
                return null;
            }
            return new URI(to + "://" + hostAndPort(resolved) + pathAndQuery(resolved));
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private static URI resolved(URI base, URI location) throws URISyntaxException {
        if (location.getScheme() != null) {
            return location;
        }
        if (location.getRawAuthority() != null) {
            return new URI(base.getScheme() + ":" + location);
        }
        String from = base.getRawPath() == null || base.getRawPath().isEmpty() ? "/" : base.getRawPath();
        boolean onlyQuery =
                location.getRawPath() == null || location.getRawPath().isEmpty();
        String path =
                onlyQuery ? from : new URI(from).resolve(location.getRawPath()).toString();
        String query = location.getRawQuery() == null ? "" : "?" + location.getRawQuery();
        return new URI(base.getScheme() + "://" + hostAndPort(base) + path + query);
    }

    private static boolean isSameOrigin(URI one, URI other) {
        HostPort from = HostPort.of(one);
        HostPort to = HostPort.of(other);
        return from.host().equalsIgnoreCase(to.host()) && from.port() == to.port() && from.secure() == to.secure();
    }

    private static String hostAndPort(URI url) {
        return url.getHost() + (url.getPort() < 0 ? "" : ":" + url.getPort());
    }

    private static String pathAndQuery(URI url) {
        String path = url.getRawPath() == null ? "" : url.getRawPath();
        return path + (url.getRawQuery() == null ? "" : "?" + url.getRawQuery());
    }

    private static String bare(URI url) {
        return url.getScheme() + "://" + hostAndPort(url) + pathAndQuery(url);
    }

    private static String quoted(String userInfo) {
        return Matcher.quoteReplacement(userInfo);
    }

    private ConnectOutcome.Unsound wrong(HandshakeResponse response, String expected, String actual) {
        return new ConnectOutcome.Unsound(response, FIELD, expected, actual);
    }
}
