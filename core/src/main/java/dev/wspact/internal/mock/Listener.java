package dev.wspact.internal.mock;

import dev.wspact.internal.time.Deadline;
import dev.wspact.mock.MockOptions;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Accepts TCP connections, each of which gets a thread, and ends them all. */
final class Listener implements AutoCloseable {
    /** How long clients have to answer the close before the end. */
    private static final Duration CLOSING = Duration.ofSeconds(1);
    /** So many more are told that there is no room; the rest is dropped. */
    private static final int TURNED_AWAY = 20;

    private static final Duration REST = Duration.ofMillis(100);
    private static final int SERVICE_UNAVAILABLE = 503;

    private final ServerSocket server;
    private final ClientConnection.Surroundings surroundings;
    private final URI url;
    private final Thread accepting;
    private final Map<ClientConnection, Thread> connections = new HashMap<>();
    private int accepted;
    private boolean closed;

    private Listener(
            ServerSocket server, MockOptions options, Journal journal, Function<ClientRequest, Handshake> door) {
        this.server = server;
        this.url = URI.create("ws://" + host(server.getInetAddress()) + ":" + server.getLocalPort());
        this.surroundings = new ClientConnection.Surroundings() {
            @Override
            public Journal journal() {
                return journal;
            }

            @Override
            public MockOptions options() {
                return options;
            }

            @Override
            public Handshake answer(ClientRequest request) {
                int most = options.connections();
                return open() > most
                        ? Doorkeeper.refusal(
                                request,
                                SERVICE_UNAVAILABLE,
                                "There are " + most + " connections already (option connections).")
                        : door.apply(request);
            }
        };
        this.accepting = new Thread(this::accept, "wspact-mock-accept");
        accepting.setDaemon(true);
    }

    static Listener start(MockOptions options, Journal journal, Function<ClientRequest, Handshake> door) {
        String address = options.host() + ":" + options.port();
        ServerSocket server = null;
        try {
            server = new ServerSocket();
            server.setReuseAddress(true);
            server.bind(new InetSocketAddress(InetAddress.getByName(options.host()), options.port()));
        } catch (IOException e) {
            close(server);
            throw new UncheckedIOException(
                    "the mock provider cannot listen on " + address + ": " + e.getMessage()
                            + "; choose another port, or 0 for any free one",
                    e);
        }
        Listener listener = new Listener(server, options, journal, door);
        listener.accepting.start();
        return listener;
    }

    URI url() {
        return url;
    }

    /** Gives clients time to answer the close that they were sent, then ends what is left. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        close(server);
        Deadline deadline = Deadline.after(CLOSING);
        for (Map.Entry<ClientConnection, Thread> connection : snapshot()) {
            join(connection.getValue(), deadline);
            connection.getKey().abort();
        }
        for (Map.Entry<ClientConnection, Thread> connection : snapshot()) {
            connection.getValue().interrupt();
            join(connection.getValue(), Deadline.after(CLOSING));
        }
        join(accepting, Deadline.after(CLOSING));
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                begin(server.accept());
            } catch (IOException e) {
                // the end of the server; or the system is out of descriptors, and some time may help
                rest();
            }
        }
    }

    private synchronized void rest() {
        Deadline deadline = Deadline.after(REST);
        try {
            while (!closed && !deadline.hasPassed()) {
                wait(deadline.remaining().toMillis() + 1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void begin(Socket socket) {
        accepted++;
        String name = "wspact-mock-" + accepted;
        ClientConnection connection = new ClientConnection(socket, surroundings, name);
        if (closed || connections.size() >= surroundings.options().connections() + TURNED_AWAY) {
            connection.abort();
            return;
        }
        Thread thread = new Thread(
                () -> {
                    try {
                        connection.run();
                    } finally {
                        ended(connection);
                    }
                },
                name + "-read");
        thread.setDaemon(true);
        connections.put(connection, thread);
        thread.start();
    }

    private synchronized void ended(ClientConnection connection) {
        connections.remove(connection);
    }

    private synchronized int open() {
        return connections.size();
    }

    private synchronized List<Map.Entry<ClientConnection, Thread>> snapshot() {
        return connections.entrySet().stream()
                .map(entry -> Map.entry(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static void join(Thread thread, Deadline deadline) {
        boolean interrupted = Thread.interrupted();
        while (thread.isAlive() && thread != Thread.currentThread() && !deadline.hasPassed()) {
            try {
                thread.join(deadline.remaining().toMillis() + 1);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void close(@Nullable Closeable closeable) {
        try {
            if (closeable != null) {
                closeable.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the mock provider's port cannot be given back", e);
        }
    }

    /** An address as it stands in a URL; any interface is reached by the loopback one. */
    private static String host(InetAddress address) {
        if (address.isAnyLocalAddress()) {
            return "127.0.0.1";
        }
        String host = address.getHostAddress();
        return host.contains(":") ? "[" + host + "]" : host;
    }
}
