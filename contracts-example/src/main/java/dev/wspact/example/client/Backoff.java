package dev.wspact.example.client;

import java.time.Duration;

/**
 * How long a client waits before it connects again: twice as long after each failure.
 *
 * @param first before the first attempt
 * @param longest never longer than this
 */
public record Backoff(Duration first, Duration longest) {
    private static final int MOST_DOUBLINGS = 20;

    /** Rejects what is no waiting time. */
    public Backoff {
        if (first.isNegative() || first.isZero() || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException(
                    "first must be positive and longest no shorter, but they are " + first + " and " + longest);
        }
    }

    /** The wait after so many failures in a row, which is at least one. */
    Duration after(int failures) {
        Duration doubled = first.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
        return doubled.compareTo(longest) > 0 ? longest : doubled;
    }
}
