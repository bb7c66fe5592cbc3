package dev.wspact.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * A WebSocket server on a random loopback port that plays a {@link Script} on each connection, byte for byte. Closing it
 * ends every connection and thread, and throws what went wrong in a script, so that a broken script cannot hide. Accepts
 * on one thread and plays each script on its own; every method may be called from any thread.
 */
public final class ScriptedServer implements AutoCloseable {
    /** Password of the key store of the server and of {@link #trustStore}. */
    public static final String PASSWORD = "changeit";

    private static final Duration JOIN = Duration.ofSeconds(10);

    private final ServerSocket listener;
    private final String scheme;
    private final IntFunction<Script> scripts;
    private final Object lock = new Object();
    private final List<Socket> open = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final List<Throwable> problems = new ArrayList<>();
    private int accepted;
    private boolean closed;

    private ScriptedServer(ServerSocket listener, String scheme, IntFunction<Script> scripts) {
        this.listener = listener;
        this.scheme = scheme;
        this.scripts = scripts;
        start("accepts", this::acceptAll);
    }

    /** A server that plays the same script on every connection. */
    public static ScriptedServer start(Script script) throws IOException {
        return new ScriptedServer(listen(), "ws", number -> script);
    }

    /** The same, reachable under one address of this machine only. */
    public static ScriptedServer startOn(InetAddress address, Script script) throws IOException {
        return new ScriptedServer(new ServerSocket(0, 50, address), "ws", number -> script);
    }

    /** A server that plays the n-th script on the n-th connection; a connection more is an error. */
    public static ScriptedServer startInOrder(Script... scripts) throws IOException {
        List<Script> inOrder = List.of(scripts);
        return new ScriptedServer(listen(), "ws", number -> {
            if (number > inOrder.size()) {
                throw new IllegalStateException(
                        "connection " + number + " came, but there are only " + inOrder.size() + " scripts");
            }
            return inOrder.get(number - 1);
        });
    }

    /** A server behind TLS, with a self-signed certificate for {@code localhost} that nobody trusts. */
    public static ScriptedServer startTls(Script script) throws IOException {
        try {
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(keyStore(), PASSWORD.toCharArray());
            SSLContext tls = SSLContext.getInstance("TLS");
            tls.init(keys.getKeyManagers(), null, null);
            ServerSocket listener =
                    tls.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
            return new ScriptedServer(listener, "wss", number -> script);
        } catch (GeneralSecurityException e) {
            throw new IOException("no TLS", e);
        }
    }

    /**
     * The same, for clients only that show the certificate of {@link #keyStore(Path, String)}. It speaks TLS 1.2, where a client that shows
     * none fails in the TLS handshake itself.
     */
    public static ScriptedServer startMutualTls(Script script) throws IOException {
        try {
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(keyStore(), PASSWORD.toCharArray());
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(keyStore());
            SSLContext tls = SSLContext.getInstance("TLS");
            tls.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
            SSLServerSocket listener = (SSLServerSocket)
                    tls.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
            listener.setEnabledProtocols(new String[] {"TLSv1.2"});
            listener.setNeedClientAuth(true);
            return new ScriptedServer(listener, "wss", number -> script);
        } catch (GeneralSecurityException e) {
            throw new IOException("no TLS", e);
        }
    }

    /** Writes the certificate and the key of {@link #startTls}, as PKCS12 or JKS; the password is {@link #PASSWORD}. */
    public static Path keyStore(Path directory, String type) throws IOException {
        Path file = directory.resolve("keys." + type);
        char[] password = PASSWORD.toCharArray();
        try (OutputStream out = Files.newOutputStream(file)) {
            KeyStore from = keyStore();
            KeyStore keys = KeyStore.getInstance(type);
            keys.load(null, null);
            keys.setKeyEntry(
                    "localhost", from.getKey("localhost", password), password, from.getCertificateChain("localhost"));
            keys.store(out, password);
        } catch (GeneralSecurityException e) {
            throw new IOException("no key store", e);
        }
        return file;
    }

