package dev.wspact.internal.verification;

import dev.wspact.verdict.Latency;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Counts latencies in microseconds by size: each power of two is cut into 128 equal steps, so that a step is less than
 * 1 % of what it counts, and all latencies there can be share some {@code 2 * 57 * 128} steps, however many messages are
 * measured. Negative ones, which clocks that disagree make, are counted alike.
 */
final class LatencyHistogram {
    /** 128 steps. */
    private static final int STEP_BITS = 7;

    private static final double MEDIAN = 0.5;
    private static final double P99 = 0.99;

    private final TreeMap<Integer, Long> counts = new TreeMap<>();
    private long count;
    private Duration min = Duration.ZERO;
    private Duration max = Duration.ZERO;

    void add(Duration latency) {
        min = count == 0 || latency.compareTo(min) < 0 ? latency : min;
        max = count == 0 || latency.compareTo(max) > 0 ? latency : max;
        count++;
        counts.merge(step(micros(latency)), 1L, Long::sum);
    }

    /** How many different steps are counted. */
    int steps() {
        return counts.size();
    }

    /** What was measured; null if nothing was. */
    @Nullable
    Latency latency() {
        return count == 0 ? null : new Latency(count, min, percentile(MEDIAN), percentile(P99), max);
    }

    /** The nearest rank: the least latency that no fewer than this part of all do not exceed. */
    private Duration percentile(double part) {
        long rank = (long) Math.ceil(part * count);
        long seen = 0;
        for (Map.Entry<Integer, Long> step : counts.entrySet()) {
            seen += step.getValue();
            if (seen >= rank) {
                return within(Duration.of(middle(step.getKey()), ChronoUnit.MICROS));
            }
        }
        return max;
    }

    private Duration within(Duration middle) {
        if (middle.compareTo(min) < 0) {
            return min;
        }
        return middle.compareTo(max) > 0 ? max : middle;
    }

    private static long micros(Duration latency) {
        return TimeUnit.MICROSECONDS.convert(latency);
    }

    private static int step(long micros) {
        return micros < 0 ? -1 - stepOf(-(micros + 1)) : stepOf(micros);
    }

    private static int stepOf(long micros) {
        int shift = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(micros) - STEP_BITS - 1);
        return (shift << STEP_BITS) + (int) (micros >>> shift);
    }

    private static long middle(int step) {
        return step < 0 ? -1 - middleOf(-1 - step) : middleOf(step);
    }

    private static long middleOf(int step) {
        int shift = Math.max(0, (step >>> STEP_BITS) - 1);
        long first = (long) (step - (shift << STEP_BITS)) << shift;
        return first + (1L << shift) / 2;
    }
}
