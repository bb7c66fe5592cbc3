package dev.wspact.maven;

import dev.wspact.EmbeddedBroker;
import dev.wspact.broker.EmbeddedBrokerOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.maven.plugin.logging.Log;
import org.jspecify.annotations.Nullable;

/**
 * The embedded broker in the goal's own process: used where no broker is configured, or where it is asked for.
 *
 * @param choice the option {@code wspact.broker} as it stands; null if it is not set
 * @param directory where its store is
 * @param inCi whether a CI system runs this build
 * @param log where it is said that it is used
 */
record DefaultBroker(@Nullable String choice, Path directory, boolean inCi, Log log) {
    private static final String REMEDY = "Say where it is: <pactBrokerUrl>, -Dpact.broker.url, or the environment"
            + " variable PACT_BROKER_BASE_URL.";

    /** What {@code wspact.broker} may say. */
    private enum Choice {
        EMBEDDED,
        REMOTE
    }

    /**
     * Whether the embedded broker was asked for, so that it goes before one that is configured.
     *
     * @throws BadOptionException if {@code wspact.broker} makes no sense
     */
    boolean isChosen() {
        return parsed() == Choice.EMBEDDED;
    }

    /**
     * Starts it, or finds who serves the same store already.
     *
     * @param configured whether a broker's URL is configured, too
     * @throws BadOptionException if it must not stand in for a broker here, or cannot be started
     */
    EmbeddedBroker start(boolean configured) {
        sayWhy(configured);
        try {
            return EmbeddedBroker.start(directory, EmbeddedBrokerOptions.defaults());
        } catch (IOException e) {
            throw new BadOptionException("The embedded broker cannot be started: " + e.getMessage()
                    + ". Make the directory usable, or set wspact.broker.directory to another one.");
        }
    }

    private void sayWhy(boolean configured) {
        if (isChosen()) {
            log.info("The embedded broker in " + directory + " is used, since wspact.broker is embedded.");
            if (configured) {
                log.warn("A broker's URL is configured, too, and is not used. Set wspact.broker to remote to use it.");
            }
            return;
        }
        if (parsed() == Choice.REMOTE) {
            throw new BadOptionException("No broker is configured, but wspact.broker is remote. " + REMEDY);
        }
        if (inCi) {
            throw new BadOptionException("No broker is configured, and this is a build of a CI system (the environment"
                    + " variable CI is set), where an embedded broker would be gone with the machine and gate nothing. "
                    + REMEDY + " Or set wspact.broker to embedded, if that is what you want.");
        }
        log.info("No broker is configured: the embedded one in " + directory
                + " is used. A team sets pact.broker.url to the one that all of its builds share.");
    }

    private @Nullable Choice parsed() {
        if (choice == null) {
            return null;
        }
        return switch (choice.toLowerCase(Locale.ROOT)) {
            case "embedded" -> Choice.EMBEDDED;
            case "remote" -> Choice.REMOTE;
            default ->
                throw new BadOptionException(
                        "wspact.broker is \"%s\". Write embedded, or remote; where the broker is stands in pact.broker.url."
                                .formatted(choice));
        };
    }
}
