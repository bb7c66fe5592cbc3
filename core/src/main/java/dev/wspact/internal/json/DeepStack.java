package dev.wspact.internal.json;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs a task that recurses as deeply as its data is nested. Where the caller's stack does not suffice, which only a
 * value of hundreds of levels brings about, the task runs once more on a thread with a large one, while the caller waits.
 */
public final class DeepStack {
    private static final long LARGE_STACK_BYTES = 512L << 20;

    private DeepStack() {}

    /**
     * The task's result.
     *
     * @throws StackOverflowError if the large stack does not suffice either
     */
    public static <T> T call(Supplier<T> task) {
        try {
            return task.get();
        } catch (StackOverflowError e) {
            return onLargeStack(task);
        }
    }

    /**
     * The task's result. The task runs on the thread with the large stack from the start, which is for callers who know that
     * the data is deep: a stack that overflows in the middle of loading a class leaves that class unusable.
     */
    public static <T> T callDeep(Supplier<T> task) {
        return onLargeStack(task);
    }

    private static <T> T onLargeStack(Supplier<T> task) {
        FutureTask<T> future = new FutureTask<>(task::get);
        Thread thread = new Thread(null, future, "wspact-deep-value", LARGE_STACK_BYTES);
        thread.setDaemon(true);
        thread.start();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return future.get();
                } catch (InterruptedException e) {
                    // the task only computes, and ends: wait for it, then let the caller see the interrupt
                    interrupted = true;
                } catch (ExecutionException e) {
                    throw unwrapped(e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static RuntimeException unwrapped(@Nullable Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException runtime ? runtime : new IllegalStateException(cause);
    }
}
