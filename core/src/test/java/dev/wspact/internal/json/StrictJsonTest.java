package dev.wspact.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {
    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{} x", "{\"a\":1,\"a\":2}", "{'a':1}", "[1,]", "NaN", "01", "\"\u0001\""})
    void rejects_what_is_not_one_json_value(String text) {
        assertThatThrownBy(() -> StrictJson.read(text)).isInstanceOf(MalformedJsonException.class);
    }

    @Test
    void says_where_the_problem_is() {
        assertThatThrownBy(() -> StrictJson.read("{\n  \"a\": tru\n}"))
                .isInstanceOfSatisfying(
                        MalformedJsonException.class, e -> assertThat(e.line()).isEqualTo(2));
    }

    @Test
    void rejects_what_is_nested_too_deeply() {
        String deep = "[".repeat(10_000) + "]".repeat(10_000);

        assertThatThrownBy(() -> StrictJson.read(deep)).isInstanceOf(MalformedJsonException.class);
    }

    @Test
    void keeps_decimals_exact() throws MalformedJsonException {
        assertThat(StrictJson.read("0.1000000000000000000001").decimalValue()).hasToString("0.1000000000000000000001");
    }

    @Test
    void gives_equal_values_one_exact_text() throws MalformedJsonException {
        assertThat(StrictJson.exact(StrictJson.read("{\"b\":[1.0,2.50],\"a\":1e2}"))
                        .value())
                .isEqualTo("{\"a\":100,\"b\":[1,2.5]}")
                .isEqualTo(StrictJson.exact(StrictJson.read("{\"a\":100,\"b\":[1,2.5]}"))
                        .value());
    }

    @Test
    void survives_a_huge_exponent() throws MalformedJsonException {
        assertThat(StrictJson.exact(StrictJson.read("1e999999999")).value()).hasSizeLessThan(40);
    }
}
