package dev.wspact.internal.websocket;

import java.net.URI;
import java.util.Locale;

/**
 * Where a server listens. As text it is fit for messages: it never holds user info.
 *
 * @param host name or address, an IPv6 address without brackets
 * @param port the port, the scheme's default filled in
 * @param secure whether to speak TLS
 */
record HostPort(String host, int port, boolean secure) {
    static HostPort of(URI url) {
        String host = url.getHost();
        boolean bracketed = host.startsWith("[") && host.endsWith("]");
        return new HostPort(
                bracketed ? host.substring(1, host.length() - 1) : host,
                url.getPort() < 0 ? defaultPort(url) : url.getPort(),
                secure(url));
    }

    /** The port that the URL's scheme stands for (RFC 6455 section 3). */
    static int defaultPort(URI url) {
        return secure(url) ? 443 : 80;
    }

    private static boolean secure(URI url) {
        return url.getScheme().toLowerCase(Locale.ROOT).equals("wss");
    }

    @Override
    public String toString() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
