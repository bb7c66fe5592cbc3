package dev.wspact.internal.websocket;

import dev.wspact.internal.websocket.frame.ReaderLimits;
import dev.wspact.internal.websocket.frame.Role;
import dev.wspact.message.Direction;
import dev.wspact.message.HandshakeResponse;
import dev.wspact.verification.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import javax.net.SocketFactory;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** One client of a {@link Relay} and its connection to the server. */
final class RelayedConnection {
    private static final int BUFFER = 16 << 10;

    private final Socket client;
    private final URI server;
    private final SocketFactory sockets;
    private final Limits limits;
    private final RelayListener listener;
    private volatile @Nullable Socket upstream;
    private volatile boolean aborted;

    RelayedConnection(Socket client, URI server, SocketFactory sockets, Limits limits, RelayListener listener) {
        this.client = client;
        this.server = server;
        this.sockets = sockets;
        this.limits = limits;
        this.listener = listener;
    }

    /** Serves the client until one side has ended the connection. */
    void serve() {
        try {
            client.setTcpNoDelay(true);
            client.setSoTimeout((int) limits.handshakeTime().toMillis());
            RelayedRequest request = RelayedRequest.read(client.getInputStream(), limits.handshakeBytes());
            if (request == null) {
                return;
            }
            serve(request);
        } catch (IOException e) {
            abort(); // a side is gone, and with it the connection
        } finally {
            abort();
        }
    }

    private void serve(RelayedRequest request) throws IOException {
        URI url = request.url(server);
        Socket there;
        try {
            there = connect();
        } catch (IOException e) {
            listener.unreachable(url, request.headers(), "the server cannot be reached: " + e.getMessage());
            client.getOutputStream()
                    .write("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.ISO_8859_1));
            return;
        }
        there.getOutputStream().write(request.bytes(HostPort.of(server)));
        there.getOutputStream().flush();
        answer(request, url, there);
    }

    private void answer(RelayedRequest request, URI url, Socket there) throws IOException {
        HttpHeadReader reader = new HttpHeadReader(limits.handshakeBytes());
        HttpHead head = null;
        ByteBuffer rest = ByteBuffer.allocate(0);
        byte[] buffer = new byte[BUFFER];
        while (head == null) {
            int count = there.getInputStream().read(buffer);
            if (count < 0) {
                listener.unreachable(url, request.headers(), "the server ended the connection without an answer");
                return;
            }
            client.getOutputStream().write(buffer, 0, count);
            rest = ByteBuffer.wrap(buffer, 0, count);
            head = read(reader, rest);
        }
        HandshakeResponse response = new HandshakeResponse(head.status(), head.headers());
        if (!response.accepted()) {
            listener.refused(url, request.headers(), response);
            there.getInputStream().transferTo(client.getOutputStream());
            return;
        }
        relay(there, listener.opened(url, request.headers(), response, Instant.now()), rest);
    }

    private static @Nullable HttpHead read(HttpHeadReader reader, ByteBuffer bytes) throws IOException {
        try {
            return reader.read(bytes);
        } catch (NotHttpException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private void relay(Socket there, RelayListener.Traffic traffic, ByteBuffer behindAnswer) throws IOException {
        client.setSoTimeout(0);
        there.setSoTimeout(0);
        RelayTap tap = new RelayTap(traffic);
        ReaderLimits most = ReaderLimits.ofMessageBytes(limits.messageBytes());
        var fromServer = tap.side(Direction.RECEIVED, Role.SERVER, most);
        var fromClient = tap.side(Direction.SENT, Role.CLIENT, most);
        fromServer.read(behindAnswer);
        Thread other = Relay.start("wspact-relay-server", () -> pump(there, client, fromServer));
        pump(client, there, fromClient);
        try {
            other.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        tap.ended();
    }

    /** Passes bytes on until their side has ended; whoever listens hears of them before the other side gets them. */
    private void pump(Socket from, Socket to, RelayTap.Side side) {
        byte[] buffer = new byte[BUFFER];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                side.read(ByteBuffer.wrap(buffer, 0, count));
                out.write(buffer, 0, count);
                out.flush();
            }
        } catch (IOException e) {
            abort(); // then the other side ends too
        } finally {
            abort();
        }
    }

    private Socket connect() throws IOException {
        HostPort where = HostPort.of(server);
        Socket plain = new Socket();
        upstream = plain;
        if (aborted) {
            plain.close();
        }
        int patience = (int) limits.handshakeTime().toMillis();
        plain.setTcpNoDelay(true);
        plain.connect(new InetSocketAddress(where.host(), where.port()), patience);
        plain.setSoTimeout(patience);
        if (!(sockets instanceof SSLSocketFactory tls)) {
            return plain;
        }
        SSLSocket secure = (SSLSocket) tls.createSocket(plain, where.host(), where.port(), true);
        SSLParameters parameters = secure.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secure.setSSLParameters(parameters);
        secure.startHandshake();
        upstream = secure;
        return secure;
    }

    /** Ends both sides. */
    void abort() {
        aborted = true;
        boolean ignored = close(client);
        Socket there = upstream;
        if (there != null) {
            ignored = close(there);
        }
    }

    /** False if closing failed, after which the socket is closed all the same. */
    private static boolean close(Socket socket) {
        try {
            socket.close();
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
