package dev.wspact.internal.websocket.io;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * A TLS server without a network: the channel under a client's layer, and the engine at its other end. Nothing moves until
 * the test says so, so that each test is the same each time.
 */
final class TlsPeer implements Channel {
    private static final String PASSWORD = "changeit";

    private final SSLEngine engine;
    private final Queue<WriteListener> unwritten = new ArrayDeque<>();
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private final List<String> asked = new ArrayList<>();
    private ByteBuffer fromClient = ByteBuffer.allocate(1 << 22);
    private boolean slow;
    private @Nullable IOException failure;

    TlsPeer(String protocol) throws IOException, GeneralSecurityException {
        engine = server().createSSLEngine();
        engine.setUseClientMode(false);
        engine.setEnabledProtocols(new String[] {protocol});
    }

    private static SSLContext server() throws IOException, GeneralSecurityException {
        @Nullable InputStream file = TlsPeer.class.getResourceAsStream("/dev/wspact/wire/localhost.p12");
        try (InputStream in = Objects.requireNonNull(file)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, PASSWORD.toCharArray());
            KeyManagerFactory manager = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            manager.init(keys, PASSWORD.toCharArray());
            SSLContext tls = SSLContext.getInstance("TLS");
            tls.init(manager.getKeyManagers(), null, null);
            return tls;
        }
    }

    /** The server's engine. */
    SSLEngine engine() {
        return engine;
    }

    /** What the client has said so far. */
    String heard() {
        return received.toString(StandardCharsets.US_ASCII);
    }

    /** How many bytes the client has said so far. */
    int heardBytes() {
        return received.size();
    }

    /** What the layer asked of the channel beside writing. */
    List<String> asked() {
        return asked;
    }

    /** From now on who writes is not told that it is written, until {@link #writtenAll}. */
    void slow() {
        slow = true;
    }

    void writtenAll() {
        slow = false;
        for (WriteListener told = unwritten.poll(); told != null; told = unwritten.poll()) {
            told.written(null);
        }
    }

    /** From now on nothing can be written. */
    void failWrites(IOException why) {
        failure = why;
    }

    /** Reads what the client has sent, and hands the layer what there is to answer, in pieces of so many bytes. */
    void answer(TlsLayer layer, int pieceBytes) throws SSLException {
        boolean going = true;
        while (going) {
            going = switch (engine.getHandshakeStatus()) {
                case NEED_TASK -> runTask();
                case NEED_WRAP -> {
                    deliver(layer, wrap(new byte[0]), pieceBytes);
                    yield true;
                }
                default -> unwrap();
            };
        }
    }

    /** The same in one piece. */
    void answer(TlsLayer layer) throws SSLException {
        answer(layer, Integer.MAX_VALUE);
    }

    /** A record with these bytes, or with what TLS itself has to say; empty if that is nothing. */
    byte[] wrap(byte[] plain) throws SSLException {
        ByteBuffer record = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
        engine.wrap(ByteBuffer.wrap(plain), record);
        byte[] bytes = new byte[record.flip().remaining()];
        record.get(bytes);
        return bytes;
    }

    /** A record with this text. */
    byte[] wrap(String text) throws SSLException {
        return wrap(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Hands bytes to a layer in pieces. */
    static void deliver(TlsLayer layer, byte[] bytes, int pieceBytes) {
        for (int at = 0; at < bytes.length; at += Math.min(pieceBytes, bytes.length - at)) {
            layer.received(ByteBuffer.wrap(bytes, at, Math.min(pieceBytes, bytes.length - at)));
        }
    }

    private boolean runTask() {
        Runnable task = engine.getDelegatedTask();
        if (task != null) {
            task.run();
        }
        return true;
    }

    private boolean unwrap() throws SSLException {
        HandshakeStatus before = engine.getHandshakeStatus();
        ByteBuffer plain = ByteBuffer.allocate(engine.getSession().getApplicationBufferSize());
        fromClient.flip();
        SSLEngineResult result = engine.unwrap(fromClient, plain);
        fromClient.compact();
        received.writeBytes(java.util.Arrays.copyOf(plain.array(), plain.position()));
        return result.bytesConsumed() > 0 || engine.getHandshakeStatus() != before;
    }

    @Override
    public void write(ByteBuffer bytes, WriteListener listener) {
        if (failure != null) {
            listener.written(failure);
            return;
        }
        if (fromClient.remaining() < bytes.remaining()) {
            fromClient = ByteBuffer.allocate(2 * fromClient.capacity() + bytes.remaining())
                    .put(fromClient.flip());
        }
        fromClient.put(bytes);
        if (slow) {
            unwritten.add(listener);
        } else {
            listener.written(null);
        }
    }

    @Override
    public void reading(boolean on) {
        asked.add(on ? "read" : "stop reading");
    }

    @Override
    public boolean execute(Runnable task) {
        task.run();
        return true;
    }

    @Override
    public void end() {
        asked.add("end");
    }

    @Override
    public void abort() {
        asked.add("abort");
    }
}
