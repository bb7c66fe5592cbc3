package dev.wspact.internal.broker;

import dev.wspact.verification.HttpProxy;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The way through a proxy, as the JDK's HTTP client takes it. */
final class ProxyRoute extends ProxySelector {
    private final HttpProxy proxy;

    private ProxyRoute(HttpProxy proxy) {
        this.proxy = proxy;
    }

    /** Goes through the proxy, or else through none, whatever the JVM's properties say. */
    static void apply(@Nullable HttpProxy proxy, HttpClient.Builder client) {
        client.proxy(proxy == null ? HttpClient.Builder.NO_PROXY : new ProxyRoute(proxy));
    }

    /** The proxy on the way to a URL; null if the way is direct. */
    static @Nullable HttpProxy to(@Nullable HttpProxy proxy, URI url) {
        return proxy == null || !proxy.covers(url.getHost()) ? null : proxy;
    }

    /** Says who we are to a proxy that asks. */
    static void authorize(@Nullable HttpProxy proxy, URI url, HttpRequest.Builder request) {
        HttpProxy way = to(proxy, url);
        HttpProxy.Credentials credentials = way == null ? null : way.credentials();
        if (credentials != null) {
            String userInfo = credentials.user() + ":" + credentials.password();
            request.header(
                    "Proxy-Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(userInfo.getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Override
    public List<Proxy> select(URI uri) {
        return List.of(
                proxy.covers(uri.getHost())
                        ? new Proxy(Proxy.Type.HTTP, new InetSocketAddress(proxy.host(), proxy.port()))
                        : Proxy.NO_PROXY);
    }

    /** Nothing to learn from: the request fails and says so. */
    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException failure) {
        // the failure reaches the caller of the request
    }
}
