package dev.wspact.internal.websocket;

import dev.wspact.internal.time.Deadline;

/** Opens WebSocket connections. Blocks the caller's thread, never past the deadline. */
public final class WebSocketClient implements AutoCloseable {
    /** Opens one connection; the handshake ends by the deadline or the limit on its time, whichever is sooner. */
    public ConnectOutcome connect(ConnectRequest request, Deadline deadline) throws InterruptedException {
        throw new UnsupportedOperationException("not yet");
    }

    @Override
    public void close() {}
}
