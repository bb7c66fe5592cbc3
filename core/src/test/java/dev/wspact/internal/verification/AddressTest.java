package dev.wspact.internal.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wspact.contract.Channel;
import dev.wspact.message.Headers;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressTest {
    private static String url(String verifier, @Nullable String path, Map<String, List<String>> query) {
        return Address.of(URI.create(verifier), new Channel(path, query, Headers.NONE, List.of(), null))
                .toString();
    }

    @ParameterizedTest
    @CsvSource({
        "ws://h:1/base?a=1, , ws://h:1/base?a=1",
        "ws://h, , ws://h",
        "ws://h:1/base?a=1, /feed, ws://h:1/feed?a=1",
        "ws://h:1/base/?a=1, /feed, ws://h:1/base/feed?a=1",
        "ws://h:1/base/, feed, ws://h:1/base/feed",
        "ws://h:1/a%20b//, /feed/, ws://h:1/a%20b//feed/",
        "ws://h:1/base/, , ws://h:1/base/",
        "ws://h:1/, /feed, ws://h:1/feed",
        "'ws://h/feed?a=%2F&b=+&c', , 'ws://h/feed?a=%2F&b=+&c'",
        "'ws://h/x?a=%2F&b=+&c', /feed, 'ws://h/feed?a=%2F&b=+&c'",
        "wss://[::1]:9/x, /feed, wss://[::1]:9/feed",
        "ws://u:p@h/x, /feed, ws://u:p@h/feed",
        "ws://h, /a b/ü, ws://h/a%20b/%C3%BC",
        "ws://h, /a%20b/100%, ws://h/a%20b/100%25",
        "ws://h, /what?no#no, ws://h/what%3Fno%23no",
        "ws://h, '/a;b=c,d@e:f', 'ws://h/a;b=c,d@e:f'",
    })
    void the_path_of_the_contract_replaces_the_verifier_s_or_goes_below_it(
            String verifier, @Nullable String path, String expected) {
        assertThat(url(verifier, path, Map.of())).isEqualTo(expected);
    }

    @Test
    void the_query_of_the_contract_replaces_the_verifier_s_and_is_encoded() {
        Map<String, List<String>> query = new LinkedHashMap<>();
        query.put("user", List.of("42", "a&b=c+d e"));
        query.put("ü", List.of(""));

        assertThat(url("ws://h/x?old=1", null, query)).isEqualTo("ws://h/x?user=42&user=a%26b%3Dc%2Bd%20e&%C3%BC=");
    }

    @Test
    void an_anonymous_client_has_no_user_info_and_eyes_never_see_it() {
        var anonymous = new Channel(null, Map.of(), Headers.NONE, List.of(), Channel.Credentials.NONE);

        assertThat(Address.of(URI.create("ws://u:p@h:1/x"), anonymous)).hasToString("ws://h:1/x");
        assertThat(Address.shown(URI.create("ws://u:p@h:1/x?y"))).hasToString("ws://h:1/x?y");
        assertThat(Address.shown(URI.create("ws://h:1/x?y"))).hasToString("ws://h:1/x?y");
    }
}
