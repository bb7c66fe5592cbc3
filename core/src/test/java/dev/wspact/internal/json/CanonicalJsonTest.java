package dev.wspact.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTest {
    @Test
    void sorts_members_and_indents_with_two_spaces() throws Exception {
        assertThat(CanonicalJson.write(
                        CanonicalJson.canonical(StrictJson.read("{\"b\":[{\"d\":1,\"c\":{}},[]],\"a\":\"é\"}"))))
                .isEqualTo(
                        """
                        {
                          "a": "é",
                          "b": [
                            {
                              "c": {},
                              "d": 1
                            },
                            []
                          ]
                        }
                        """);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "-0, 0",
        "-0.0, 0",
        "1.0, 1",
        "1.50, 1.5",
        "1e2, 100",
        "0.1, 0.1",
        "-9223372036854775808, -9223372036854775808",
        "18446744073709551615, 18446744073709551615",
        "1.8446744073709551615e19, 18446744073709551615",
        "1.7976931348623157E-300, 1.7976931348623157E-300",
        "5E-324, 5E-324",
        "0.30000000000000004, 0.30000000000000004",
        "5.684341886080802E-14, 5.684341886080802E-14"
    })
    void keeps_numbers_that_survive_as_doubles_and_integers(String number, String written) throws Exception {
        assertThat(CanonicalJson.write(CanonicalJson.canonical(StrictJson.read(number))))
                .isEqualTo(written + "\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-9223372036854775809",
                "18446744073709551616",
                "100000000000000000000",
                "1e999999999",
                "-1e30",
                "0.1000000000000000055",
                "1.00000000000000001",
                "12345678901234567.8",
                "1e-400",
                "1234567890123.45678901e-400"
            })
    void rejects_numbers_that_other_tools_would_change(String number) {
        assertThatThrownBy(() -> CanonicalJson.canonical(StrictJson.read("{\"a~/b\":[0," + number + "]}")))
                .isInstanceOfSatisfying(InexactNumberException.class, e -> {
                    assertThat(e.pointer()).isEqualTo("/a~0~1b/1");
                    assertThat(e.number()).isNotBlank();
                });
    }
}
