package dev.wspact.internal.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.wspact.internal.json.MalformedJsonException;
import dev.wspact.internal.json.StrictJson;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            "x"            | "x" (a string)
            1              | 1 (an integer)
            1.50           | 1.50 (a decimal number)
            true           | true (a boolean)
            null           | null
            []             | [] (an empty array)
            [1]            | [1] (an array of 1 element)
            [1,"a",{"b":[]}] | [1,"a",{"b":[]}] (an array of 3 elements)
            {}             | {} (an object)
            {"a":1,"b":{}} | {"a":1,"b":{}} (an object)
            """)
    void names_a_value_and_its_type(String json, String words) throws Exception {
        assertThat(Words.value(StrictJson.read(json))).isEqualTo(words);
    }

    @Test
    void cuts_what_is_longer_than_a_line_and_no_character_in_two() {
        String fits = "x".repeat(120);

        assertThat(Words.shortened(fits)).isEqualTo(fits);
        assertThat(Words.shortened(fits + "x")).isEqualTo("x".repeat(119) + "…");
        assertThat(Words.shortened("x".repeat(118) + "\uD83D\uDE00" + "xx")).isEqualTo("x".repeat(118) + "…");
        assertThat(Words.shortened("x".repeat(117) + "\uD83D\uDE00" + "xx"))
                .isEqualTo("x".repeat(117) + "\uD83D\uDE00…");
        assertThat(Words.quoted("\"\n".repeat(500))).hasSize(120).startsWith("\"\\\"\\n");
        assertThat(Words.quoted("y".repeat(240))).isEqualTo("\"" + "y".repeat(118) + "…");
        assertThat(Words.quoted("y".repeat(118))).isEqualTo("\"" + "y".repeat(118) + "\"");
    }

    @Test
    void shows_a_long_text_around_a_place() {
        String line = "0123456789".repeat(10);

        assertThat(Words.quotedAround("short", 1, 6)).isEqualTo("\"short\"");
        assertThat(Words.quotedAround(line + line, 0, 0)).isEqualTo("\"" + (line + line).substring(0, 118) + "…");
        assertThat(Words.quotedAround(line + "ERROR" + line, 1, 105))
                .isEqualTo("\"…" + line.substring(55) + "ERROR012345678901234…\"");
    }

    @Test
    void counts_lines_as_the_parser_does() throws Exception {
        String filling = "0123456789".repeat(20);
        for (String end : List.of("\n", "\r", "\r\n", "\n\n", "\r\r", "\n\r\n")) {
            String text = "{" + end + "\"a\": 1," + end + "\"" + filling + "\" here" + filling;
            MalformedJsonException problem =
                    catchThrowableOfType(MalformedJsonException.class, () -> StrictJson.read(text));

            assertThat(Words.quotedAround(text, problem.line(), problem.column()))
                    .isEqualTo("\"…" + filling.substring(153) + "\\\" here" + filling.substring(0, 12) + "…\"");
        }
    }

    @Test
    void a_short_text_that_escapes_make_long_is_shown_around_the_place_as_well() {
        String text = "\t".repeat(70) + "ERROR";

        assertThat(Words.quotedAround(text, 1, 71)).isEqualTo("\"…" + "\\t".repeat(49) + "ERROR\"");
        assertThat(Words.quotedAround(text, 0, 0)).isEqualTo("\"" + "\\t".repeat(59) + "…");
    }

    @Test
    void a_place_beyond_the_text_is_its_end() {
        String text = "0123456789".repeat(20);

        assertThat(Words.quotedAround(text, 3, 7)).isEqualTo("\"…" + text.substring(150) + "\"");
    }

    @Test
    void cuts_no_character_in_two_around_a_place() {
        String text = "\uD83D\uDE00".repeat(100);

        assertThat(Words.quotedAround(text, 1, 100).codePoints().skip(2))
                .allMatch(c -> c == 0x1F600 || c == '…' || c == '"');
        assertThat(Words.quotedAround(text, 1, 101).codePoints().skip(2))
                .allMatch(c -> c == 0x1F600 || c == '…' || c == '"');
    }

    @Test
    void writes_no_more_of_a_container_than_is_shown() throws Exception {
        String wide = "[" + "1,".repeat(300) + "1]";

        assertThat(Words.json(StrictJson.read(wide))).hasSize(120).endsWith("…");
        assertThat(Words.json(StrictJson.read("{\"" + "k".repeat(200) + "\": " + wide + "}")))
                .hasSize(120);
        assertThat(Words.json(StrictJson.read("[" + wide + "," + wide + "]"))).hasSize(120);
    }

    @Test
    void shows_the_first_bytes() {
        assertThat(Words.bytes(new byte[0])).isEqualTo("no bytes");
        assertThat(Words.bytes(new byte[] {(byte) 0xfe})).isEqualTo("1 byte: fe");
        assertThat(Words.bytes(new byte[32])).isEqualTo("32 bytes: " + "00".repeat(32));
        assertThat(Words.bytes(new byte[33])).isEqualTo("33 bytes: " + "00".repeat(32) + "…");
    }

    @Test
    void suggests_what_is_close() {
        assertThat(Suggestion.among(RuleNames.ALL, "tpye")).isEqualTo("did you mean \"type\"?");
        assertThat(Suggestion.among(RuleNames.ALL, "Regex")).isEqualTo("did you mean \"regex\"?");
        assertThat(Suggestion.among(RuleNames.ALL, "arrayContain")).isEqualTo("did you mean \"arrayContains\"?");
        assertThat(Suggestion.among(RuleNames.ALL, "eachvalues")).isEqualTo("did you mean \"eachValue\"?");
        assertThat(Suggestion.among(List.of("AND", "OR"), "NOT")).isEqualTo("use one of: AND, OR");
        assertThat(Suggestion.among(List.of("AND"), "x".repeat(1_000_000))).isEqualTo("use one of: AND");
    }
}
