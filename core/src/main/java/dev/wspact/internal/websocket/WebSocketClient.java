package dev.wspact.internal.websocket;

import dev.wspact.internal.time.Deadline;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Opens WebSocket connections. Blocks the caller's thread, never past the deadline. All connections are read and written on
 * one daemon thread, {@code wspact-connections}.
 */
public final class WebSocketClient implements AutoCloseable {
    private final Resolver resolver;
    private final Object lock = new Object();
    private @Nullable Engine engine;
    private boolean closed;

    /** Starts no thread before the first connection. */
    public WebSocketClient() {
        this(new Resolver());
    }

    WebSocketClient(Resolver resolver) {
        this.resolver = resolver;
    }

    /**
     * Opens one connection; the handshake, with all redirects that are followed, ends by the deadline or the limit on its
     * time, whichever is sooner.
     */
    public ConnectOutcome connect(ConnectRequest request, Deadline deadline) throws InterruptedException {
        // before anything takes of it, since texts name it
        Deadline sooner = deadline.orSooner(Deadline.after(request.limits().handshakeTime()));
        Duration patience = sooner.remaining();
        ConnectOutcome.Unreachable problem = HandshakeRequest.problem(request);
        if (problem != null) {
            return problem;
        }
        Engine running;
        try {
            running = engine();
        } catch (IOException e) {
            return new ConnectOutcome.Unreachable(
                    false,
                    "no connection can be opened here: " + e.getMessage(),
                    "See whether too many files or connections are open");
        }
        Redirects redirects = new Redirects(request);
        ConnectOutcome outcome = new Opening(request, running, sooner, patience).perform();
        while (redirects.leadOn(outcome)) {
            ConnectOutcome.Unsound obstacle = redirects.follow(((ConnectOutcome.Refused) outcome).response());
            if (obstacle != null) {
                return redirects.ended(obstacle);
            }
            outcome = new Opening(redirects.request(), running, sooner, patience).perform();
        }
        return redirects.ended(outcome);
    }

    /** Ends at once whatever is still open. */
    @Override
    public void close() {
        Engine running;
        synchronized (lock) {
            closed = true;
            running = engine;
        }
        if (running != null) {
            running.loop().close();
        }
    }

    private Engine engine() throws IOException {
        synchronized (lock) {
            if (closed) {
                throw new IOException("the client is closed");
            }
            Engine running = engine;
            if (running == null) {
                running = Engine.start(resolver);
                engine = running;
            }
            return running;
        }
    }
}
