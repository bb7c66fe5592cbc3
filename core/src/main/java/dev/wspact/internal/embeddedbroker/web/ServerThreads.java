package dev.wspact.internal.embeddedbroker.web;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The threads of one server. No request holds one for longer than a client may take to send it and to read its answer. */
final class ServerThreads implements Executor, AutoCloseable {
    private static final int MOST_REQUESTS = 64;
    private static final int SECONDS_TO_END = 10;
    private static final ThreadLocal<ReadingTime> READING_TIME = new ThreadLocal<>();

    private final ExecutorService requests = Executors.newFixedThreadPool(MOST_REQUESTS, ServerThreads::thread);
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(ServerThreads::thread);
    private final Duration limit;

    ServerThreads(Duration limit) {
        this.limit = limit;
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "wspact-embedded-broker");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void execute(Runnable exchange) {
        requests.execute(() -> {
            ReadingTime time = ReadingTime.start(timer, limit);
            READING_TIME.set(time);
            try {
                exchange.run();
            } finally {
                time.stop();
                READING_TIME.remove();
            }
        });
    }

    /** What limits the request that the calling thread works on. */
    ReadingTime readingTime() {
        return READING_TIME.get();
    }

    /** Ends all threads; what still runs may finish first. */
    @Override
    public void close() {
        requests.shutdown();
        timer.shutdownNow();
        try {
            requests.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
