package dev.wspact.internal.embeddedbroker;

import dev.wspact.internal.time.Deadline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Serves a store to this process and to others that come meanwhile; at the end it waits for them. */
public final class StoreHost implements ServedBroker {
    /** Longer than a goal uses a broker; a guest that stays on loses its host. */
    private static final Duration LONGEST_GUEST = Duration.ofSeconds(60);

    private final StoreFiles files;
    private final StoreFiles.Held right;
    private final BrokerServer server;

    StoreHost(StoreFiles files, StoreFiles.Held right, BrokerServer server) {
        this.files = files;
        this.right = right;
        this.server = server;
    }

    @Override
    public URI url() {
        return server.url();
    }

    @Override
    public boolean isServing() {
        return true;
    }

    @Override
    public void close() {
        try (right;
                server) {
            files.withdraw();
            waitForGuests();
        } catch (IOException e) {
            throw new UncheckedIOException("the files beside the broker's store cannot be used", e);
        }
    }

    private void waitForGuests() throws IOException {
        Deadline deadline = Deadline.after(LONGEST_GUEST);
        Optional<StoreFiles.Held> alone = files.tryToBeAlone();
        while (alone.isEmpty()
                && !deadline.hasPassed()
                && !Thread.currentThread().isInterrupted()) {
            StoreFiles.pause(deadline);
            alone = files.tryToBeAlone();
        }
        alone.ifPresent(StoreFiles.Held::close);
    }
}
