package dev.wspact.maven;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * A WebSocket server on the loopback address for the projects under src/it, which start it from their prebuild.groovy. It
 * pushes one message to whoever connects: a good tick, or a broken one where the path is {@code /broken}.
 */
public final class FeedServer implements AutoCloseable {
    private static final String KEY = "sec-websocket-key:";
    private static final int CLOSE = 0x8;

    private final ServerSocket listening;
    private final Deque<Socket> connections = new ConcurrentLinkedDeque<>();

    /** Starts on a port that is free. */
    public FeedServer() throws IOException {
        listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        daemon(this::accept).start();
    }

    /** The port. */
    public int port() {
        return listening.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Socket connection : connections) {
            connection.close();
        }
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket connection = listening.accept();
                connections.add(connection);
                daemon(() -> serve(connection)).start();
            } catch (IOException e) {
                if (!listening.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private static void serve(Socket connection) {
        try (connection) {
            Deque<String> request = request(connection.getInputStream());
            OutputStream out = connection.getOutputStream();
            out.write(handshake(request).getBytes(StandardCharsets.US_ASCII));
            boolean broken = request.getFirst().startsWith("GET /broken");
            text(out, "{\"type\":\"tick\",\"price\":" + (broken ? "\"12,50\"" : "12.5") + "}");
            echoClose(connection.getInputStream(), out);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("the client went away, or spoke no HTTP", e);
        }
    }

    private static Deque<String> request(InputStream in) throws IOException {
        Deque<String> lines = new ArrayDeque<>();
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c >= 0; c = in.read()) {
            if (c != '\n') {
                line.append((char) c);
            } else if (line.toString().isBlank()) {
                return lines;
            } else {
                lines.add(line.toString().strip());
                line.setLength(0);
            }
        }
        throw new IOException("no request");
    }

    private static String handshake(Deque<String> request) throws GeneralSecurityException {
        String key = request.stream()
                .filter(line -> line.regionMatches(true, 0, KEY, 0, KEY.length()))
                .map(line -> line.substring(KEY.length()).strip())
                .findFirst()
                .orElseThrow();
        byte[] hash = MessageDigest.getInstance("SHA-1")
                .digest((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(StandardCharsets.US_ASCII));
        return "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: "
                + Base64.getEncoder().encodeToString(hash) + "\r\n\r\n";
    }

    /** A text message in one frame of less than 126 bytes. */
    private static void text(OutputStream out, String text) throws IOException {
        byte[] payload = text.getBytes(StandardCharsets.UTF_8);
        out.write(new byte[] {(byte) 0x81, (byte) payload.length});
        out.write(payload);
        out.flush();
    }

    /** Reads short masked frames until the close frame, and sends that back. */
    private static void echoClose(InputStream in, OutputStream out) throws IOException {
        for (int first = in.read(); first >= 0; first = in.read()) {
            int length = in.read() & 0x7f;
            byte[] mask = in.readNBytes(4);
            byte[] payload = in.readNBytes(length);
            if ((first & 0xf) == CLOSE) {
                for (int i = 0; i < length; i++) {
                    payload[i] ^= mask[i % 4];
                }
                out.write(new byte[] {(byte) 0x88, (byte) length});
                out.write(payload);
                out.flush();
                return;
            }
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "feed-server");
        thread.setDaemon(true);
        return thread;
    }
}
