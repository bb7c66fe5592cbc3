package dev.wspact.verification;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP proxy that tunnels connections by {@code CONNECT}
 * (<a href="https://www.rfc-editor.org/rfc/rfc9110#section-9.3.6">RFC 9110 section 9.3.6</a>), for {@code ws} and {@code
 * wss} alike. It finds the provider's host itself.
 *
 * @param host name or address, an IPv6 address without brackets
 * @param port its port
 * @param credentials who the verifier is, null if it does not ask
 * @param nonProxyHosts hosts to which the way is direct, without case; {@code *} stands for any characters
 */
public record HttpProxy(String host, int port, @Nullable Credentials credentials, List<String> nonProxyHosts) {
    private static final int LAST_PORT = 65_535;

    /** Copies the list; rejects what is no host or port. */
    public HttpProxy {
        Objects.requireNonNull(host, "host");
        if (host.isBlank()) {
            throw new IllegalArgumentException("the proxy has no host");
        }
        if (port < 1 || port > LAST_PORT) {
            throw new IllegalArgumentException(
                    "the proxy's port is " + port + ", and a port is a number from 1 to " + LAST_PORT);
        }
        nonProxyHosts = List.copyOf(nonProxyHosts);
    }

    /**
     * The proxy at a URL, for all hosts.
     *
     * @param url {@code http://host:port} or {@code http://user:password@host:port}; port 80 if it names none
     * @throws IllegalArgumentException if it is anything else; the text does not show the password
     */
    public static HttpProxy of(URI url) {
        if (!"http".equalsIgnoreCase(url.getScheme()) || url.getHost() == null) {
            throw new IllegalArgumentException("the proxy must be written as http://host:port or"
                    + " http://user:password@host:port; the way to it is HTTP, also where the way behind it is TLS");
        }
        String bare = url.getHost();
        boolean bracketed = bare.startsWith("[") && bare.endsWith("]");
        return new HttpProxy(
                bracketed ? bare.substring(1, bare.length() - 1) : bare,
                url.getPort() < 0 ? 80 : url.getPort(),
                url.getRawUserInfo() == null ? null : Credentials.of(url.getRawUserInfo()),
                List.of());
    }

    /** Whether connections to a host go through the proxy. */
    public boolean covers(String server) {
        return nonProxyHosts.stream().noneMatch(pattern -> matches(pattern, server));
    }

    private static boolean matches(String pattern, String server) {
        String regex = Pattern.quote(pattern.strip().toLowerCase(Locale.ROOT)).replace("*", "\\E.*\\Q");
        return Pattern.matches(regex, server.toLowerCase(Locale.ROOT));
    }

    /**
     * Name and password by the scheme Basic (RFC 7617).
     *
     * @param user the name
     * @param password the password
     */
    public record Credentials(String user, String password) {
        /** Rejects what the scheme cannot carry. */
        public Credentials {
            Objects.requireNonNull(user, "user");
            Objects.requireNonNull(password, "password");
            if (user.contains(":")) {
                throw new IllegalArgumentException("the proxy's user has a colon in it, which Basic cannot carry");
            }
        }

        private static Credentials of(String rawUserInfo) {
            String[] parts = rawUserInfo.split(":", 2);
            return new Credentials(decoded(parts[0]), parts.length == 1 ? "" : decoded(parts[1]));
        }

        private static String decoded(String raw) {
            // a plus is a plus in a URL's user info, unlike in a form
            return URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
        }

        /** Leaves out the password. */
        @Override
        public String toString() {
            return "Credentials[user=" + user + "]";
        }
    }
}
