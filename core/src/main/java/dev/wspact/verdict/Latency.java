package dev.wspact.verdict;

import java.time.Duration;
import java.util.Objects;

/**
 * How long the messages of one interaction were on their way: from the sender's own time in the message ({@code timestamp}
 * of the contract) to its arrival. Both are times of wall clocks on two machines, so what is measured is only as good as
 * these agree; where they do not, it may be negative. It is told and never judged.
 *
 * @param messages how many were measured, at least one
 * @param min the shortest
 * @param median of half of the messages no more than this; exact to 1 %
 * @param p99 of 99 % of the messages no more than this; exact to 1 %
 * @param max the longest
 */
public record Latency(long messages, Duration min, Duration median, Duration p99, Duration max) {
    /** Rejects missing parts and a measurement of nothing. */
    public Latency {
        Objects.requireNonNull(min, "min");
        Objects.requireNonNull(median, "median");
        Objects.requireNonNull(p99, "p99");
        Objects.requireNonNull(max, "max");
        if (messages < 1) {
            throw new IllegalArgumentException(
                    "messages is " + messages + ", but without a message nothing is measured");
        }
    }
}
