package dev.wspact.internal.websocket.io;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Queue;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * TLS between a channel and its listener: the listener is told of the connection when the TLS handshake is done. All state
 * is confined to the thread on which the channel underneath tells what happens; what an {@link SSLEngine} calls tasks, such
 * as checking certificates, is done there as well, since a verifier opens few connections at a time.
 */
public final class TlsLayer implements ChannelListener {
    private final SSLEngine engine;
    private final ChannelListener listener;
    private final Queue<Outgoing> outgoing = new ArrayDeque<>();
    private ByteBuffer incoming;
    private ByteBuffer plain;
    private @Nullable Channel underneath;
    private boolean secured;
    private boolean proceeding;
    private boolean saidGoodbye;
    private boolean ended;
    private @Nullable IOException failure;

    /** A layer that speaks TLS through an engine that is ready to shake hands. */
    public TlsLayer(SSLEngine engine, ChannelListener listener) {
        this.engine = engine;
        this.listener = listener;
        this.incoming = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
        this.plain = ByteBuffer.allocate(engine.getSession().getApplicationBufferSize());
    }

    @Override
    public void connected(Channel channel) {
        underneath = channel;
        attempt(() -> {
            engine.beginHandshake();
            proceed();
        });
    }

    @Override
    public void received(ByteBuffer bytes) {
        if (incoming.remaining() < bytes.remaining()) {
            ByteBuffer larger = ByteBuffer.allocate(incoming.position() + bytes.remaining());
            incoming = larger.put(incoming.flip());
        }
        incoming.put(bytes);
        attempt(this::proceed);
    }

    @Override
    public void ended(@Nullable IOException cause) {
        ended = true;
        outgoing.forEach(Outgoing::failed);
        outgoing.clear();
        IOException why = failure == null ? cause : failure;
        boolean early = why == null && !secured && underneath != null;
        listener.ended(early ? new EOFException("Remote host terminated the handshake") : why);
    }

    /** Shakes hands, decrypts and encrypts as far as it goes with what has come. */
    private void proceed() throws SSLException {
        if (proceeding) {
            // called by the listener that is being told something; the call that tells it goes on
            return;
        }
        proceeding = true;
        try {
            boolean going = true;
            while (going && !ended) {
                going = switch (engine.getHandshakeStatus()) {
                    case NEED_TASK -> runTask();
                    case NEED_WRAP -> wrap() != Status.CLOSED;
                    case NEED_UNWRAP, NEED_UNWRAP_AGAIN -> unwrap();
                    case FINISHED, NOT_HANDSHAKING -> exchange();
                };
            }
        } finally {
            proceeding = false;
        }
    }

    private boolean runTask() {
        Runnable task = engine.getDelegatedTask();
        if (task != null) {
            task.run();
        }
        return true;
    }

    /** Once hands are shaken: decrypts one record, and sends what waits. */
    private boolean exchange() throws SSLException {
        if (!secured) {
            secured = true;
            listener.connected(new Secured());
        }
        boolean more = unwrap();
        send();
        return more;
    }

    private void send() throws SSLException {
        while (!outgoing.isEmpty() && engine.getHandshakeStatus() == HandshakeStatus.NOT_HANDSHAKING) {
            if (saidGoodbye) {
                outgoing.remove().failed();
            } else if (outgoing.element().last()) {
                outgoing.remove();
                sayGoodbye();
            } else if (!encrypt(outgoing.element())) {
                return;
            }
        }
    }

    private void sayGoodbye() throws SSLException {
        saidGoodbye = true;
        engine.closeOutbound();
        wrap();
        channel().end();
    }

    /** Encrypts as much as goes; who waits for the bytes is told with the last record. False if some of them are left. */
    private boolean encrypt(Outgoing next) throws SSLException {
        ByteBuffer bytes = next.bytes();
        do {
            ByteBuffer record = record();
            SSLEngineResult result = engine.wrap(bytes, record);
            if (result.getStatus() != Status.OK) {
                throw new SSLException("the TLS connection is closed");
            }
            boolean last = !bytes.hasRemaining();
            if (last) {
                // before the channel tells that it has failed, if it has: who waits is told once
                outgoing.remove();
            }
            channel().write(record.flip(), last ? next.told() : WriteListener.NOBODY);
        } while (bytes.hasRemaining() && !ended && engine.getHandshakeStatus() == HandshakeStatus.NOT_HANDSHAKING);
        return !bytes.hasRemaining();
    }

    /** Writes what TLS itself has to say. */
    private Status wrap() throws SSLException {
        ByteBuffer record = record();
        SSLEngineResult result = engine.wrap(ByteBuffer.allocate(0), record);
        if (record.position() > 0) {
            channel().write(record.flip(), WriteListener.NOBODY);
        }
        return result.getStatus();
    }

    /** Decrypts one record; false if it has not come whole, or was the last. */
    private boolean unwrap() throws SSLException {
        incoming.flip();
        SSLEngineResult result;
        try {
            result = engine.unwrap(incoming, plain);
        } finally {
            incoming.compact();
        }
        if (result.getStatus() == Status.BUFFER_OVERFLOW) {
            plain = ByteBuffer.allocate(engine.getSession().getApplicationBufferSize());
            return true;
        }
        if (plain.position() > 0) {
            listener.received(plain.flip());
            plain.clear();
        }
        if (result.getStatus() == Status.CLOSED && !saidGoodbye) {
            // the other side has said goodbye; so do we
            sayGoodbye();
            return false;
        }
        return result.getStatus() == Status.OK && progressed(result);
    }

    private static boolean progressed(SSLEngineResult result) {
        return result.bytesConsumed() > 0 || result.getHandshakeStatus() != HandshakeStatus.NEED_UNWRAP;
    }

    private ByteBuffer record() {
        return ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
    }

    private Channel channel() {
        Channel channel = underneath;
        if (channel == null) {
            throw new IllegalStateException("nothing can come before the connection");
        }
        return channel;
    }

    private void attempt(TlsStep step) {
        try {
            step.run();
        } catch (SSLException e) {
            // what goes wrong afterwards is only its consequence
            failure = failure == null ? e : failure;
            alert();
            channel().end();
        }
    }

    /** Tells the other side what is wrong, as far as it still listens. */
    private void alert() {
        try {
            wrap();
        } catch (SSLException e) {
            assert failure != e : "what went wrong first is what counts";
        }
    }

    private void enqueue(Outgoing next) {
        if (ended) {
            next.failed();
            return;
        }
        outgoing.add(next);
        attempt(this::proceed);
    }

    private interface TlsStep {
        void run() throws SSLException;
    }

    /** The channel that the listener sees. */
    private final class Secured implements Channel {
        @Override
        public void write(ByteBuffer bytes, WriteListener told) {
            add(new Outgoing(bytes, false, told));
        }

        @Override
        public void reading(boolean on) {
            channel().reading(on);
        }

        @Override
        public void end() {
            add(new Outgoing(ByteBuffer.allocate(0), true, WriteListener.NOBODY));
        }

        @Override
        public void abort() {
            channel().abort();
        }

        @Override
        public boolean execute(Runnable task) {
            return channel().execute(task);
        }

        private void add(Outgoing next) {
            if (!channel().execute(() -> enqueue(next))) {
                next.failed();
            }
        }
    }

    /** Bytes that wait to be encrypted, and who waits for that; the last one only says goodbye. */
    private record Outgoing(ByteBuffer bytes, boolean last, WriteListener told) {
        void failed() {
            told.written(new IOException("the connection is closed"));
        }
    }
}
