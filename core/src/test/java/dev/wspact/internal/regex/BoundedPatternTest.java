package dev.wspact.internal.regex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wspact.internal.time.Deadline;
import java.time.Duration;
import java.util.regex.PatternSyntaxException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BoundedPatternTest {
    private static final Deadline LATER = Deadline.after(Duration.ofMinutes(1));

    private static boolean finds(String regex, String text) {
        return BoundedPattern.ecmaScript(regex).find(text, LATER);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "a+ ~ baab",
                "^\\d{4}-\\d{2}$ ~ 2026-11",
                "^\\/api\\/v\\d$ ~ /api/v1",
                "^\\cA?x$ ~ x",
                "^\\u{1F600}$ ~ \uD83D\uDE00",
                "^\\uD83D\\uDE00$ ~ \uD83D\uDE00",
                "^.$ ~ \uD83D\uDE00",
                "^[\uD83D\uDE00-\uD83D\uDE0F]$ ~ \uD83D\uDE01",
                "^\\x41\\u0042$ ~ AB",
                "^(?<year_no>\\d+)-\\k<year_no>$ ~ 12-12",
                "^(a)(b)\\2\\1$ ~ abba",
                "^(?:a|b)+?c$ ~ abac",
                "(?<=€)\\d+ ~ €15",
                "(?<!€)\\b15 ~ 15",
                "^[^]$ ~ x",
                "^[a&&b]+$ ~ a&b",
                "^[[a]+$ ~ [a",
                "^[\\w.-]+$ ~ a-b.c",
                "^[\\w-.]+$ ~ a-b.c",
                "^[a^-]+$ ~ a-^",
                "^[\\b]?x$ ~ x",
                "^\\p{Lu}\\p{Letter}+$ ~ Äpfel",
                "^\\p{Script=Greek}+$ ~ αβγ",
                "^\\p{sc=Cyrillic}$ ~ ж",
                "^\\p{gc=Nd}$ ~ ٣",
                "^\\p{Alphabetic}\\P{ASCII}$ ~ aé",
                "^[^\\S]$ ~ \uFEFF",
                "^\\s$ ~ \u00A0",
                "^a{2,}$ ~ aaa",
                "^{a}$ ~ {a}",
                "^x{,3}$ ~ x{,3}",
                "^]}$ ~ ]}",
                "^\\-\\\"\\@$ ~ -\"@",
                "a#b ~ a#b",
                "\\Bb ~ ab",
                "^\\0?x$ ~ x",
            })
    void finds_what_ecmascript_finds(String regex, String text) {
        assertThat(finds(regex, text)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "^[]$ ~ x",
                "^\\d$ ~ ٣",
                "^\\w$ ~ é",
                "^\\v$ ~ x",
                "^[\\d]$ ~ ٣",
                "\\bé ~ x é",
                "^[^\\w-]$ ~ -",
                "^.$ ~ \u2028",
                "^(?!a)\\w$ ~ a",
            })
    void does_not_find_what_ecmascript_does_not_find(String regex, String text) {
        assertThat(finds(regex, text)).isFalse();
    }

    @Test
    void dollar_does_not_match_before_a_final_newline() {
        assertThat(finds("^a$", "a\n")).isFalse();
        assertThat(finds("^.$", "\u0085")).isTrue();
        assertThat(finds("^\\v$", "\u000B")).isTrue();
        assertThat(finds("^\\v$", "\n")).isFalse();
        assertThat(finds("^[\\b]$", "\b")).isTrue();
        assertThat(finds("^\\cJ$", "\n")).isTrue();
        assertThat(finds("^\\0$", "\0")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a++",
                "*a",
                "a{2}{3}",
                "(",
                ")",
                "(?>a)",
                "(?i)a",
                "[a",
                "[b-a]",
                "\\",
                "\\a",
                "\\Z",
                "\\Qa\\E",
                "\\1",
                "(a)\\2",
                "\\k<x>",
                "(?<x>a)(?<x>b)",
                "\\07",
                "\\u12",
                "\\u{110000}",
                "\\u{}",
                "\\xg1",
                "\\c1",
                "\\p{Nonsense}",
                "\\pL",
                "\\p{Script=Klingon}",
                "\\p{scx=Greek}",
                "a{2,1}",
                "(?<>a)",
                "[\\",
                "^*"
            })
    void refuses_what_is_no_pattern_of_ecmascript_or_what_the_jdk_cannot_do(String regex) {
        assertThatThrownBy(() -> BoundedPattern.ecmaScript(regex)).isInstanceOf(PatternSyntaxException.class);
    }

    @Test
    void says_what_is_wrong_and_where() {
        assertThatThrownBy(() -> BoundedPattern.ecmaScript("ab\\Zc"))
                .isInstanceOfSatisfying(PatternSyntaxException.class, e -> {
                    assertThat(e.getDescription()).isEqualTo("\\Z is no escape of ECMAScript");
                    assertThat(e.getIndex()).isEqualTo(2);
                });
    }

    @Test
    void a_pattern_that_backtracks_without_bounds_ends_at_the_deadline() {
        Deadline soon = Deadline.after(Duration.ofMillis(100));

        assertThatThrownBy(() -> BoundedPattern.ecmaScript("^(.*,){20}P").find("a,".repeat(200), soon))
                .isInstanceOf(PatternTooSlowException.class)
                .hasMessage("the pattern ^(.*,){20}P does not come to an end in time");
    }

    @Test
    void a_pattern_that_exhausts_the_stack_is_an_exception_too() {
        String text = "ab".repeat(200_000);

        assertThatThrownBy(() -> BoundedPattern.ecmaScript("^(a|b)*$").find(text, LATER))
                .isInstanceOf(PatternTooSlowException.class)
                .hasMessage("the pattern ^(a|b)*$ repeats a group too often to be decided");
        assertThatThrownBy(() -> BoundedPattern.compile("(a|b)*").matches(text, LATER))
                .isInstanceOf(PatternTooSlowException.class)
                .hasMessage("the pattern (a|b)* repeats a group too often to be decided");
        assertThatThrownBy(() -> BoundedPattern.compile("^(a|b)*$").find(text, LATER))
                .isInstanceOf(PatternTooSlowException.class);
    }

    @Test
    void a_pattern_of_the_jdk_ends_at_the_deadline_whether_it_must_match_or_be_found() {
        BoundedPattern hostile = BoundedPattern.compile("(.*,){20}P");
        String text = "a,".repeat(200);

        assertThatThrownBy(() -> hostile.matches(text, Deadline.after(Duration.ofMillis(100))))
                .isInstanceOf(PatternTooSlowException.class);
        assertThatThrownBy(() -> hostile.find(text, Deadline.after(Duration.ofMillis(100))))
                .isInstanceOfSatisfying(PatternTooSlowException.class, e -> assertThat(e.pattern())
                        .isEqualTo("(.*,){20}P"));
    }
}
