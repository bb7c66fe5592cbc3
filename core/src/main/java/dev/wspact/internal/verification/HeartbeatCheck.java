package dev.wspact.internal.verification;

import dev.wspact.contract.Place;
import dev.wspact.verdict.Mismatch;
import dev.wspact.verdict.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Checks that the server pings as often as the contract's {@code heartbeat} says: from the opening of the connection to the
 * end of the interaction's time, no longer than {@code every} without a ping. Keeps the longest gap and the first pings.
 */
final class HeartbeatCheck {
    private static final int TOLD = 5;

    private final Duration every;
    private final Place place;
    private final List<Duration> first = new ArrayList<>();
    private Duration until = Duration.ofDays(1);
    private Duration last = Duration.ZERO;
    private Duration longestFrom = Duration.ZERO;
    private Duration longest = Duration.ZERO;
    private long pings;

    HeartbeatCheck(Duration every, Place place) {
        this.every = every;
        this.place = place;
    }

    /** It listens for this time, or for as long as a ping may be away if that is longer. */
    void start(Duration now, Duration within) {
        until = now.plus(within.compareTo(every) < 0 ? every : within);
    }

    /** Until when it listens, since the end of the opening handshake. */
    Duration until() {
        return until;
    }

    /** The server has pinged, this long after the end of the opening handshake. */
    void ping(Duration at) {
        if (at.compareTo(until) > 0) {
            return;
        }
        gapUpTo(at);
        last = at;
        pings++;
        if (first.size() < TOLD) {
            first.add(at);
        }
    }

    /** Adds what is found, once nothing more comes. */
    void conclude(Ending ending, Findings findings) {
        Duration end = end(ending);
        if (end.compareTo(last) > 0) {
            gapUpTo(end);
        }
        boolean never = pings == 0 && end.compareTo(every) >= 0;
        if (never || longest.compareTo(every) > 0) {
            findings.add(new Mismatch(
                    Findings.noMessage(ending.connection(), "$", place),
                    "heartbeat",
                    "a ping at least every " + Words.of(every),
                    "none for " + exactly(longest) + ", from " + exactly(longestFrom) + " to "
                            + exactly(longestFrom.plus(longest)) + " after the connection was open; " + times(),
                    "let " + findings.parties().provider() + " ping its clients that often, or let "
                            + findings.parties().consumer() + " rely on less (\"heartbeat\")"));
        }
    }

    /** Whether a ping was due before the connection ended, or came. */
    boolean judgeable(Ending ending) {
        return pings > 0 || end(ending).compareTo(every) >= 0;
    }

    /** The verdict where it is not. */
    Verdict.Errored notJudged(Ending ending, Parties parties) {
        return new Verdict.Errored(
                "not checkable: the connection ended " + exactly(end(ending))
                        + " after it was open, before a ping was due," + " so \"heartbeat\" cannot be judged",
                "let " + parties.provider() + " keep the connection open for at least " + Words.of(every)
                        + " in the provider states of the interaction");
    }

    private Duration end(Ending ending) {
        return ending.at().compareTo(until) < 0 ? ending.at() : until;
    }

    private void gapUpTo(Duration at) {
        Duration gap = at.minus(last);
        if (gap.compareTo(longest) > 0) {
            longest = gap;
            longestFrom = last;
        }
    }

    private String times() {
        if (pings == 0) {
            return "it never pinged";
        }
        return "it pinged at " + first.stream().map(HeartbeatCheck::exactly).collect(Collectors.joining(", "))
                + (pings > TOLD ? " and " + (pings - TOLD) + " times more" : "");
    }

    /** In milliseconds as long as a gap could look as short as what it exceeds. */
    private static String exactly(Duration time) {
        return time.toSeconds() < 100 ? time.toMillis() + " ms" : Words.of(time);
    }
}
