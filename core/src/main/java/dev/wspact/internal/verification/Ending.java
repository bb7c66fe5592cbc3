package dev.wspact.internal.verification;

import dev.wspact.message.CloseStatus;
import dev.wspact.verdict.Arrival;
import dev.wspact.verdict.Verdict;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How listening on a connection ended.
 *
 * @param connection number of the connection
 * @param at when it ended, since the end of the opening handshake
 * @param close how the server closed, null if it did not
 * @param how what is known of how the connection broke off; empty if nothing is
 * @param obstacle why nothing more could be judged although there was time left; null if there is no such reason
 * @param violation how the server broke the protocol, null if it did not
 * @param arrivals everything that arrived, counted by type
 */
record Ending(
        int connection,
        Duration at,
        @Nullable CloseStatus close,
        String how,
        @Nullable Verdict obstacle,
        @Nullable String violation,
        List<Arrival> arrivals) {

    /** How long after this time it ended; zero if the server had closed before, while the client was still sending. */
    Duration after(Duration start) {
        Duration waited = at.minus(start);
        return waited.isNegative() ? Duration.ZERO : waited;
    }

    /** The verdict on what did not arrive. */
    Verdict.NotSeen notSeen(String expected, Duration waited, String remedy) {
        if (close == null) {
            return new Verdict.NotSeen(expected, waited, arrivals, remedy);
        }
        return new Verdict.NotSeen(expected + ", but " + told(close), waited, arrivals, remedy);
    }

    /** How and when the connection ended, as a clause. */
    String told(CloseStatus status) {
        return Words.of(status) + " " + Words.of(at) + " after it was open" + (how.isEmpty() ? "" : " (" + how + ")");
    }

    /** The same end, but for something that hindered judging. */
    Ending hinderedBy(Verdict reason) {
        return new Ending(connection, at, close, how, reason, violation, arrivals);
    }
}
