package dev.wspact.internal.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wspact.message.Visible;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextsTest {
    @Test
    void what_cannot_be_seen_is_escaped_and_the_rest_stays() {
        assertThat(Visible.text("\u001b[31mred\u009b\u0007\r\n\t\u0000\u007f\u202e\u200b\u2028\ufeff\ud800"))
                .isEqualTo("\\u001b[31mred\\u009b\\u0007\\r\\n\\t\\u0000\\u007f\\u202e\\u200b\\u2028\\ufeff\\ud800");
        assertThat(Visible.text("price: 12,50 € · 日本語 😀 ü \u00a0|")).isEqualTo("price: 12,50 € · 日本語 😀 ü \u00a0|");
    }

    @Test
    void a_text_is_cut_at_its_limit_and_says_how_much_is_missing() {
        assertThat(Shortened.text("abc", 3)).isEqualTo("abc");
        assertThat(Shortened.text("abcde", 3)).isEqualTo("abc… (2 more)");
        assertThat(Shortened.text("ab😀cd", 3)).isEqualTo("ab… (4 more)");
    }

    @Test
    void of_two_long_texts_the_place_where_they_differ_is_shown() {
        String same = "0123456789".repeat(30);

        assertThat(Shortened.around(same + "left", same + "right", 40)).isEqualTo("…01234567890123456789left");
        assertThat(Shortened.around(same + "right", same + "left", 40)).isEqualTo("…01234567890123456789right");
        assertThat(Shortened.around(same + "l" + same, same + "r", 30))
                .isEqualTo("…01234567890123456789l012345678… (291 more)");
        assertThat(Shortened.around(same, "x", 10)).isEqualTo("0123456789… (290 more)");
        assertThat(Shortened.around("short", same, 10)).isEqualTo("short");
        assertThat(Shortened.around("😀".repeat(50), "😀".repeat(50), 40))
                .startsWith("…😀")
                .doesNotContain("?");
    }

    @Test
    void facts_stand_in_two_columns_and_long_values_go_on_below() {
        List<String> lines = Fact.align(
                List.of(Fact.of("at", "$.price"), Fact.of("session so far", "word ".repeat(40)), Fact.of("", "more")));

        assertThat(lines)
                .containsExactly(
                        "at             : $.price",
                        "session so far : " + "word ".repeat(26).trim(),
                        "                 " + "word ".repeat(14).trim(),
                        "                 more");
    }

    @Test
    void text_without_spaces_is_broken_at_the_width_but_never_within_a_character() {
        assertThat(Fact.wrap("abcdefgh", 3)).containsExactly("abc", "def", "gh");
        assertThat(Fact.wrap("ab😀cd", 3)).containsExactly("ab", "😀c", "d");
        assertThat(Fact.wrap("", 3)).containsExactly("");
    }

    @ParameterizedTest
    @CsvSource({"1, 1st", "2, 2nd", "3, 3rd", "4, 4th", "11, 11th", "12, 12th", "13, 13th", "21, 21st", "111, 111th"})
    void ordinals_are_english(long number, String expected) {
        assertThat(Words.ordinal(number)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, 0 ms",
        "PT0.143S, 143 ms",
        "PT0.0009S, 0 ms",
        "PT5S, 5 s",
        "PT2.54S, 2.5 s",
        "PT59.999S, 60 s",
        "PT1M30S, 1 min 30 s",
        "PT2H, 120 min 0 s"
    })
    void durations_are_short(Duration duration, String expected) {
        assertThat(Words.duration(duration)).isEqualTo(expected);
    }

    @Test
    void nouns_are_counted() {
        assertThat(Words.count(1, "message")).isEqualTo("1 message");
        assertThat(Words.count(0, "message")).isEqualTo("0 messages");
        assertThat(Words.count(2, "more mismatch")).isEqualTo("2 more mismatches");
    }
}
