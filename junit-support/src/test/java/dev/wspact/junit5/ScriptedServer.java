package dev.wspact.junit5;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/** A WebSocket server (RFC 6455) on loopback for tests; a script plays each connection, on a thread of its own. */
final class ScriptedServer implements AutoCloseable {
    private final ServerSocket server;
    private final Script script;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    private ScriptedServer(ServerSocket server, Script script) {
        this.server = server;
        this.script = script;
    }

    static ScriptedServer playing(Script script) {
        try {
            var server = new ScriptedServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), script);
            server.threads.execute(server::listen);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return server.getLocalPort();
    }

    URI url(String path) {
        return URI.create("ws://127.0.0.1:" + port() + path);
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket socket : sockets) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            threads.shutdownNow();
        }
    }

    private void listen() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                sockets.add(socket);
                threads.execute(() -> play(socket));
            } catch (IOException | RejectedExecutionException e) {
                return; // closed
            }
        }
    }

    private void play(Socket socket) {
        try (socket) {
            script.play(new Connection(socket));
        } catch (IOException e) {
            return; // the client has gone, or the server is closed
        } finally {
            sockets.remove(socket);
        }
    }

    /** What the server does on one connection; the connection is cut when it returns. */
    @FunctionalInterface
    interface Script {
        void play(Connection connection) throws IOException;
    }

    /** One connection, from its HTTP request on. Any thread may send. */
    static final class Connection {
        private final Socket socket;
        private final InputStream in;
        private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

        private Connection(Socket socket) throws IOException {
            this.socket = socket;
            this.in = new BufferedInputStream(socket.getInputStream());
            String ignored = line(); // every path is served
            for (String line = line(); !line.isEmpty(); line = line()) {
                int colon = line.indexOf(':');
                headers.put(line.substring(0, colon), line.substring(colon + 1).strip());
            }
        }

        @Nullable
        String header(String name) {
            return headers.get(name);
        }

        void answer(String statusLine, String headers, String body) throws IOException {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            write(("HTTP/1.1 " + statusLine + "\r\n" + headers + "Connection: close\r\nContent-Length: " + bytes.length
                            + "\r\n\r\n" + body)
                    .getBytes(StandardCharsets.UTF_8));
        }

        void accept() throws IOException {
            String key = header("Sec-WebSocket-Key") + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
            write(("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                            + "Sec-WebSocket-Accept: " + Base64.getEncoder().encodeToString(sha1(key)) + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
        }

        void text(String text) throws IOException {
            frame(1, text.getBytes(StandardCharsets.UTF_8));
        }

        void binary(byte[] bytes) throws IOException {
            frame(2, bytes);
        }

        void close(int code, String reason) throws IOException {
            byte[] text = reason.getBytes(StandardCharsets.UTF_8);
            frame(
                    8,
                    ByteBuffer.allocate(2 + text.length)
                            .putShort((short) code)
                            .put(text)
                            .array());
        }

        /** The next text message; null once the client has closed, which is answered. */
        @Nullable
        String read() throws IOException {
            while (true) {
                int first = in.read();
                if (first < 0) {
                    return null;
                }
                byte[] payload = payload();
                switch (first & 15) {
                    case 8 -> {
                        frame(8, payload);
                        return null;
                    }
                    case 9 -> frame(10, payload);
                    case 1 -> {
                        return new String(payload, StandardCharsets.UTF_8);
                    }
                    default -> {}
                }
            }
        }

        private byte[] payload() throws IOException {
            int length = in.read() & 127;
            if (length == 126) {
                length = in.read() << 8 | in.read();
            }
            byte[] mask = in.readNBytes(4);
            byte[] payload = in.readNBytes(length);
            for (int i = 0; i < payload.length; i++) {
                payload[i] ^= mask[i % 4];
            }
            return payload;
        }

        private void frame(int opcode, byte[] payload) throws IOException {
            var frame = new ByteArrayOutputStream();
            frame.write(128 | opcode);
            if (payload.length < 126) {
                frame.write(payload.length);
            } else {
                frame.write(126);
                frame.write(payload.length >> 8);
                frame.write(payload.length);
            }
            frame.writeBytes(payload);
            write(frame.toByteArray());
        }

        private synchronized void write(byte[] bytes) throws IOException {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
        }

        private String line() throws IOException {
            var line = new ByteArrayOutputStream();
            for (int c = in.read(); c != '\n'; c = in.read()) {
                if (c < 0) {
                    throw new IOException("the client has gone");
                }
                if (c != '\r') {
                    line.write(c);
                }
            }
            return line.toString(StandardCharsets.ISO_8859_1);
        }

        private static byte[] sha1(String text) {
            try {
                return MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.US_ASCII));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
