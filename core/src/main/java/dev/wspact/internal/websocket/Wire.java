package dev.wspact.internal.websocket;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * The TCP connection, with TLS on it for {@code wss}. The connection's thread opens and reads it; {@link #abort} may be
 * called by any thread at any time, even before it is open, and ends whatever waits on it.
 */
final class Wire {
    private final Object lock = new Object();
    private @Nullable Socket tcp;
    private @Nullable Socket top;
    private boolean aborted;

    /** Connects to the first address of the host that takes the connection. */
    void connect(HostPort server) throws IOException {
        IOException failure = new ConnectException("no address for " + server.host());
        for (InetAddress address : InetAddress.getAllByName(server.host())) {
            try {
                Socket socket = adopt(new Socket());
                socket.setTcpNoDelay(true);
                socket.connect(new InetSocketAddress(address, server.port()));
                return;
            } catch (IOException e) {
                failure = e;
            }
        }
        throw failure;
    }

    /** Puts TLS on the connection; the certificate must be trusted and be the host's. */
    void secure(SSLSocketFactory trust, HostPort server) throws IOException {
        SSLSocket tls;
        synchronized (lock) {
            tls = (SSLSocket) trust.createSocket(connected(tcp), server.host(), server.port(), false);
            top = tls;
        }
        SSLParameters parameters = tls.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        tls.setSSLParameters(parameters);
        tls.startHandshake();
    }

    InputStream input() throws IOException {
        return new BufferedInputStream(current().getInputStream());
    }

    OutputStream output() throws IOException {
        return current().getOutputStream();
    }

    /** Ends the connection politely: TLS says goodbye first. May wait for a server that does not read. */
    void finish() throws IOException {
        Socket ending;
        Socket underneath;
        synchronized (lock) {
            ending = top;
            underneath = tcp;
        }
        if (ending != null && underneath != null) {
            ending.close();
            underneath.close();
        }
    }

    /** Ends the connection at once. */
    void abort() {
        synchronized (lock) {
            aborted = true;
            close(tcp);
        }
    }

    private Socket adopt(Socket socket) throws IOException {
        synchronized (lock) {
            if (aborted) {
                socket.close();
                throw new ConnectException("given up");
            }
            close(tcp);
            tcp = socket;
            top = socket;
            return socket;
        }
    }

    private Socket current() throws IOException {
        synchronized (lock) {
            return connected(top);
        }
    }

    private static Socket connected(@Nullable Socket socket) throws IOException {
        if (socket == null) {
            throw new ConnectException("not connected");
        }
        return socket;
    }

    private static void close(@Nullable Socket socket) {
        if (socket == null) {
            return;
        }
        try {
            socket.close();
        } catch (IOException e) {
            // the system takes the descriptor back even if it has something to say about it
            assert socket.isClosed();
        }
    }
}
