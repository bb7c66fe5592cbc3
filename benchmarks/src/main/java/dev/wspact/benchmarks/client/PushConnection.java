package dev.wspact.benchmarks.client;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Counts what a library pushes on a thread of its own, one message after the other. */
final class PushConnection implements Connection {
    private final int batch;
    private final Arrivals arrivals;
    private final Semaphore batches = new Semaphore(0);
    private int missing;

    PushConnection(int batch, Arrivals arrivals) {
        this.batch = batch;
        this.arrivals = arrivals;
        this.missing = batch;
    }

    /** The library's callback for a message. */
    void text(String message) {
        arrivals.arrived(message, System.nanoTime());
        missing--;
        if (missing == 0) {
            missing = batch;
            batches.release();
        }
    }

    @Override
    public void awaitBatch(Duration limit) throws InterruptedException, TimeoutException {
        if (!batches.tryAcquire(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new TimeoutException("a batch of " + batch + " messages did not come within " + limit);
        }
    }
}
