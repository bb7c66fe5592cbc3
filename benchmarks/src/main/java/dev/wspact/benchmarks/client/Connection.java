package dev.wspact.benchmarks.client;

import java.time.Duration;

/** An open connection. */
public interface Connection {
    /** Waits until another batch of messages has arrived. */
    void awaitBatch(Duration limit) throws Exception;
}
