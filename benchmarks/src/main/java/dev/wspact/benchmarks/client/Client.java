package dev.wspact.benchmarks.client;

import java.net.URI;

/** A WebSocket client library in use; connections may be opened from several threads. */
public interface Client {
    /**
     * Opens a connection; returns once it is open.
     *
     * @param batch how many messages {@link Connection#awaitBatch} is to wait for
     */
    Connection connect(URI url, int batch, Arrivals arrivals) throws Exception;
}
