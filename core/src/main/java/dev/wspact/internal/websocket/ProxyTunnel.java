package dev.wspact.internal.websocket;

import dev.wspact.internal.websocket.io.Channel;
import dev.wspact.internal.websocket.io.ChannelListener;
import dev.wspact.internal.websocket.io.WriteListener;
import dev.wspact.verification.HttpProxy;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Has an HTTP proxy open a tunnel (<a href="https://www.rfc-editor.org/rfc/rfc9110#section-9.3.6">RFC 9110 section
 * 9.3.6</a>): the listener is told of the connection when it leads to the server. Confined to the connection's thread.
 */
final class ProxyTunnel implements ChannelListener {
    private final HttpProxy proxy;
    private final HostPort server;
    private final ChannelListener listener;
    private final HttpHeadReader head;
    private @Nullable Channel channel;
    private boolean open;
    private @Nullable IOException failure;

    /** A tunnel; the proxy's answer may have a head of so many bytes. */
    ProxyTunnel(HttpProxy proxy, HostPort server, int headBytes, ChannelListener listener) {
        this.proxy = proxy;
        this.server = server;
        this.listener = listener;
        this.head = new HttpHeadReader(headBytes);
    }

    @Override
    public void connected(Channel underneath) {
        channel = underneath;
        underneath.write(ByteBuffer.wrap(request().getBytes(StandardCharsets.UTF_8)), WriteListener.NOBODY);
    }

    @Override
    public void received(ByteBuffer bytes) {
        Channel underneath = channel;
        if (open || underneath == null) {
            listener.received(bytes);
            return;
        }
        try {
            HttpHead answer = head.read(bytes);
            if (answer == null) {
                return;
            }
            if (answer.status() / 100 != 2) {
                throw new ProxyRefusedException(answer.status(), answer.headers());
            }
        } catch (IOException e) {
            failure = e;
            underneath.abort();
            return;
        }
        open = true;
        listener.connected(underneath);
        if (bytes.hasRemaining()) {
            listener.received(bytes);
        }
    }

    @Override
    public void ended(@Nullable IOException cause) {
        IOException why = failure == null ? cause : failure;
        boolean early = why == null && !open && channel != null;
        listener.ended(early ? new EOFException("the proxy ended the connection") : why);
    }

    private String request() {
        String target = server.toString();
        HttpProxy.Credentials credentials = proxy.credentials();
        return "CONNECT " + target + " HTTP/1.1\r\nHost: " + target + "\r\n"
                + (credentials == null ? "" : "Proxy-Authorization: Basic " + basic(credentials) + "\r\n") + "\r\n";
    }

    private static String basic(HttpProxy.Credentials credentials) {
        String both = credentials.user() + ":" + credentials.password();
        return Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    }
}