    /** Writes a PKCS12 trust store that trusts the certificate of {@link #startTls}; its password is {@link #PASSWORD}. */
    public static Path trustStore(Path directory) throws IOException {
        Path file = directory.resolve("trusted.p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry("localhost", keyStore().getCertificate("localhost"));
            trusted.store(out, PASSWORD.toCharArray());
        } catch (GeneralSecurityException e) {
            throw new IOException("no trust store", e);
        }
        return file;
    }

    /** A loopback port on which nothing listens. */
    public static int unusedPort() throws IOException {
        try (ServerSocket taken = listen()) {
            return taken.getLocalPort();
        }
    }

    /** The port it listens on. */
    public int port() {
        return listener.getLocalPort();
    }

    /** The URL of a path, which starts with a slash. */
    public URI uri(String path) {
        return URI.create(scheme + "://localhost:" + port() + path);
    }

    /** How many connections there were. */
    public int connections() {
        synchronized (lock) {
            return accepted;
        }
    }

    /** How many connections are open. */
    public int openConnections() {
        synchronized (lock) {
            return open.size();
        }
    }

    /** Waits until no connection is open; false if one still is after the timeout. */
    public boolean awaitNoConnection(Duration timeout) throws InterruptedException {
        long end = System.nanoTime() + timeout.toNanos();
        synchronized (lock) {
            while (!open.isEmpty()) {
                long left = end - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                TimeUnit.NANOSECONDS.timedWait(lock, left);
            }
            return true;
        }
    }

    /**
     * Ends everything.
     *
     * @throws AssertionError if a script went wrong, with every cause
     */
    @Override
    public void close() throws IOException {
        List<Thread> started;
        synchronized (lock) {
            closed = true;
            listener.close();
            for (Socket socket : open) {
                socket.close();
            }
            started = List.copyOf(threads);
        }
        started.forEach(ScriptedServer::join);
        synchronized (lock) {
            if (!problems.isEmpty()) {
                AssertionError error = new AssertionError("a script went wrong: " + problems.get(0), problems.get(0));
                problems.stream().skip(1).forEach(error::addSuppressed);
                problems.clear();
                throw error;
            }
        }
    }

    private void acceptAll() {
        try {
            while (true) {
                admit(listener.accept());
            }
        } catch (IOException e) {
            remember(e);
        }
    }

    /** Plays the script of a connection, unless the server was closed since the connection came. */
    private void admit(Socket socket) throws IOException {
        synchronized (lock) {
            if (closed) {
                socket.close();
                return;
            }
            int number = ++accepted;
            open.add(socket);
            start(String.valueOf(number), () -> serve(socket, number));
        }
    }

    private void serve(Socket socket, int number) {
        try {
            socket.setTcpNoDelay(true);
            if (reachable(socket)) {
                scripts.apply(number).play(new Connection(socket, number));
            }
        } catch (Exception | AssertionError e) {
            remember(e);
        }
        // only now, so that a client that sees the end finds the problem remembered
        end(socket);
    }

    private void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            remember(e);
        }
        synchronized (lock) {
            open.remove(socket);
            lock.notifyAll();
        }
    }

    private void remember(Throwable problem) {
        synchronized (lock) {
            boolean ended = problem instanceof ClientGoneException || (closed && problem instanceof IOException);
            if (!ended) {
                problems.add(problem);
            }
        }
    }

    /** Whether the client likes the certificate, if there is one. */
    private static boolean reachable(Socket socket) {
        if (!(socket instanceof SSLSocket tls)) {
            return true;
        }
        try {
            tls.startHandshake();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private void start(String name, Runnable task) {
        Thread thread = new Thread(task, "scripted-server-" + listener.getLocalPort() + "-" + name);
        thread.setDaemon(true);
        synchronized (lock) {
            threads.add(thread);
        }
        thread.start();
    }

    private static void join(Thread thread) {
        try {
            thread.join(JOIN.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (thread.isAlive()) {
            throw new AssertionError("still running: " + thread.getName());
        }
    }

    private static ServerSocket listen() throws IOException {
        return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    private static KeyStore keyStore() throws IOException, GeneralSecurityException {
        @Nullable InputStream file = ScriptedServer.class.getResourceAsStream("localhost.p12");
        try (InputStream in = Objects.requireNonNull(file, "localhost.p12")) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, PASSWORD.toCharArray());
            return keys;
        }
    }
}
