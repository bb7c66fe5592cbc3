package dev.wspact.internal.latency;

import dev.wspact.verdict.Latency;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.LongStream;

/** Counts of latencies in steps that people read: 1, 1.5, 2, 3, 5, 7 and then the same ten times as long. */
final class LatencySteps {
    /** The upper bounds of all steps above zero, in microseconds. */
    private static final long[] BOUNDS = bounds();

    /** By the number of the step: 0 is up to 1 µs, -1 from -1 µs to zero. */
    private final TreeMap<Integer, Long> counts = new TreeMap<>();

    void add(long micros, long count) {
        counts.merge(micros < 0 ? -1 - step(-micros) : step(micros), count, Long::sum);
    }

    /** All steps from the first that counts any to the last. */
    List<Latency.Step> steps() {
        List<Latency.Step> steps = new ArrayList<>();
        if (!counts.isEmpty()) {
            for (int step = counts.firstKey(); step <= counts.lastKey(); step++) {
                steps.add(new Latency.Step(over(step), over(step + 1), counts.getOrDefault(step, 0L)));
            }
        }
        return steps;
    }

    /** The first step whose upper bound is no less. */
    private static int step(long micros) {
        int found = Arrays.binarySearch(BOUNDS, micros);
        return found < 0 ? -1 - found : found;
    }

    private static Duration over(int step) {
        long micros = step == 0 ? 0 : step > 0 ? BOUNDS[step - 1] : -BOUNDS[-step - 1];
        return Duration.of(micros, ChronoUnit.MICROS);
    }

    private static long[] bounds() {
        LongStream decades = LongStream.iterate(1, decade -> decade < Long.MAX_VALUE / 100, decade -> 10 * decade);
        // at 1 µs the second one is no whole number, and falls together with the first
        LongStream bounds =
                decades.flatMap(decade -> LongStream.of(10, 15, 20, 30, 50, 70).map(tens -> tens * decade / 10));
        return LongStream.concat(bounds, LongStream.of(Long.MAX_VALUE))
                .distinct()
                .toArray();
    }
}
