package dev.wspact.internal.websocket.io;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

/**
 * The one thread on which any number of connections are opened, read and written. It never waits for anything but the
 * operating system's word that a connection can go on.
 */
public final class EventLoop implements AutoCloseable {
    /**
     * What is read from a connection in one go; the buffer is shared by all of them. A server that sends as fast as it can costs
     * a fifth less with it than with a quarter of it, since whoever takes the messages is woken less often.
     */
    private static final int CHUNK = 256 << 10;

    private final Selector selector;
    private final Thread thread;
    private final ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
    private final Object lock = new Object();
    private Queue<Runnable> tasks = new ArrayDeque<>();
    private boolean closed;

    private EventLoop(Selector selector, String name) {
        this.selector = selector;
        this.thread = new Thread(this::run, name);
        thread.setDaemon(true);
        // libraries find their parts where wspact is, whatever the caller's context class loader is
        thread.setContextClassLoader(EventLoop.class.getClassLoader());
    }

    /**
     * Starts a loop on a daemon thread.
     *
     * @throws IOException if the operating system has no resources left for it
     */
    public static EventLoop start(String threadName) throws IOException {
        EventLoop loop = new EventLoop(Selector.open(), threadName);
        try {
            loop.thread.start();
        } catch (OutOfMemoryError e) {
            loop.selector.close();
            throw new IOException("no thread can be started", e);
        }
        return loop;
    }

    /**
     * Opens a TCP connection; the listener hears how that ends.
     *
     * @return the connection, to give up on it; what to send is given to the channel that the listener gets
     * @throws IOException if the loop is closed, or the operating system has no resources left
     */
    public Channel connect(InetSocketAddress address, ChannelListener listener) throws IOException {
        TcpChannel channel = new TcpChannel(this, SocketChannel.open(), listener);
        channel.connect(address);
        return channel;
    }

    /** Aborts all connections and ends the thread; its listeners have been told when this returns. */
    @Override
    public void close() {
        synchronized (lock) {
            closed = true;
        }
        selector.wakeup();
        boolean interrupted = false;
        while (thread.isAlive() && Thread.currentThread() != thread) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                // the thread waits for nothing, so this is soon done
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Runs a task on the loop's thread: at once if the caller is that thread, else soon.
     *
     * @return false if the loop is closed, and the task will never be run
     */
    boolean execute(Runnable task) {
        if (Thread.currentThread() == thread) {
            task.run();
            return true;
        }
        synchronized (lock) {
            if (closed) {
                return false;
            }
            tasks.add(task);
        }
        selector.wakeup();
        return true;
    }

    SelectionKey register(SocketChannel socket, int interest, TcpChannel channel) throws IOException {
        return socket.register(selector, interest, channel);
    }

    /** The buffer to read into, cleared. */
    ByteBuffer chunk() {
        return chunk.clear();
    }

    /** Says what has gone wrong on the loop's thread and cannot be told to a listener; the loop goes on. */
    void report(Throwable problem) {
        thread.getUncaughtExceptionHandler().uncaughtException(thread, problem);
    }

    private void run() {
        try (selector) {
            try {
                while (!isClosed()) {
                    selector.select(key -> ((TcpChannel) key.attachment()).ready());
                    runTasks();
                }
            } finally {
                abandon();
            }
        } catch (IOException e) {
            throw new IllegalStateException("the operating system does not watch connections any more", e);
        }
    }

    private boolean isClosed() {
        synchronized (lock) {
            return closed;
        }
    }

    private void runTasks() {
        Queue<Runnable> due;
        synchronized (lock) {
            if (tasks.isEmpty()) {
                return;
            }
            due = tasks;
            tasks = new ArrayDeque<>();
        }
        due.forEach(Runnable::run);
    }

    private void abandon() {
        synchronized (lock) {
            closed = true;
        }
        // what was asked for before the end is still told to be in vain
        runTasks();
        List.copyOf(selector.keys()).forEach(key -> ((TcpChannel) key.attachment()).abort());
    }
}
