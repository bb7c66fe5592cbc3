package dev.wspact.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptionTextsTest {
    @ParameterizedTest
    @CsvSource({"2s,PT2S", "500ms,PT0.5S", "1m,PT1M", "2h,PT2H", "0,PT0S", "' 3 S ',PT3S", "PT1.5S,PT1.5S", "0s,PT0S"})
    void reads_durations(String text, Duration expected) {
        assertThat(DurationOption.parse("wspact.timeout", text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2", "two seconds", "1.5s", "s", "2d2s", "-2s", "9999999999999999h", "${seconds}"})
    void rejects_what_is_no_duration(String text) {
        assertThatExceptionOfType(BadOptionException.class)
                .isThrownBy(() -> DurationOption.parse("wspact.timeout", text))
                .withMessage(
                        "wspact.timeout is \"" + text
                                + "\", which is not a duration. Write a number with a unit (500ms, 2s, 1m), or ISO-8601 (PT2S).");
    }

    @ParameterizedTest
    @ValueSource(strings = {"25h", "999999999999999h", "P2D"})
    void rejects_a_duration_that_can_only_be_a_slip(String text) {
        assertThatExceptionOfType(BadOptionException.class)
                .isThrownBy(() -> DurationOption.parse("wspact.timeout", text))
                .withMessageStartingWith("wspact.timeout is \"" + text + "\", which is longer than a day. Write");
    }

    @Test
    void rejects_a_negative_duration() {
        assertThatExceptionOfType(BadOptionException.class)
                .isThrownBy(() -> DurationOption.parse("wspact.observe", "PT-2S"))
                .withMessageStartingWith("wspact.observe is \"PT-2S\", which is a negative duration. Write");
    }

    @ParameterizedTest
    @CsvSource({
        "1,1",
        "65536,65536",
        "64KiB,65536",
        "16 mib,16777216",
        "1b,1",
        "1GiB,1073741824",
        "2147483647,2147483647"
    })
    void reads_sizes(String text, int bytes) {
        assertThat(SizeOption.parse("wspact.maxMessageSize", text)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "2GiB", "16MB", "big", "9999999999GiB", "2147483648"})
    void rejects_what_is_no_size(String text) {
        assertThatExceptionOfType(BadOptionException.class)
                .isThrownBy(() -> SizeOption.parse("wspact.maxMessageSize", text))
                .withMessage("wspact.maxMessageSize is \"" + text + "\", which is not a size between 1 byte and 2 GiB."
                        + " Write a number of bytes, or one with a unit (64KiB, 16MiB).");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ws://localhost:8080/a?b=c", "wss://example.org", "WS://[::1]:80/"})
    void takes_websocket_urls(String text) {
        assertThat(UrlOption.webSocket(text)).isEqualTo(URI.create(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ws://a/b c/gr\u00fc\u00dfe?x=1 2 | ws://a/b%20c/gr%C3%BC%C3%9Fe?x=1%202",
                "ws://a:1?\u00fc                | ws://a:1?%C3%BC",
                "ws://a/b%20c?a=%2F&b=+&c        | ws://a/b%20c?a=%2F&b=+&c"
            })
    void encodes_what_people_write_as_they_see_it(String text, String url) {
        assertThat(UrlOption.webSocket(text)).isEqualTo(URI.create(url));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "localhost:8080/a | which has no scheme ws or wss. Write ws://localhost:8080/a, or wss:// for TLS.",
                "localhost | which has no scheme ws or wss. Write ws://localhost, or wss:// for TLS.",
                "127.0.0.1:8080/a | which has no scheme ws or wss. Write ws://127.0.0.1:8080/a, or wss:// for TLS.",
                "[::1]:8080 | which has no scheme ws or wss. Write ws://[::1]:8080, or wss:// for TLS.",
                "my_host.example.org/a?b=c:d | which has no scheme ws or wss. Write ws://my_host.example.org/a?b=c:d, or wss:// for TLS.",
                "/a | which has no scheme ws or wss. Write ws://host:port/path, or wss:// for TLS.",
                "ftp://a/b | which has no scheme ws or wss. Write ws://host:port/path, or wss:// for TLS.",
                "http://a:1/b | an HTTP URL. Write ws://a:1/b.",
                "https://a:1/b | an HTTP URL. Write wss://a:1/b.",
                "ws://a:${port}/b | where nothing has set ${port}. Set the property before this goal runs, or correct its name.",
                "ws://a/b^c | which is not a URL: Illegal character in path at index 8. Correct it, or escape the character as %XX."
            })
    void says_what_is_wrong_with_a_url(String text, String problem) {
        assertThatExceptionOfType(BadOptionException.class)
                .isThrownBy(() -> UrlOption.webSocket(text))
                .withMessage("wspact.url is \"" + text + "\", " + problem);
    }

    /** JDK 17 names the beginning of the authority, JDK 25 the place in it. */
    @Test
    void says_that_a_host_is_none() {
        assertThatExceptionOfType(BadOptionException.class)
                .isThrownBy(() -> UrlOption.webSocket("ws://a b/c"))
                .withMessageMatching(
                        "wspact.url is \"ws://a b/c\", which is not a URL: Illegal character in authority at index"
                                + " [56]\\. Correct it, or escape the character as %XX\\.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void a_missing_url_names_both_ways_to_give_it(String text) {
        assertThatExceptionOfType(BadOptionException.class)
                .isThrownBy(() -> UrlOption.webSocket(text))
                .withMessage("No URL. Say where the server listens: <url>ws://localhost:8080/path</url>,"
                        + " or -Dwspact.url=ws://localhost:8080/path.");
    }

    @Test
    void provider_states_are_changed_over_http() {
        assertThat(UrlOption.http("wspact.stateChangeUrl", "https://a/b")).isEqualTo(URI.create("https://a/b"));
        assertThatExceptionOfType(BadOptionException.class)
                .isThrownBy(() -> UrlOption.http("wspact.stateChangeUrl", "ws://a/b"))
                .withMessage("wspact.stateChangeUrl is \"ws://a/b\", which is not an HTTP URL."
                        + " Write http://host:port/path, or https:// for TLS.");
    }

    @Test
    void a_pattern_that_is_none_is_quoted_with_the_reason() {
        assertThat(PatternOption.parse("wspact.triggerStates", "a .* arrives").matcher("a ping arrives"))
                .matches(matcher -> matcher.matches());
        assertThatExceptionOfType(BadOptionException.class)
                .isThrownBy(() -> PatternOption.parse("wspact.triggerStates", "(a"))
                .withMessage("wspact.triggerStates is \"(a\", which is not a regular expression: Unclosed group."
                        + " Correct it; see java.util.regex.Pattern.");
    }
}
