package dev.wspact.internal.websocket;

import dev.wspact.internal.time.Deadline;
import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for what happens on the connections' thread. */
final class Wait {
    private Wait() {}

    /**
     * The outcome.
     *
     * @throws IOException if it is a failure of the connection
     * @throws TimeoutException if there is none by the deadline
     * @throws IllegalStateException if our own side has failed
     */
    static <T> T await(Future<T> outcome, Deadline deadline)
            throws IOException, TimeoutException, InterruptedException {
        try {
            return outcome.get(deadline.remainingNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof IOException failure) {
                throw failure;
            }
            throw new IllegalStateException("the connection failed unexpectedly: " + cause, cause);
        }
    }
}
