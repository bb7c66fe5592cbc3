package dev.wspact.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {
    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{} x", "{\"a\":1,\"a\":2}", "{'a':1}", "[1,]", "NaN", "01", "\"\u0001\""})
    void rejects_what_is_not_one_json_value(String text) {
        assertThatThrownBy(() -> StrictJson.read(text)).isInstanceOf(MalformedJsonException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "{'a':1,} ~ Unexpected character '}': was expecting double-quote to start field name",
                "{'a' 1} ~ Unexpected character '1': was expecting a colon to separate field name and value",
                "[1,] ~ Unexpected character ']': expected a value",
                "hello ~ Unrecognized token 'hello': was expecting a value",
                "NaN ~ Non-standard token 'NaN', which JSON does not have",
                "+1 ~ Unexpected character '+' in numeric value: a number must not begin with it",
                "1 // x ~ Unexpected character '/': JSON has no comments",
                "{'a':1 ~ Unexpected end-of-input: expected close marker for Object",
                "{'a':1] ~ Unexpected close marker ']': expected '}' (for Object starting at line 1, column 1)",
                "{'a':1,'a':2} ~ Duplicate field 'a'",
                "{} {} ~ there is more behind the end of the value",
                "`'\u0001'` ~ Illegal unquoted character (the control character 1): has to be escaped using backslash to be included in string value",
                "'\\x' ~ Unrecognized character escape 'x'",
            })
    void says_what_is_wrong_in_words_that_are_not_about_the_parser(String text, String problem) {
        assertThatThrownBy(() -> StrictJson.read(text.replace('\'', '"'))).hasMessage(problem);
        assertThatThrownBy(() -> StrictJson.read(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8)))
                .hasMessage(problem);
    }

    @Test
    void says_which_limit_is_exceeded() {
        assertThatThrownBy(() -> StrictJson.read("[".repeat(501) + "]".repeat(501)))
                .hasMessage("it is nested deeper than 500 levels");
        assertThatThrownBy(() -> StrictJson.read("1".repeat(1001)))
                .hasMessage("a number is longer than 1000 characters");
        assertThatThrownBy(() -> StrictJson.read("\"" + "a".repeat((64 << 20) + 1) + "\""))
                .hasMessage("a string is longer than 67108864 characters");
        assertThatThrownBy(() -> StrictJson.read("{\"" + "a".repeat(50_001) + "\":1}"))
                .hasMessage("the name of a member is longer than 50000 characters");
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
    void an_exponent_that_no_number_can_have_is_an_error_with_its_place() {
        String json = "{\"a\": 1e5,\n  \"b\": -1e99999999999}";
        for (MalformedJsonException problem : new MalformedJsonException[] {
            catchThrowableOfType(MalformedJsonException.class, () -> StrictJson.read(json)),
            catchThrowableOfType(
                    MalformedJsonException.class, () -> StrictJson.read(json.getBytes(StandardCharsets.UTF_8)))
        }) {
            assertThat(problem).isNotNull();
            assertThat(problem.problem()).isEqualTo("the exponent of a number is too large");
            assertThat(problem.line()).isEqualTo(2);
            assertThat(problem.column()).isEqualTo(8);
        }
    }

    @Test
    void survives_a_huge_exponent() throws MalformedJsonException {
        assertThat(StrictJson.exact(StrictJson.read("1e999999999")).value()).hasSizeLessThan(40);
    }
}
