package dev.wspact.internal.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
    @ParameterizedTest
    @CsvSource({
        "ws://u:p@host/x, ws://redacted@host/x",
        "wss://user@host, wss://redacted@host",
        "ws://h/x?token=abc&topic=fx, ws://h/x?token=redacted&topic=fx",
        "ws://h/x?topic=fx&access_token=a.b.c, ws://h/x?topic=fx&access_token=redacted",
        "ws://h/x?X-Api-Key=1, ws://h/x?X-Api-Key=redacted",
        "ws://h/x?%74oken=abc, ws://h/x?%74oken=redacted",
        "ws://h/x?PASSWORD=a%20b, ws://h/x?PASSWORD=redacted",
        "ws://h/x?authorization=Bearer%20a, ws://h/x?authorization=redacted",
        "ws://h/x?author=me&monkey=1, ws://h/x?author=me&monkey=1"
    })
    void urls_lose_what_identifies_their_user(String url, String expected) {
        assertThat(Secrets.BUILT_IN.masked(URI.create(url))).isEqualTo(URI.create(expected));
        assertThat(Secrets.BUILT_IN.masked("(at " + url + " it failed)")).isEqualTo("(at " + expected + " it failed)");
        assertThat(Secrets.BUILT_IN.masked(expected)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Authorization: Bearer abc.def", "cookie: sid=1; x=2", "{\"Set-Cookie\": \"sid=1\"}"})
    void header_lines_in_a_text_lose_their_value(String text) {
        assertThat(Secrets.BUILT_IN.masked("sent " + text))
                .contains(Secrets.MASK)
                .doesNotContain("abc")
                .doesNotContain("sid=1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"access_token\": \"abc\", \"error\": \"x\"}|{\"access_token\": \"redacted\", \"error\": \"x\"}",
                "{\"a\":{\"password\":\"a\\\"b\"}}|{\"a\":{\"password\":\"redacted\"}}",
                "{\"sid\":12,\"pin\":1}|{\"sid\":\"redacted\",\"pin\":1}",
                "{\"token\":{\"kind\":\"x\"}}|{\"token\":{\"kind\":\"x\"}}",
                "{\"token\":\"cut off|{\"token\":\"redacted\"",
                "<a href='/x?token=abc'>|<a href='/x?token=redacted'>"
            })
    void bodies_of_refusals_lose_what_servers_repeat(String body, String expected) {
        assertThat(Secrets.BUILT_IN.maskedBody(body)).isEqualTo(expected);
        assertThat(Secrets.BUILT_IN.maskedBody(expected)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "authorization",
                "Cookie",
                "SET-COOKIE",
                "X-Auth-Token",
                "X-Authorization",
                "X-Api-Key",
                "Proxy-Authorization"
            })
    void secret_header_fields_are_known_without_case(String name) {
        assertThat(Secrets.BUILT_IN.isSecretHeader(name)).isTrue();
    }

    @Test
    void ordinary_texts_and_headers_stay() {
        String text = "expected a decimal number at $.author?x=1, but was {\"mail\":\"a@b.c\"} // see ws://h/x";

        assertThat(Secrets.BUILT_IN.masked(text)).isEqualTo(text);
        assertThat(Secrets.BUILT_IN.isSecretHeader("WWW-Authenticate")).isFalse();
        assertThat(Secrets.BUILT_IN.isSecretHeader("Sec-WebSocket-Accept")).isFalse();
    }
}
