package dev.wspact;

import dev.wspact.broker.EmbeddedBrokerOptions;
import dev.wspact.internal.embeddedbroker.BrokerServer;
import dev.wspact.internal.embeddedbroker.ServedBroker;
import dev.wspact.internal.embeddedbroker.SharedStore;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A broker inside this process, for laptops and tests: the part of the Pact Broker's API that publishing, verifying and
 * asking before a deployment need. It listens on the loopback interface only. Teams run the real Pact Broker.
 */
public final class EmbeddedBroker implements AutoCloseable {
    private final ServedBroker broker;
    private final AtomicBoolean isClosed = new AtomicBoolean();

    private EmbeddedBroker(ServedBroker broker) {
        this.broker = broker;
    }

    /**
     * Starts a broker that keeps everything in a directory. If another process already serves the store there, that one is
     * used; it does not end before this is closed, unless that takes longer than a minute.
     *
     * @param directory created if it does not exist
     * @throws IOException if the store or the port cannot be opened
     */
    public static EmbeddedBroker start(Path directory, EmbeddedBrokerOptions options) throws IOException {
        return new EmbeddedBroker(SharedStore.open(directory, options));
    }

    /**
     * Starts a broker that forgets everything when it is closed.
     *
     * @throws IOException if the port cannot be opened
     */
    public static EmbeddedBroker startInMemory(EmbeddedBrokerOptions options) throws IOException {
        return new EmbeddedBroker(BrokerServer.inMemory(options));
    }

    /** Where it listens, without a path: {@code http://127.0.0.1:9292}. */
    public URI getUrl() {
        return broker.url();
    }

    /** Whether this process serves the store; false if another one does. */
    public boolean isServing() {
        return broker.isServing();
    }

    /** Ends it. If this process serves the store, it waits for other builds that use it, for up to a minute. */
    @Override
    public void close() {
        if (!isClosed.getAndSet(true)) {
            boolean interrupted = Thread.currentThread().isInterrupted();
            broker.close();
            if (interrupted) {
                // the JDK's HTTP server may have taken note of it and kept it to itself
                Thread.currentThread().interrupt();
            }
        }
    }
}
