package dev.wspact.hostile;

import dev.wspact.contract.Contract;
import dev.wspact.verification.VerificationOptions;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * How the client is set up that meets a hostile server.
 *
 * @param options options for a {@code ws} URL
 * @param contracts what is verified
 * @param timeout how long the verification waits
 */
record ClientSetup(Options options, Contracts contracts, Duration timeout) {
    /** The defaults, a contract that relies on one tick, and more time than any server needs to be found out. */
    static final ClientSetup PLAIN =
            new ClientSetup(VerificationOptions::of, TickContract::read, Duration.ofSeconds(20));

    /** The same with other options. */
    ClientSetup with(Options other) {
        return new ClientSetup(other, contracts, timeout);
    }

    /** The same with other contracts. */
    ClientSetup with(Contracts other) {
        return new ClientSetup(options, other, timeout);
    }

    /** The same, but waiting for so long: for servers of which only waiting tells. */
    ClientSetup waiting(Duration time) {
        return new ClientSetup(options, contracts, time);
    }

    /** Options for a URL. */
    interface Options {
        VerificationOptions.Builder of(URI url) throws Exception;
    }

    /** Contracts to verify. */
    interface Contracts {
        List<Contract> read() throws Exception;
    }
}
