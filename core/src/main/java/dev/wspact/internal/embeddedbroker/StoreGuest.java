package dev.wspact.internal.embeddedbroker;

import java.net.URI;

/** Uses a store that another process serves, and keeps that process from ending before this is closed. */
public final class StoreGuest implements ServedBroker {
    private final URI url;
    private final StoreFiles.Held place;

    StoreGuest(URI url, StoreFiles.Held place) {
        this.url = url;
        this.place = place;
    }

    @Override
    public URI url() {
        return url;
    }

    @Override
    public boolean isServing() {
        return false;
    }

    @Override
    public void close() {
        place.close();
    }
}
