package dev.wspact.internal.websocket.io;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** A TCP connection. All state is confined to the loop's thread. */
final class TcpChannel implements Channel {
    private final EventLoop loop;
    private final SocketChannel socket;
    private final ChannelListener listener;
    private final Queue<Outgoing> outgoing = new ArrayDeque<>(1);
    private @Nullable SelectionKey key;
    private boolean connected;
    private boolean reading = true;
    private boolean ending;
    private boolean ended;
    private @Nullable IOException writeFailure;

    TcpChannel(EventLoop loop, SocketChannel socket, ChannelListener listener) {
        this.loop = loop;
        this.socket = socket;
        this.listener = listener;
    }

    void connect(InetSocketAddress address) throws IOException {
        boolean begun = false;
        try {
            socket.configureBlocking(false);
            socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
            begun = execute(() -> begin(address));
        } finally {
            if (!begun) {
                socket.close();
            }
        }
        if (!begun) {
            throw new IOException("the client is closed");
        }
    }

    @Override
    public void write(ByteBuffer bytes, WriteListener told) {
        Outgoing write = new Outgoing(bytes, told);
        if (!execute(() -> enqueue(write))) {
            write.failed();
        }
    }

    @Override
    public void reading(boolean on) {
        execute(() -> {
            reading = on;
            updateInterest();
        });
    }

    @Override
    public boolean execute(Runnable task) {
        return loop.execute(() -> guarded(task));
    }

    @Override
    public void end() {
        execute(() -> {
            ending = true;
            if (connected) {
                flush();
            } else {
                ended(null);
            }
        });
    }

    @Override
    public void abort() {
        execute(() -> ended(null));
    }

    /** The operating system says that the connection can go on. */
    void ready() {
        guarded(this::proceed);
    }

    /** Does what may fail by a fault of ours: that ends this connection, and no other. */
    private void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error e) {
            fail(e);
        }
    }

    private void fail(Throwable fault) {
        if (ended) {
            // the listener has been told of the end, and may be who failed at it
            loop.report(fault);
            return;
        }
        try {
            ended(new ChannelFailedException(fault));
        } catch (RuntimeException | Error again) {
            loop.report(again);
        }
    }

    private void proceed() {
        SelectionKey current = key;
        if (current == null || !current.isValid()) {
            return;
        }
        if (current.isConnectable()) {
            finishConnect();
        }
        if (!ended && current.isWritable()) {
            flush();
        }
        if (!ended && current.isReadable()) {
            read();
        }
    }

    private void begin(InetSocketAddress address) {
        if (ended) {
            return;
        }
        try {
            boolean atOnce = socket.connect(address);
            key = loop.register(socket, atOnce ? 0 : SelectionKey.OP_CONNECT, this);
            if (atOnce) {
                connected();
            }
        } catch (IOException e) {
            ended(e);
        } catch (RuntimeException e) {
            // an address of a kind that this system does not have
            ended(new IOException(e.getMessage(), e));
        }
    }

    private void finishConnect() {
        try {
            if (socket.finishConnect()) {
                connected();
            }
        } catch (IOException e) {
            ended(e);
        }
    }

    private void connected() {
        connected = true;
        listener.connected(this);
        flush();
    }

    private void enqueue(Outgoing write) {
        if (ended || ending || writeFailure != null) {
            write.failed();
            return;
        }
        outgoing.add(write);
        if (connected) {
            flush();
        }
    }

    private void flush() {
        try {
            while (!ended) {
                Outgoing next = outgoing.peek();
                if (next == null) {
                    break;
                }
                socket.write(next.bytes());
                if (next.bytes().hasRemaining()) {
                    break;
                }
                outgoing.remove();
                next.told().written(null);
            }
        } catch (IOException e) {
            writingFailed(e);
        }
        if (ending && outgoing.isEmpty()) {
            ended(null);
        }
        updateInterest();
    }

    /** The other side has gone, but why may stand in what it sent before: a TLS alert, or an answer. */
    private void writingFailed(IOException e) {
        writeFailure = e;
        outgoing.forEach(Outgoing::failed);
        outgoing.clear();
        if (!reading) {
            ended(e);
        }
    }

    private void read() {
        ByteBuffer chunk = loop.chunk();
        try {
            int length = socket.read(chunk);
            if (length < 0) {
                ended(writeFailure);
                return;
            }
        } catch (IOException e) {
            ended(writeFailure == null ? e : writeFailure);
            return;
        }
        listener.received(chunk.flip());
    }

    private void updateInterest() {
        SelectionKey current = key;
        if (current == null || ended || !connected) {
            return;
        }
        current.interestOps((reading ? SelectionKey.OP_READ : 0) | (outgoing.isEmpty() ? 0 : SelectionKey.OP_WRITE));
    }

    private void ended(@Nullable IOException cause) {
        if (ended) {
            return;
        }
        ended = true;
        try {
            // takes the key with it
            socket.close();
        } catch (IOException e) {
            // the system takes the descriptor back even if it has something to say about it
            assert !socket.isOpen();
        }
        try {
            outgoing.forEach(Outgoing::failed);
        } finally {
            outgoing.clear();
            listener.ended(cause);
        }
    }

    /** Bytes that wait to be sent, and who waits for that. */
    private record Outgoing(ByteBuffer bytes, WriteListener told) {
        void failed() {
            told.written(new IOException("the connection is closed"));
        }
    }
}
