package dev.wspact.maven;

import java.net.URI;

/** The broker that is used where none is configured. */
interface DefaultBroker {
    /** There is none, which is an error with a remedy. */
    DefaultBroker NONE = () -> {
        throw new BadOptionException(
                "No broker is configured. Say where it is: <pactBrokerUrl>, -Dpact.broker.url, or the"
                        + " environment variable PACT_BROKER_BASE_URL.");
    };

    /**
     * Makes it available.
     *
     * @throws BadOptionException if there is none
     */
    Running start();

    /**
     * A broker that runs for the length of a goal.
     *
     * @param url where it is
     * @param stop ends it
     */
    record Running(URI url, Runnable stop) {}
}
