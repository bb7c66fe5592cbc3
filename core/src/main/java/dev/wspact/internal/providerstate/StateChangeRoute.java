package dev.wspact.internal.providerstate;

import dev.wspact.verification.HttpProxy;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The way of a state change: through the proxy of the options, unless there is none, or it does not stand before the host,
 * or the host is the own machine. What the JVM says of proxies does not matter, as it does not for the provider.
 */
final class StateChangeRoute extends ProxySelector {
    private final @Nullable HttpProxy proxy;

    StateChangeRoute(@Nullable HttpProxy proxy) {
        this.proxy = proxy;
    }

    /** The proxy on the way to a URL; null if it is direct. */
    @Nullable
    HttpProxy to(URI url) {
        String host = bare(String.valueOf(url.getHost()).toLowerCase(Locale.ROOT));
        return url.getHost() == null || proxy == null || isOwnMachine(host) || !proxy.covers(host) ? null : proxy;
    }

    /** What shows the proxy who asks (RFC 7617); null if it need not know. */
    @Nullable
    String authorization(URI url) {
        HttpProxy way = to(url);
        HttpProxy.Credentials who = way == null ? null : way.credentials();
        if (who == null) {
            return null;
        }
        byte[] both = (who.user() + ":" + who.password()).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(both);
    }

    /** The way as texts have it, behind a URL; empty if it is direct. */
    String told(URI url) {
        HttpProxy way = to(url);
        return way == null
                ? ""
                : " through the proxy " + (way.host().contains(":") ? "[" + way.host() + "]" : way.host()) + ":"
                        + way.port();
    }

    @Override
    public List<Proxy> select(URI url) {
        HttpProxy way = to(url);
        return List.of(
                way == null
                        ? Proxy.NO_PROXY
                        : new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(way.host(), way.port())));
    }

    @Override
    public void connectFailed(URI url, SocketAddress address, IOException failure) {
        // there is no other way to be tried; who sent the request is told
    }

    private static boolean isOwnMachine(String host) {
        return host.equals("localhost")
                || host.endsWith(".localhost")
                || host.matches("127(\\.\\d{1,3}){3}")
                || host.equals("::1")
                || host.equals("0:0:0:0:0:0:0:1");
    }

    private static String bare(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }
}
