package dev.wspact.internal.latency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wspact.verdict.Latency;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LatencyHistogramTest {
    private final LatencyHistogram histogram = new LatencyHistogram();

    @Test
    void percentiles_are_those_of_all_latencies_to_one_percent() {
        Random random = new Random(20261125);
        for (int round = 0; round < 50; round++) {
            LatencyHistogram some = new LatencyHistogram();
            long[] micros = new long[1 + random.nextInt(2_000)];
            for (int i = 0; i < micros.length; i++) {
                micros[i] = (long) (Math.exp(random.nextDouble() * 20) * (random.nextInt(10) == 0 ? -1 : 1));
                some.add(Duration.ofNanos(1000 * micros[i]));
            }
            Arrays.sort(micros);
            Latency latency = Objects.requireNonNull(some.latency());

            assertThat(latency.messages()).isEqualTo(micros.length);
            assertThat(latency.min()).isEqualTo(Duration.ofNanos(1000 * micros[0]));
            assertThat(latency.max()).isEqualTo(Duration.ofNanos(1000 * micros[micros.length - 1]));
            assertClose(latency.median(), micros[(micros.length + 1) / 2 - 1]);
            assertClose(latency.p95(), micros[(int) Math.ceil(0.95 * micros.length) - 1]);
            assertClose(latency.p99(), micros[(int) Math.ceil(0.99 * micros.length) - 1]);
        }
    }

    @Test
    void steps_count_every_latency_once_and_touch_each_other() {
        Random random = new Random(20261125);
        for (int i = 0; i < 10_000; i++) {
            histogram.add(Duration.ofNanos((long) (random.nextGaussian() * 1e9)));
        }
        List<Latency.Step> steps = Objects.requireNonNull(histogram.latency()).steps();

        assertThat(steps.stream().mapToLong(Latency.Step::messages).sum()).isEqualTo(10_000);
        for (int i = 1; i < steps.size(); i++) {
            assertThat(steps.get(i).over()).isEqualTo(steps.get(i - 1).upTo());
        }
        assertThat(steps).hasSizeBetween(20, 100).allMatch(step -> step.over().compareTo(step.upTo()) < 0);
        assertThat(steps.get(0).messages()).isPositive();
        assertThat(steps.get(steps.size() - 1).messages()).isPositive();
    }

    @Test
    void steps_are_bounded_as_people_count() {
        for (int millis : new int[] {0, 12, 12, 18, 45}) {
            histogram.add(Duration.ofMillis(millis));
        }

        assertThat(Objects.requireNonNull(histogram.latency()).steps())
                .startsWith(new Latency.Step(Duration.ZERO, Duration.ofNanos(1_000), 1))
                .endsWith(
                        new Latency.Step(Duration.ofMillis(10), Duration.ofMillis(15), 2),
                        new Latency.Step(Duration.ofMillis(15), Duration.ofMillis(20), 1),
                        new Latency.Step(Duration.ofMillis(20), Duration.ofMillis(30), 0),
                        new Latency.Step(Duration.ofMillis(30), Duration.ofMillis(50), 1));
    }

    @Test
    void nothing_is_known_of_nothing() {
        assertThat(histogram.latency()).isNull();
    }

    @Test
    void however_many_are_measured_little_is_kept() {
        Random random = new Random(20261125);
        for (int i = 0; i < 200_000; i++) {
            long micros = random.nextLong() >> random.nextInt(64);
            histogram.add(Duration.ofSeconds(micros / 1_000_000, micros % 1_000_000 * 1_000));
        }
        histogram.add(Duration.ofSeconds(Long.MAX_VALUE));
        histogram.add(Duration.ofSeconds(Long.MIN_VALUE));

        assertThat(histogram.sizeInBytes()).isLessThan(128 << 10);
        assertThat(Objects.requireNonNull(histogram.latency()).messages()).isEqualTo(200_002);
    }

    private static void assertClose(Duration measured, long micros) {
        double difference = Math.abs(measured.toNanos() / 1e3 - micros);
        assertThat(difference)
                .as("%s, exactly %d µs", measured, micros)
                .isLessThanOrEqualTo(1 + Math.abs(micros) / 100.0);
    }
}
