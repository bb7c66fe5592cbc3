package dev.wspact.internal.embeddedbroker;

import java.net.URI;

/** A broker that can be reached until this is closed. */
public sealed interface ServedBroker extends AutoCloseable permits BrokerServer, StoreHost, StoreGuest {
    /** Where it listens. */
    URI url();

    /** Whether this process serves it. */
    boolean isServing();

    @Override
    void close();
}
