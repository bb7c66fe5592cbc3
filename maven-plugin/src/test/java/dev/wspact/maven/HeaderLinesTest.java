package dev.wspact.maven;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderLinesTest {
    private final HeaderLines headers = new HeaderLines();

    @Test
    void takes_several_on_lines_of_their_own() {
        headers.set("\n    Authorization: Bearer a:b, c\r\n\n  X-Tenant:t1\n  ");

        assertThat(headers.parse())
                .containsExactly(entry("Authorization", List.of("Bearer a:b, c")), entry("X-Tenant", List.of("t1")));
    }

    @Test
    void takes_one_element_a_field_and_keeps_the_order_of_equal_names() {
        headers.addHeader(" Accept: a");
        headers.addHeader("Accept: b ");

        assertThat(headers.parse()).containsExactly(entry("Accept", List.of("a", "b")));
    }

    @ParameterizedTest
    @CsvSource({
        "secret,has no colon",
        "': secret',has no valid name before the colon",
        "'a name: secret',has no valid name before the colon",
        "'X: ${secret}',has a ${placeholder} that nothing has set"
    })
    void says_which_line_is_wrong_but_not_what_is_in_it(String line, String problem) {
        headers.addHeader("Fine: yes");
        headers.addHeader(line);

        assertThatExceptionOfType(BadOptionException.class)
                .isThrownBy(headers::parse)
                .withMessage("Header 2 of wspact.headers " + problem
                        + ". Write \"Name: value\", several on lines of their own.");
    }

    @Test
    void a_value_cannot_smuggle_in_a_second_field() {
        headers.addHeader("X: a\r\nY: b");

        assertThatExceptionOfType(BadOptionException.class)
                .isThrownBy(headers::parse)
                .withMessageContaining("has a control character in its value");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Upgrade", "connection", "Sec-WebSocket-Key", "Sec-WebSocket-Protocol"})
    void leaves_the_opening_handshake_alone(String name) {
        headers.set(name + ": x");

        assertThatExceptionOfType(BadOptionException.class)
                .isThrownBy(headers::parse)
                .withMessage(
                        "wspact.headers sets " + name + ", which belongs to the opening handshake itself. Remove it;"
                                + " subprotocols stand in the contract's channel.");
    }
}
