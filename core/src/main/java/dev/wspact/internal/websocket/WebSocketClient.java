package dev.wspact.internal.websocket;

import dev.wspact.internal.time.Deadline;
import dev.wspact.internal.websocket.io.EventLoop;
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
    private @Nullable EventLoop loop;
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
        EventLoop running;
        try {
            running = loop();
        } catch (IOException e) {
            return new ConnectOutcome.Unreachable(
                    false,
                    "no connection can be opened here: " + e.getMessage(),
                    "See whether too many files or connections are open");
        }
        Redirects redirects = new Redirects(request);
        ConnectOutcome outcome = new Opening(request, running, resolver, sooner, patience).perform();
        while (redirects.leadOn(outcome)) {
            ConnectOutcome.Unsound obstacle = redirects.follow(((ConnectOutcome.Refused) outcome).response());
            if (obstacle != null) {
                return redirects.ended(obstacle);
            }
            outcome = new Opening(redirects.request(), running, resolver, sooner, patience).perform();
        }
        return redirects.ended(outcome);
    }

    /** Ends at once whatever is still open. */
    @Override
    public void close() {
        EventLoop running;
        synchronized (lock) {
            closed = true;
            running = loop;
        }
        if (running != null) {
            running.close();
        }
    }

    private EventLoop loop() throws IOException {
        synchronized (lock) {
            if (closed) {
                throw new IOException("the client is closed");
            }
            EventLoop running = loop;
            if (running == null) {
                running = EventLoop.start("wspact-connections");
                loop = running;
            }
            return running;
        }
    }
}
