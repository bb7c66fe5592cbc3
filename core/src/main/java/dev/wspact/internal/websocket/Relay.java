package dev.wspact.internal.websocket;

import dev.wspact.internal.tls.TlsContext;
import dev.wspact.internal.tls.TlsSetupException;
import dev.wspact.verification.Limits;
import dev.wspact.verification.Tls;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Stands between WebSocket clients and a server: listens on the loopback interface, passes on what both sides send byte by
 * byte, and tells a listener of it. What clients offer as extensions is not passed on, so that frames can be read. One daemon
 * thread accepts, and two serve each connection.
 */
public final class Relay implements AutoCloseable {
    private static final int MOST = 256;

    private final ServerSocket socket;
    private final URI server;
    private final SocketFactory sockets;
    private final Limits limits;
    private final RelayListener listener;
    private final Set<RelayedConnection> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    private Relay(ServerSocket socket, URI server, SocketFactory sockets, Limits limits, RelayListener listener) {
        this.socket = socket;
        this.server = server;
        this.sockets = sockets;
        this.limits = limits;
        this.listener = listener;
    }

    /**
     * Listens.
     *
     * @param port on which port; 0 for a free one
     * @param server scheme, host and port of the server; the path is the clients'
     * @throws IOException if the port cannot be listened on
     * @throws TlsSetupException if the options on TLS cannot be used
     */
    public static Relay start(int port, URI server, Tls tls, Limits limits, RelayListener listener)
            throws IOException, TlsSetupException {
        SocketFactory sockets =
                HostPort.of(server).secure() ? TlsContext.of(tls).getSocketFactory() : SocketFactory.getDefault();
        ServerSocket socket = new ServerSocket();
        try {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            socket.close();
            throw e;
        }
        Relay relay = new Relay(socket, server, sockets, limits, listener);
        start("wspact-relay", relay::accept);
        return relay;
    }

    /** The port on which it listens. */
    public int port() {
        return socket.getLocalPort();
    }

    static Thread start(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private void accept() {
        while (!closed) {
            Socket client = next();
            if (client == null) {
                return;
            }
            RelayedConnection connection = new RelayedConnection(client, server, sockets, limits, listener);
            open.add(connection);
            if (closed || open.size() > MOST) {
                connection.abort();
                open.remove(connection);
                continue;
            }
            start("wspact-relay-client", () -> {
                connection.serve();
                open.remove(connection);
            });
        }
    }

    private @Nullable Socket next() {
        try {
            return socket.accept();
        } catch (IOException e) {
            // it was closed
            return null;
        }
    }

    /** Listens no more, and ends all connections. */
    @Override
    public void close() {
        closed = true;
        open.forEach(RelayedConnection::abort);
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the proxy's port cannot be given back", e);
        }
        open.forEach(RelayedConnection::abort);
    }
}
