package dev.wspact.internal.verification;

import dev.wspact.contract.Place;
import dev.wspact.verdict.Mismatch;
import java.time.Duration;

/**
 * That a message was seen, without its payload: what a verdict keeps of it.
 *
 * @param connection number of its connection
 * @param position 1-based place among the messages received there
 * @param at when it arrived, since the end of the opening handshake
 */
record Sighting(int connection, long position, Duration at) {
    /** Where a mismatch of this message is. */
    Mismatch.Address address(String path, Place place) {
        return new Mismatch.Address(connection, position, at, path, place);
    }
}
