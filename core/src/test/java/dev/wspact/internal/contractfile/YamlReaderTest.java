package dev.wspact.internal.contractfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wspact.contract.ContractFormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlReaderTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "~ | null",
                "NULL | null",
                "True | true",
                "FALSE | false",
                "yes | \"yes\"",
                "no | \"no\"",
                "on | \"on\"",
                "12 | 12",
                "-0 | 0",
                "+7 | 7",
                "9007199254740993 | 9007199254740993",
                "123456789012345678901234567890 | 123456789012345678901234567890",
                "1.50 | 1.50",
                ".5 | 0.5",
                "1:30 | \"1:30\"",
                "2026-11-25 | \"2026-11-25\"",
                "1.2.3 | \"1.2.3\"",
                "`'7'` | `\"7\"`",
                "!!str 7 | \"7\"",
                "{a: } | {\"a\":null}",
                "[a, [b]] | [\"a\",[\"b\"]]",
                "[&x {a: 1}, *x] | [{\"a\":1},{\"a\":1}]",
            })
    void words_mean_what_yaml_1_2_says(String yaml, String json) {
        assertThat(YamlReader.read("a.yaml", yaml.replace("`", "")).tree().toString())
                .isEqualTo(json.replace("`", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"010", "0x1F", "0o17", "0b1", "1_000", ".inf", "-.Inf", ".NaN"})
    void a_number_that_not_all_readers_read_alike_is_an_error(String yaml) {
        assertThatThrownBy(() -> YamlReader.read("a.yaml", yaml))
                .isInstanceOf(ContractFormatException.class)
                .hasMessage("a.yaml:1: " + yaml
                        + " is a number to some readers of YAML and not to others. Quote it if it is a string, or"
                        + " write it as a plain decimal number.");
    }

    @Test
    void a_key_that_is_too_long_for_yaml_is_named_as_what_may_be_wrong() {
        assertThat(YamlReader.read("a.yaml", "k".repeat(1024) + ": 1").tree().size())
                .isEqualTo(1);
        assertThatThrownBy(() -> YamlReader.read("a.yaml", "k".repeat(1025) + ": 1"))
                .isInstanceOf(ContractFormatException.class)
                .hasMessage(
                        "a.yaml:1: this is not YAML that can be read: mapping values are not allowed here, column 1026."
                                + " Correct the file there; a key and its colon stand within 1,024 characters of a line.");
    }

    @Test
    void lines_are_known_at_any_depth() {
        Document document = YamlReader.read(
                "a.yaml", "# first\na:\n  b:\n    c:\n      d:\n        e:\n          - 1\n          - f: 2\n");

        assertThat(document.lines().line("/a/b/c/d/e/1/f")).isEqualTo(8);
        assertThat(document.lines().line("/a/b/c/x")).isEqualTo(4);
        assertThat(document.lines().line("")).isEqualTo(2);
    }

    @Test
    void what_is_no_text_is_an_error() {
        assertThatThrownBy(() -> YamlReader.read("a.yaml", "a: \u0001"))
                .isInstanceOf(ContractFormatException.class)
                .hasMessage(
                        "a.yaml:1: the character U+0001 must not stand in YAML. Leave it out, or write it as an escape"
                                + " in double quotes.");
    }
}
