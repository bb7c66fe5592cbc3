package dev.wspact.internal.embeddedbroker.web;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * How long a thread may wait for a client. The JDK's server has no limit of its own; an interrupt ends its reading or
 * writing, and the connection with it. It must not hit the thread while it uses the database, whose file would be closed.
 */
final class ReadingTime {
    private final Thread thread = Thread.currentThread();
    private final ScheduledExecutorService timer;
    private final Duration limit;
    private boolean isRunning;
    private int turn;
    private ScheduledFuture<?> expiry;

    private ReadingTime(ScheduledExecutorService timer, Duration limit) {
        this.timer = timer;
        this.limit = limit;
        this.expiry = start();
    }

    /** Starts for the calling thread. */
    static ReadingTime start(ScheduledExecutorService timer, Duration limit) {
        return new ReadingTime(timer, limit);
    }

    /** Starts again, for the answer. */
    synchronized void restart() {
        stop();
        expiry = start();
    }

    private synchronized ScheduledFuture<?> start() {
        isRunning = true;
        turn++;
        int ofThisTurn = turn;
        return timer.schedule(() -> expire(ofThisTurn), limit.toNanos(), TimeUnit.NANOSECONDS);
    }

    private synchronized void expire(int ofTurn) {
        if (isRunning && ofTurn == turn) {
            thread.interrupt();
        }
    }

    /** Ends it: from here on nothing interrupts the thread. */
    synchronized void stop() {
        isRunning = false;
        expiry.cancel(false);
    }
}
