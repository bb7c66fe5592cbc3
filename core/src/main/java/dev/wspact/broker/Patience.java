package dev.wspact.broker;

import java.time.Duration;
import java.util.Objects;

/**
 * How often the broker is asked again while it does not know the answer yet, because a verification still runs.
 *
 * @param retries how often at most
 * @param interval the wait before each
 */
public record Patience(int retries, Duration interval) {
    /** Asks once. */
    public static final Patience NONE = new Patience(0, Duration.ZERO);

    /** Rejects negative numbers, and an interval of more than an hour. */
    public Patience {
        Objects.requireNonNull(interval, "interval");
        if (retries < 0 || interval.isNegative() || interval.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException(
                    "retries must not be negative, and the interval from 0 to one hour, but they" + " were " + retries
                            + " and " + interval);
        }
    }
}
