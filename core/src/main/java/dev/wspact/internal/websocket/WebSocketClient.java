package dev.wspact.internal.websocket;

import dev.wspact.internal.time.Deadline;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Opens WebSocket connections. Blocks the caller's thread, never past the deadline. Each connection has one daemon thread
 * of its own, {@code wspact-connection-n}; all share {@code wspact-timer}, which only aborts what takes too long.
 */
public final class WebSocketClient implements AutoCloseable {
    private final Set<ConnectionTask> running = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();
    private final ScheduledThreadPoolExecutor timer;

    /** Starts no thread before the first connection. */
    public WebSocketClient() {
        timer = new ScheduledThreadPoolExecutor(1, task -> daemon(task, "wspact-timer"));
        timer.setRemoveOnCancelPolicy(true);
    }

    /** Opens one connection; the handshake ends by the deadline or the limit on its time, whichever is sooner. */
    public ConnectOutcome connect(ConnectRequest request, Deadline deadline) throws InterruptedException {
        ConnectOutcome.Unreachable problem = HandshakeRequest.problem(request);
        if (problem != null) {
            return problem;
        }
        ConnectionTask task = new ConnectionTask(request, timer);
        Thread thread = daemon(() -> run(task), "wspact-connection-" + connections.incrementAndGet());
        thread.setUncaughtExceptionHandler((dying, error) -> task.failed(error));
        running.add(task);
        thread.start();
        return task.await(deadline.orSooner(Deadline.after(request.limits().handshakeTime())));
    }

    /** Ends at once whatever is still open. */
    @Override
    public void close() {
        running.forEach(ConnectionTask::abort);
        timer.shutdownNow();
    }

    private void run(ConnectionTask task) {
        try {
            task.run();
        } finally {
            running.remove(task);
        }
    }

    /** A thread on which libraries find their parts where wspact is, whatever the caller's context class loader is. */
    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.setContextClassLoader(WebSocketClient.class.getClassLoader());
        return thread;
    }
}
