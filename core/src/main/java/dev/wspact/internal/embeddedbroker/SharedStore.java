package dev.wspact.internal.embeddedbroker;

import dev.wspact.broker.EmbeddedBrokerOptions;
import dev.wspact.internal.time.Deadline;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * A store in a directory that several builds may use at once: the first one serves it and writes its address beside the
 * store, the others use that address.
 */
public final class SharedStore {
    /** Longer than a host that is about to end waits for its guests. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private SharedStore() {}

    /**
     * Serves the store, or finds out who does.
     *
     * @param directory created if it is not there
     * @throws IOException if neither is possible, or another process serves the store on another port than the options say
     */
    public static ServedBroker open(Path directory, EmbeddedBrokerOptions options) throws IOException {
        return open(directory, options, Deadline.after(PATIENCE));
    }

    static ServedBroker open(Path directory, EmbeddedBrokerOptions options, Deadline deadline) throws IOException {
        Files.createDirectories(directory);
        StoreFiles files = new StoreFiles(directory.toAbsolutePath());
        while (true) {
            Optional<ServedBroker> broker = host(files, options);
            if (broker.isEmpty()) {
                broker = join(files, options);
            }
            if (broker.isPresent()) {
                return broker.get();
            }
            if (deadline.hasPassed() || Thread.currentThread().isInterrupted()) {
                throw new IOException(
                        "the broker's store in " + directory
                                + " is held by another process that does not serve it. End that process, or use another directory");
            }
            StoreFiles.pause(deadline);
        }
    }

    private static Optional<ServedBroker> host(StoreFiles files, EmbeddedBrokerOptions options) throws IOException {
        Optional<StoreFiles.Held> right = files.tryToHost();
        if (right.isEmpty()) {
            return Optional.empty();
        }
        BrokerServer server = null;
        boolean isAnnounced = false;
        try {
            server = BrokerServer.in(files.directory(), options);
            files.announce(server.url());
            isAnnounced = true;
            return Optional.of(new StoreHost(files, right.get(), server));
        } finally {
            if (!isAnnounced) {
                if (server != null) {
                    server.close();
                }
                right.get().close();
            }
        }
    }

    private static Optional<ServedBroker> join(StoreFiles files, EmbeddedBrokerOptions options) throws IOException {
        Optional<StoreFiles.Held> place = files.tryToJoin();
        if (place.isEmpty()) {
            return Optional.empty();
        }
        // only now: a host that withdrew its address before may have seen no guests
        Optional<URI> url = files.announced();
        if (url.isEmpty()) {
            place.get().close();
            return Optional.empty();
        }
        if (options.port() != 0 && options.port() != url.get().getPort()) {
            place.get().close();
            throw new IOException("the broker's store in " + files.directory() + " is served at " + url.get()
                    + " by another process, so it cannot be served on port " + options.port()
                    + ". Use that address, or another directory");
        }
        return Optional.of(new StoreGuest(url.get(), place.get()));
    }
}
