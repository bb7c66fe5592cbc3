package dev.wspact.verdict;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * How long the messages of one interaction were on their way: from the sender's own time in the message ({@code timestamp}
 * of the contract) to its arrival. Both are times of wall clocks on two machines, so what is measured is only as good as
 * these agree; where they do not, it may be negative. It is told and never judged.
 *
 * @param messages how many were measured, at least one
 * @param min the shortest
 * @param median of half of the messages no more than this; exact to 1 %
 * @param p95 of 95 % of the messages no more than this; exact to 1 %
 * @param p99 of 99 % of the messages no more than this; exact to 1 %
 * @param max the longest
 * @param steps how many there were of each length, the shortest first, without gaps
 */
public record Latency(
        long messages, Duration min, Duration median, Duration p95, Duration p99, Duration max, List<Step> steps) {
    /** Copies the list; rejects missing parts and a measurement of nothing. */
    public Latency {
        Objects.requireNonNull(min, "min");
        Objects.requireNonNull(median, "median");
        Objects.requireNonNull(p95, "p95");
        Objects.requireNonNull(p99, "p99");
        Objects.requireNonNull(max, "max");
        steps = List.copyOf(steps);
        if (messages < 1) {
            throw new IllegalArgumentException(
                    "messages is " + messages + ", but without a message nothing is measured");
        }
    }

    /**
     * The messages whose latency lies between two lengths.
     *
     * @param over they took longer than this
     * @param upTo and no longer than this
     * @param messages how many there were
     */
    public record Step(Duration over, Duration upTo, long messages) {
        /** Rejects missing parts and a negative count. */
        public Step {
            Objects.requireNonNull(over, "over");
            Objects.requireNonNull(upTo, "upTo");
            if (messages < 0) {
                throw new IllegalArgumentException("messages is a count, but was " + messages);
            }
        }
    }
}
