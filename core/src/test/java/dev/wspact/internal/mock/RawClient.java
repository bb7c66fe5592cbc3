package dev.wspact.internal.mock;

import dev.wspact.internal.websocket.frame.FrameView;
import dev.wspact.internal.websocket.frame.FrameWriter;
import dev.wspact.internal.websocket.frame.MessageListener;
import dev.wspact.internal.websocket.frame.MessageReader;
import dev.wspact.internal.websocket.frame.ReaderLimits;
import dev.wspact.internal.websocket.frame.Role;
import dev.wspact.message.CloseStatus;
import dev.wspact.message.Opcode;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/** A client that sends exactly the bytes it is told, and shows every frame that it gets. Answers nothing by itself. */
final class RawClient implements AutoCloseable, MessageListener {
    private final Socket socket;
    private final Deque<String> events = new ArrayDeque<>();
    private final MessageReader reader = new MessageReader(Role.SERVER, ReaderLimits.DEFAULT, null, this);

    RawClient(URI url) throws IOException {
        socket = new Socket(url.getHost(), url.getPort());
        socket.setSoTimeout((int) Feeds.LONG.toMillis());
    }

    /** The lines of a sound opening handshake, and those of the caller's. */
    static String handshake(String path, String... lines) {
        return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
                + String.join(
                        "",
                        java.util.Arrays.stream(lines)
                                .map(line -> line + "\r\n")
                                .toList()) + "\r\n";
    }

    RawClient send(String text) throws IOException {
        return send(text.getBytes(StandardCharsets.UTF_8));
    }

    RawClient send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
        return this;
    }

    RawClient frame(Opcode opcode, String payload) throws IOException {
        ByteBuffer frame = FrameWriter.frame(
                Role.CLIENT, true, 0, opcode, ByteBuffer.wrap(payload.getBytes(StandardCharsets.UTF_8)), 0x01020304);
        byte[] bytes = new byte[frame.remaining()];
        frame.get(bytes);
        return send(bytes);
    }

    RawClient closeFrame(CloseStatus status) throws IOException {
        ByteBuffer frame = FrameWriter.close(Role.CLIENT, status, 0x01020304);
        byte[] bytes = new byte[frame.remaining()];
        frame.get(bytes);
        return send(bytes);
    }

    /** The head of the answer, byte by byte, so that nothing behind it is taken. */
    String head() throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int octet = socket.getInputStream().read();
            if (octet < 0) {
                return head.toString();
            }
            head.append((char) octet);
        }
        return head.toString();
    }

    /** All that comes until the other side ends the connection. */
    String rest() throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** The next thing that comes: {@code text …}, {@code ping …}, {@code close …}, {@code frame …}, {@code end}. */
    String event() throws Exception {
        byte[] chunk = new byte[4096];
        while (events.isEmpty()) {
            int length;
            try {
                length = socket.getInputStream().read(chunk);
            } catch (java.net.SocketException e) {
                return "reset";
            }
            if (length < 0) {
                return "end";
            }
            reader.read(ByteBuffer.wrap(chunk, 0, length));
        }
        return events.removeFirst();
    }

    @Override
    public void frame(FrameView frame) {
        if (!frame.head().whole()) {
            events.add("fragment " + new String(frame.payload(FrameView.VISIBLE), StandardCharsets.UTF_8));
        }
    }

    @Override
    public void text(String message) {
        events.add("text " + message);
    }

    @Override
    public void binary(byte[] message) {
        events.add("binary " + message.length);
    }

    @Override
    public void ping(byte[] payload) {
        events.add("ping " + new String(payload, StandardCharsets.UTF_8));
    }

    @Override
    public void pong(byte[] payload) {
        events.add("pong " + new String(payload, StandardCharsets.UTF_8));
    }

    @Override
    public void close(CloseStatus status) {
        events.add("close " + status);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
