package dev.wspact.internal.contractfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {
    @ParameterizedTest
    @CsvSource({"500ms, PT0.5S", "5s, PT5S", "5 s, PT5S", "2m, PT2M", "24h, PT24H", "PT1.5S, PT1.5S", "P1D, PT24H"})
    void reads_short_and_iso_forms(String text, Duration duration) {
        assertThat(Durations.parse(text)).isEqualTo(duration);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "s", "0s", "-1s", "PT0S", "-PT1S", "25h", "P2D", "9999999999s", "5 sec", "1,5s"})
    void reads_nothing_else(String text) {
        assertThat(Durations.parse(text)).isNull();
    }
}
