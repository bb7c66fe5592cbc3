package dev.wspact.internal.verification;

import static dev.wspact.internal.verification.Bench.like;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wspact.contract.Expectation;
import dev.wspact.contract.Interaction;
import dev.wspact.contract.Receive;
import dev.wspact.contract.Setup;
import dev.wspact.internal.json.MalformedJsonException;
import dev.wspact.internal.json.StrictJson;
import dev.wspact.verdict.ContractResult;
import dev.wspact.verdict.Latency;
import dev.wspact.verdict.Mismatch;
import dev.wspact.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LatencyTest {
    private static final String OPENED = "2026-11-25T10:00:00Z";

    private final Bench bench = new Bench();

    private static Interaction ticks(int atLeast) {
        return Bench.interaction(
                "ticks",
                Setup.NONE,
                new Expectation.Push(
                        like("{\"type\":\"tick\"}", "type"),
                        new Receive(atLeast, null, Duration.ofSeconds(5)),
                        null,
                        null,
                        "/at"));
    }

    private static String tick(String at) {
        return "{\"type\":\"tick\",\"at\":" + at + "}";
    }

    private static JsonNode json(String text) {
        try {
            return StrictJson.read(text);
        } catch (MalformedJsonException e) {
            throw new AssertionError(text, e);
        }
    }

    @Test
    void is_the_time_from_the_senders_clock_to_the_arrival() {
        ContractResult result = bench.plays(s -> s.text(30, tick("\"2026-11-25T10:00:00.010Z\""))
                        .text(1_000, tick("\"2026-11-25T11:00:00.970+01:00\""))
                        .text(2_000, tick("1795600801500")))
                .verify(ticks(3));

        assertThat(result.interactions().get(0).verdict()).isEqualTo(Verdict.PASSED);
        Latency latency = Objects.requireNonNull(result.interactions().get(0).latency());
        assertThat(latency.messages()).isEqualTo(3);
        assertThat(latency.min()).isEqualTo(Duration.ofMillis(20));
        assertThat(latency.median()).isBetween(Duration.ofNanos(29_700_000), Duration.ofNanos(30_300_000));
        assertThat(latency.p99()).isBetween(Duration.ofMillis(495), Duration.ofMillis(500));
        assertThat(latency.max()).isEqualTo(Duration.ofMillis(500));
    }

    @Test
    void is_negative_where_the_senders_clock_is_ahead_and_that_is_no_failure() {
        ContractResult result =
                bench.plays(s -> s.text(0, tick("\"2026-11-25T10:00:07Z\""))).verify(ticks(1));

        assertThat(result.interactions().get(0).verdict()).isEqualTo(Verdict.PASSED);
        assertThat(result.interactions().get(0).latency())
                .isEqualTo(new Latency(
                        1,
                        Duration.ofSeconds(-7),
                        Duration.ofSeconds(-7),
                        Duration.ofSeconds(-7),
                        Duration.ofSeconds(-7),
                        Duration.ofSeconds(-7),
                        List.of(new Latency.Step(Duration.ofSeconds(-7), Duration.ofSeconds(-5), 1))));
    }

    @Test
    void is_not_measured_where_the_contract_names_no_timestamp() {
        ContractResult result = bench.plays(s -> s.text(1, tick("\"" + OPENED + "\"")))
                .verify(Bench.push("ticks", like("{\"type\":\"tick\"}", "type")));

        assertThat(result.interactions().get(0).latency()).isNull();
    }

    @Test
    void is_not_measured_of_messages_that_differ_or_come_too_late() {
        Interaction strict = Bench.interaction(
                "ticks",
                Setup.NONE,
                new Expectation.Push(
                        like("{\"type\":\"tick\",\"price\":1}", "type"),
                        new Receive(1, 9, Duration.ofSeconds(1)),
                        null,
                        null,
                        "/at"));
        ContractResult result = bench.options(o -> o.observe(Duration.ofSeconds(9)))
                .plays(s -> s.text(1, "{\"type\":\"tick\",\"price\":\"x\",\"at\":\"never\"}")
                        .text(1_500, "{\"type\":\"tick\",\"price\":1,\"at\":\"never\"}"))
                .verify(strict);

        assertThat(((Verdict.Failed) result.interactions().get(0).verdict()).mismatches())
                .extracting(Mismatch::rule)
                .containsExactly("type");
        assertThat(result.interactions().get(0).latency()).isNull();
    }

    @Test
    void a_message_without_a_readable_time_breaks_the_contract_and_the_others_are_measured() {
        ContractResult result = bench.plays(s -> s.text(1, tick("\"soon\""))
                        .text(2, "{\"type\":\"tick\"}")
                        .text(3, tick("\"" + OPENED + "\"")))
                .verify(ticks(3));

        assertThat(((Verdict.Failed) result.interactions().get(0).verdict()).mismatches())
                .extracting(m -> m.address().message(), Mismatch::rule, Mismatch::expected, Mismatch::actual)
                .containsExactly(
                        tuple(1L, "timestamp", SenderTime.EXPECTED + ", at /at", "\"soon\""),
                        tuple(2L, "timestamp", SenderTime.EXPECTED + ", at /at", "nothing there"));
        assertThat(result.interactions().get(0).latency())
                .extracting(Latency::messages, Latency::max)
                .containsExactly(1L, Duration.ofMillis(3));
    }

    @ParameterizedTest
    @CsvSource({
        "1795600800000, 2026-11-25T10:00:00Z",
        "1795600800000.25, 2026-11-25T10:00:00.000250Z",
        "1795600800, 2026-11-25T10:00:00Z",
        "1795600800.125, 2026-11-25T10:00:00.125Z",
        "1.7956008e9, 2026-11-25T10:00:00Z",
        "'\"1795600800000\"', 2026-11-25T10:00:00Z",
        "'\"1795600800.5\"', 2026-11-25T10:00:00.500Z",
        "'\"2026-11-25T10:00:00Z\"', 2026-11-25T10:00:00Z",
        "'\" 2026-11-25T10:00Z \"', 2026-11-25T10:00:00Z",
        "'\"2026-11-25T10:00:00.123456789Z\"', 2026-11-25T10:00:00.123456789Z",
        "'\"2026-11-25T15:30:00+05:30\"', 2026-11-25T10:00:00Z",
        "'\"2026-11-25T15:30:00+0530\"', 2026-11-25T10:00:00Z",
        "'\"2026-11-25T05:00:00-05\"', 2026-11-25T10:00:00Z",
        "946684800, 2000-01-01T00:00:00Z",
        "4102444799999, 2099-12-31T23:59:59.999Z",
    })
    void reads_the_epoch_and_iso_8601(String value, Instant time) {
        assertThat(SenderTime.of(json(value))).contains(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "42",
                "-1795600800000",
                "946684799",
                "4102444800000",
                "1795600800000000",
                "1795600800000000000",
                "1e999999999",
                "1e-999999999",
                "true",
                "null",
                "{}",
                "[1795600800000]",
                "\"\"",
                "\"now\"",
                "\"2026-11-25\"",
                "\"2026-11-25T10:00:00\"",
                "\"2026-02-30T10:00:00Z\"",
                "\"0001-01-01T00:00:00Z\"",
                "\"1,795,600,800\"",
            })
    void takes_nothing_else_for_a_time(String value) {
        assertThat(SenderTime.of(json(value))).isEmpty();
    }
}
