package dev.wspact.internal.websocket;

import dev.wspact.internal.time.Deadline;
import dev.wspact.internal.tls.Trust;
import dev.wspact.internal.tls.TrustStoreException;
import jakarta.websocket.ClientEndpointConfig;
import jakarta.websocket.DeploymentException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.glassfish.tyrus.client.ClientManager;
import org.glassfish.tyrus.client.ClientProperties;
import org.jspecify.annotations.Nullable;

/**
 * What the thread of one connection does in its life: connects, upgrades, and receives until the end. The verifying
 * thread waits for the outcome, never longer than its deadline: then it aborts the wire, which ends this task.
 */
final class ConnectionTask implements Runnable {
    /** Bytes of messages that wait for the verifying thread before the server has to wait. */
    private static final long INBOX_BYTES = 2 << 20;

    /** What Tyrus buffers beside the largest message: a frame's head, and what was read with it. */
    private static final long BUFFER_SLACK = 1 << 20;

    /** Tyrus never connects by itself, so any address will do. */
    private static final URI NOWHERE = URI.create("ws://localhost/");

    private final ConnectRequest request;
    private final HostPort server;
    private final ScheduledExecutorService timer;
    private final Wire wire = new Wire();
    private final Reception reception;
    private final CompletableFuture<ConnectOutcome> outcome = new CompletableFuture<>();
    private volatile ConnectPhase phase = ConnectPhase.CONNECT;

    ConnectionTask(ConnectRequest request, ScheduledExecutorService timer) {
        this.request = request;
        this.server = HostPort.of(request.url());
        this.timer = timer;
        this.reception = new Reception(new Inbox(INBOX_BYTES), request.limits().messageBytes());
    }

    /** How the attempt to connect ends, at the latest at the deadline. Called on the verifying thread. */
    ConnectOutcome await(Deadline deadline) throws InterruptedException {
        Duration patience = deadline.remaining();
        try {
            return outcome.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            // the outcome may have come between the timeout and here: then it counts
            return outcome.complete(phase.timeout(server, patience)) ? aborted() : outcome.join();
        } catch (ExecutionException e) {
            abort();
            throw new IllegalStateException("the connection to " + server + " failed unexpectedly", e.getCause());
        } catch (InterruptedException e) {
            abort();
            throw e;
        }
    }

    @Override
    public void run() {
        try {
            converse();
        } catch (IOException e) {
            outcome.complete(phase.failure(server, e));
        } catch (TrustStoreException e) {
            outcome.complete(new ConnectOutcome.Unreachable(false, e.problem(), e.remedy()));
        } finally {
            wire.abort();
        }
    }

    /** Ends the connection at once. */
    void abort() {
        reception.inbox().discard();
        wire.abort();
    }

    /** The thread has died of this. */
    void failed(Throwable error) {
        outcome.completeExceptionally(error);
        reception.abandon("reading the connection failed: " + error, "Please report this as an error of wspact");
    }

    private ConnectOutcome aborted() {
        abort();
        return outcome.join();
    }

    private void converse() throws IOException, TrustStoreException {
        wire.connect(server);
        if (server.secure()) {
            phase = ConnectPhase.TLS;
            wire.secure(Trust.context(request.tls()).getSocketFactory(), server);
        }
        phase = ConnectPhase.ANSWER;
        InputStream in = wire.input();
        Upgrade upgrade = new Upgrade(request, in, wire.output());
        jakarta.websocket.Session tyrus = upgrade(upgrade);
        if (tyrus == null) {
            outcome.complete(Objects.requireNonNull(upgrade.rejection()));
            return;
        }
        reception.openedAt(upgrade.openedAtNanos());
        LiveSession session = new LiveSession(tyrus, upgrade.response(), reception, wire, timer);
        if (outcome.complete(new ConnectOutcome.Opened(session))) {
            reception.receive(in, upgrade.reader(), tyrus);
            wire.finish();
        }
    }

    private jakarta.websocket.@Nullable Session upgrade(Upgrade upgrade) throws IOException {
        ClientManager client = ClientManager.createClient(SocketContainer.class.getName());
        // by default Tyrus schedules a task on another thread for every message
        client.setDefaultMaxSessionIdleTimeout(-1);
        long buffer = Math.min(Integer.MAX_VALUE - 8L, request.limits().messageBytes() + BUFFER_SLACK);
        client.getProperties().put(ClientProperties.INCOMING_BUFFER_SIZE, (int) buffer);
        ClientEndpointConfig config = ClientEndpointConfig.Builder.create().build();
        config.getUserProperties().putAll(Map.of(SocketContainer.UPGRADE, upgrade));
        try {
            return client.connectToServer(reception, config, NOWHERE);
        } catch (DeploymentException e) {
            if (upgrade.rejection() == null) {
                throw new IllegalStateException("Tyrus refused a sound handshake", e);
            }
            return null;
        }
    }
}
