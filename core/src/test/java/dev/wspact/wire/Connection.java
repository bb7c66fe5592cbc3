package dev.wspact.wire;

import dev.wspact.message.CloseStatus;
import dev.wspact.message.Payload;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * The server's end of one connection: sends exactly the bytes it is told, legal or not. Confined to the script's thread.
 * What it writes to a client that has gone ends the script quietly; a read that finds the client gone is an error.
 */
public final class Connection {
    /** First byte of a whole text frame. */
    public static final int TEXT = 0x81;
    /** First byte of a whole binary frame. */
    public static final int BINARY = 0x82;
    /** First byte of a close frame. */
    public static final int CLOSE = 0x88;
    /** First byte of a ping. */
    public static final int PING = 0x89;
    /** First byte of a pong. */
    public static final int PONG = 0x8A;

    private static final int FIN = 0x80;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final int number;
    private @Nullable OpeningHandshake request;

    Connection(Socket socket, int number) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
        this.out = socket.getOutputStream();
        this.number = number;
    }

    /** 1-based number of this connection in the life of the server. */
    public int number() {
        return number;
    }

    /** The client's opening handshake, read on the first call. */
    public OpeningHandshake request() throws IOException {
        if (request == null) {
            List<String> lines = new ArrayList<>();
            for (String line = readLine(); !line.isEmpty(); line = readLine()) {
                lines.add(line);
            }
            request = OpeningHandshake.of(lines);
        }
        return request;
    }

    /** Reads the client's handshake and accepts it, with these header lines more. */
    public Connection accept(String... headerLines) throws IOException {
        return raw(acceptance(headerLines));
    }

    /**
     * Accepts the handshake and sends the first text message in the same TCP segment as the acceptance.
     */
    public Connection acceptWithText(String text) throws IOException {
        byte[] head = acceptance().getBytes(StandardCharsets.ISO_8859_1);
        return raw(concat(head, encoded(TEXT, text.getBytes(StandardCharsets.UTF_8))));
    }

    /** Reads the client's handshake and answers it with another status than 101. */
    public Connection refuse(int status, List<String> headerLines, String body) throws IOException {
        request();
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Refused\r\n");
        headerLines.forEach(line -> head.append(line).append("\r\n"));
        head.append("Content-Length: ").append(content.length).append("\r\n\r\n");
        return raw(concat(head.toString().getBytes(StandardCharsets.ISO_8859_1), content));
    }

    /** Sends these characters as they are, one byte each (ISO 8859-1). */
    public Connection raw(String characters) throws IOException {
        return raw(characters.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Sends these bytes as they are. */
    public Connection raw(byte[] bytes) throws IOException {
        try {
            out.write(bytes);
            out.flush();
        } catch (IOException e) {
            throw new ClientGoneException(e);
        }
        return this;
    }

    /**
     * Puts TLS on the connection, as a server, and shakes hands; this one goes on being what is underneath.
     *
     * @param clientAuthentication whether the client must have a certificate
     * @throws javax.net.ssl.SSLException if the handshake fails
     */
    public Connection secured(SSLContext tls, boolean clientAuthentication) throws IOException {
        var secured = (SSLSocket) tls.getSocketFactory()
                .createSocket(socket, socket.getInetAddress().getHostAddress(), socket.getPort(), true);
        secured.setUseClientMode(false);
        secured.setNeedClientAuth(clientAuthentication);
        secured.startHandshake();
        return new Connection(secured, number);
    }

    /** Sends one text message in one frame. */
    public Connection text(String text) throws IOException {
        return frame(TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends one binary message in one frame. */
    public Connection binary(byte[] bytes) throws IOException {
        return frame(BINARY, bytes);
    }

    /** Sends one text message in as many frames as there are parts, at least two. */
    public Connection fragments(String... parts) throws IOException {
        frame(0x01, parts[0].getBytes(StandardCharsets.UTF_8));
        for (int i = 1; i < parts.length - 1; i++) {
            frame(0x00, parts[i].getBytes(StandardCharsets.UTF_8));
        }
        return frame(FIN, parts[parts.length - 1].getBytes(StandardCharsets.UTF_8));
    }

    /** Sends a ping. */
    public Connection ping(String text) throws IOException {
        return frame(PING, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends one unmasked frame with any first byte: final bit, reserved bits and opcode are the caller's. */
    public Connection frame(int firstByte, byte[] payload) throws IOException {
        return raw(encoded(firstByte, payload));
    }

    /** Sends a close frame; does not wait for the answer. */
    public Connection close(int code, String reason) throws IOException {
        byte[] text = reason.getBytes(StandardCharsets.UTF_8);
        ByteBuffer payload = ByteBuffer.allocate(2 + text.length);
        return frame(CLOSE, payload.putShort((short) code).put(text).array());
    }

    /** Sends a close frame without a code. */
    public Connection closeWithoutCode() throws IOException {
        return frame(CLOSE, new byte[0]);
    }

    /** Ends the TCP connection with FIN, without a close frame. */
    public void drop() throws IOException {
        socket.close();
    }

    /** Ends the TCP connection with RST. */
    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    /**
     * The next whole message of the client; pings and pongs before it are passed over.
     *
     * @throws EOFException if the client closes or goes instead
     */
    public Payload nextMessage() throws IOException {
        ClientFrame frame = nextFrame();
        while (frame.opcode() > 0x8) {
            frame = nextFrame();
        }
        if (frame.opcode() == 0x8) {
            throw new EOFException("expected a message, but the client closed with " + frame.closeStatus());
        }
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        joined.writeBytes(frame.payload());
        boolean text = frame.opcode() == 0x1;
        for (ClientFrame part = frame; !part.last(); ) {
            part = nextFrame();
            joined.writeBytes(part.payload());
        }
        return text
                ? new Payload.Text(joined.toString(StandardCharsets.UTF_8))
                : Payload.Binary.of(joined.toByteArray());
    }

    /**
     * The next frame of the client, of any kind, unmasked.
     *
     * @throws EOFException if the client goes instead
     */
    public ClientFrame nextFrame() throws IOException {
        int first = readByte();
        int second = readByte();
        if ((second & 0x80) == 0) {
            throw new IllegalStateException("the client sent an unmasked frame (RFC 6455 section 5.1)");
        }
        int length = second & 0x7F;
        if (length == 126) {
            length = ByteBuffer.wrap(read(2)).getShort() & 0xFFFF;
        } else if (length == 127) {
            length = Math.toIntExact(ByteBuffer.wrap(read(8)).getLong());
        }
        byte[] mask = read(4);
        byte[] payload = read(length);
        for (int i = 0; i < length; i++) {
            payload[i] ^= mask[i % 4];
        }
        return new ClientFrame(first, payload);
    }

    /** The next bytes of the client as they are, such as the body of a request. */
    public byte[] readBytes(int length) throws IOException {
        return read(length);
    }

    /** Passes over messages until the client's close frame comes; does not answer it. */
    public CloseStatus awaitClose() throws IOException {
        ClientFrame frame = nextFrame();
        while (frame.opcode() != 0x8) {
            frame = nextFrame();
        }
        return frame.closeStatus();
    }

    /** Waits for the client's close frame, answers it with the same code and ends the TCP connection. */
    public CloseStatus closeWhenAsked() throws IOException {
        CloseStatus status = awaitClose();
        if (status.code() == CloseStatus.NO_STATUS) {
            closeWithoutCode();
        } else {
            close(status.code(), "");
        }
        socket.close();
        return status;
    }

    /** Says and answers nothing until the client ends the TCP connection. */
    public void holdSilently() throws IOException {
        byte[] ignored = new byte[8192];
        try {
            while (in.read(ignored) >= 0) {
                Arrays.fill(ignored, (byte) 0);
            }
        } catch (java.net.SocketException e) {
            // a client that ends with RST has ended, too
            throw new ClientGoneException(e);
        }
    }

    /** Carries bytes between the client and a loopback port until one of them ends, as an HTTP proxy does behind a 2xx. */
    public void tunnelTo(int port) throws IOException {
        try (Socket server = new Socket(InetAddress.getLoopbackAddress(), port)) {
            Thread answers = new Thread(() -> carry(server, socket), "tunnel-" + port);
            answers.setDaemon(true);
            answers.start();
            copy(in, server);
        } catch (java.net.SocketException e) {
            throw new ClientGoneException(e);
        } finally {
            socket.close();
        }
    }

    /** That one side has ended ends the other; how it ended does not matter. */
    private static void carry(Socket from, Socket to) {
        try (to) {
            copy(from.getInputStream(), to);
        } catch (IOException e) {
            assert from.isClosed() || to.isClosed() || e instanceof java.net.SocketException : e;
        }
    }

    private static void copy(InputStream from, Socket to) throws IOException {
        byte[] chunk = new byte[8192];
        for (int length = from.read(chunk); length >= 0; length = from.read(chunk)) {
            to.getOutputStream().write(chunk, 0, length);
        }
    }

    /** Repeats the step until the client has gone. */
    public void untilGone(Script step) throws Exception {
        while (true) {
            step.play(this);
        }
    }

    private String acceptance(String... headerLines) throws IOException {
        StringBuilder head = new StringBuilder("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n"
                + "Connection: Upgrade\r\nSec-WebSocket-Accept: " + request().acceptValue() + "\r\n");
        for (String line : headerLines) {
            head.append(line).append("\r\n");
        }
        return head.append("\r\n").toString();
    }

    private static byte[] encoded(int firstByte, byte[] payload) {
        ByteBuffer head = ByteBuffer.allocate(10).put((byte) firstByte);
        if (payload.length < 126) {
            head.put((byte) payload.length);
        } else if (payload.length < 1 << 16) {
            head.put((byte) 126).putShort((short) payload.length);
        } else {
            head.put((byte) 127).putLong(payload.length);
        }
        return concat(Arrays.copyOf(head.array(), head.position()), payload);
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private String readLine() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int octet = readByte(); octet != '\n'; octet = readByte()) {
            if (octet != '\r') {
                line.write(octet);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    private int readByte() throws IOException {
        int octet = in.read();
        if (octet < 0) {
            throw new EOFException("the client ended the TCP connection");
        }
        return octet;
    }

    private byte[] read(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the client ended the TCP connection inside a frame");
        }
        return bytes;
    }
}
