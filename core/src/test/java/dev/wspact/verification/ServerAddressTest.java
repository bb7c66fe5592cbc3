package dev.wspact.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerAddressTest {
    @ParameterizedTest
    @ValueSource(strings = {"ws://h", "ws://h:1/x", "wss://u:p@[::1]:65535/", "ws://127.0.0.1:80", "ws://a-b.c"})
    void hosts_and_ports_are_taken(String url) {
        assertThat(VerificationOptions.of(URI.create(url)).build().url()).hasToString(url);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ws://h:0/x            | The URL names the port 0 in \"h:0\", and a port is a number from 1 to 65535.",
                "ws://h:65536/x        | The URL names the port 65536 in \"h:65536\"",
                "ws://h:-1/x           | The URL names the port -1 in \"h:-1\"",
                "ws://[::1]:70000/     | The URL names the port 70000 in \"[::1]:70000\"",
                "ws://h:99999999999999 | The URL names the port 99999999999999",
                "ws://me:hunter2@h:0/  | The URL names the port 0 in \"h:0\"",
                "ws:///x               | \"ws:///x\" names no host. Write ws://host:port/path",
                "ws:x                  | names no host",
                "ws://my_host:80/x     | \"my_host\" is no name of a host",
                "ws://me:hunter2@b\u00fccher.example:80/ | Write it as xn--bcher-kva.example."
            })
    void what_is_none_is_told_in_words_of_our_own(String url, String problem) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VerificationOptions.of(URI.create(url)))
                .withMessageContaining(problem)
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("hunter2"));
    }
}
