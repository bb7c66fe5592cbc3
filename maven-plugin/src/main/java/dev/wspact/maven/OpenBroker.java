package dev.wspact.maven;

import dev.wspact.PactBroker;

/**
 * A broker for the length of a goal.
 *
 * @param broker the broker
 * @param stop ends what was started for it
 */
record OpenBroker(PactBroker broker, Runnable stop) implements AutoCloseable {
    @Override
    public void close() {
        try {
            broker.close();
        } finally {
            stop.run();
        }
    }
}
