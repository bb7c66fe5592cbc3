package dev.wspact.mutants;

import dev.wspact.wire.Connection;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Pings a client at intervals, on a thread of its own, until it is closed or the client has gone. */
final class Pulse implements AutoCloseable {
    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread thread;

    private Pulse(Connection client, Duration interval) {
        thread = new Thread(() -> beat(client, interval), "pulse");
        thread.setDaemon(true);
    }

    static Pulse start(Connection client, Duration interval) {
        Pulse pulse = new Pulse(client, interval);
        pulse.thread.start();
        return pulse;
    }

    private void beat(Connection client, Duration interval) {
        try {
            do {
                client.ping("");
            } while (!over.await(interval.toMillis(), TimeUnit.MILLISECONDS));
        } catch (IOException | InterruptedException e) {
            // the client has gone, and nothing is left to be pinged
            over.countDown();
        }
    }

    @Override
    public void close() throws InterruptedException {
        over.countDown();
        thread.join();
    }
}
