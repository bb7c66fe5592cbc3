package dev.wspact.internal.latency;

import dev.wspact.verdict.Latency;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;
import org.jspecify.annotations.Nullable;

/**
 * Counts latencies in microseconds, exact to 1 %, in no more than some 60 KiB for either sign, however many there are. An
 * HdrHistogram knows no negative values, which clocks that disagree make: those have one of their own. Not for use by
 * several threads.
 */
public final class LatencyHistogram {
    /** So that two values that are counted as one differ by less than 1 %. */
    private static final int DIGITS = 2;
    /** Longer ones, of more than a hundred thousand years, are counted as this. */
    private static final long LONGEST = 1L << 62;

    private static final double MEDIAN = 0.5;
    private static final double P95 = 0.95;
    private static final double P99 = 0.99;

    private final Histogram positive = new Histogram(DIGITS);
    /** By their length less 1, so that there is none for zero. */
    private final Histogram negative = new Histogram(DIGITS);

    private Duration min = Duration.ZERO;
    private Duration max = Duration.ZERO;

    /** Counts one. */
    public void add(Duration latency) {
        min = count() == 0 || latency.compareTo(min) < 0 ? latency : min;
        max = count() == 0 || latency.compareTo(max) > 0 ? latency : max;
        long micros = TimeUnit.MICROSECONDS.convert(latency);
        if (micros < 0) {
            negative.recordValue(Math.min(-(micros + 1), LONGEST));
        } else {
            positive.recordValue(Math.min(micros, LONGEST));
        }
    }

    /** How many bytes it takes, about. */
    public long sizeInBytes() {
        return (long) positive.getEstimatedFootprintInBytes() + negative.getEstimatedFootprintInBytes();
    }

    /** What was measured; null if nothing was. */
    public @Nullable Latency latency() {
        if (count() == 0) {
            return null;
        }
        LatencySteps steps = new LatencySteps();
        for (HistogramIterationValue value : negative.recordedValues()) {
            steps.add(-1 - middle(negative, value), value.getCountAtValueIteratedTo());
        }
        for (HistogramIterationValue value : positive.recordedValues()) {
            steps.add(middle(positive, value), value.getCountAtValueIteratedTo());
        }
        return new Latency(count(), min, part(MEDIAN), part(P95), part(P99), max, steps.steps());
    }

    private long count() {
        return negative.getTotalCount() + positive.getTotalCount();
    }

    private static long middle(Histogram histogram, HistogramIterationValue value) {
        return histogram.medianEquivalentValue(value.getValueIteratedTo());
    }

    /** The nearest rank: the least latency that no fewer than this part of all do not exceed. */
    private Duration part(double part) {
        long rank = (long) Math.ceil(part * count());
        long below = negative.getTotalCount();
        long micros = rank <= below ? -1 - ranked(negative, below - rank + 1) : ranked(positive, rank - below);
        Duration middle = Duration.of(micros, ChronoUnit.MICROS);
        if (middle.compareTo(min) < 0) {
            return min;
        }
        return middle.compareTo(max) > 0 ? max : middle;
    }

    private static long ranked(Histogram histogram, long rank) {
        double percentile = 100.0 * rank / histogram.getTotalCount();
        return histogram.medianEquivalentValue(histogram.getValueAtPercentile(percentile));
    }
}
