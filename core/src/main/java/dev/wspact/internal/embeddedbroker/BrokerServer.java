package dev.wspact.internal.embeddedbroker;

import dev.wspact.broker.EmbeddedBrokerOptions;
import dev.wspact.internal.embeddedbroker.resources.BrokerRoutes;
import dev.wspact.internal.embeddedbroker.store.Store;
import dev.wspact.internal.embeddedbroker.store.StoreException;
import dev.wspact.internal.embeddedbroker.web.Credentials;
import dev.wspact.internal.embeddedbroker.web.WebServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Supplier;

/** A store and the server over it, both in this process. */
public final class BrokerServer implements ServedBroker {
    private final Store store;
    private final WebServer web;

    private BrokerServer(Store store, WebServer web) {
        this.store = store;
        this.web = web;
    }

    /**
     * Serves a store that vanishes when it is closed.
     *
     * @throws IOException if the port cannot be opened
     */
    public static BrokerServer inMemory(EmbeddedBrokerOptions options) throws IOException {
        return start(() -> Store.inMemory(Clock.systemUTC()), options);
    }

    /** Serves the store in a directory, which nobody else may have open. */
    static BrokerServer in(Path directory, EmbeddedBrokerOptions options) throws IOException {
        return start(() -> Store.in(directory, Clock.systemUTC()), options);
    }

    private static BrokerServer start(Supplier<Store> opener, EmbeddedBrokerOptions options) throws IOException {
        Store store = opened(opener);
        String user = options.user();
        String password = options.password();
        try {
            return new BrokerServer(
                    store,
                    WebServer.start(
                            BrokerRoutes.all(),
                            store,
                            options.port(),
                            user == null || password == null ? null : new Credentials(user, password)));
        } catch (IOException e) {
            store.close();
            throw new IOException(
                    "the embedded broker cannot open port %d on 127.0.0.1: %s. Choose another one, or 0 for any free one"
                            .formatted(options.port(), e.getMessage()),
                    e);
        }
    }

    private static Store opened(Supplier<Store> opener) throws IOException {
        try {
            return opener.get();
        } catch (StoreException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    @Override
    public URI url() {
        return web.url();
    }

    @Override
    public boolean isServing() {
        return true;
    }

    @Override
    public void close() {
        web.close();
        store.close();
    }
}
