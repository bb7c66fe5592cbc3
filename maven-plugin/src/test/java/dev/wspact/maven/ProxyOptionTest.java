package dev.wspact.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.wspact.verification.HttpProxy;
import java.net.URI;
import java.util.List;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProxyOptionTest {
    private static final URI WS = URI.create("ws://feed.example/ticks");
    private static final URI WSS = URI.create("wss://feed.example/ticks");

    private static Proxy proxy(String protocol, String host, boolean active) {
        Proxy proxy = new Proxy();
        proxy.setId(host);
        proxy.setProtocol(protocol);
        proxy.setHost(host);
        proxy.setPort(3128);
        proxy.setActive(active);
        return proxy;
    }

    private static @Nullable HttpProxy pick(@Nullable String text, URI server, Proxy... settings) {
        return new ProxyOption(List.of(settings), new Decrypting()).pick(text, server);
    }

    private static @Nullable String hostOf(@Nullable HttpProxy picked) {
        return picked == null ? null : picked.host();
    }

    @Test
    void a_proxy_that_is_named_goes_before_the_settings_and_serves_all_hosts() {
        HttpProxy picked = pick("http://me:open%20sesame+1@[::1]:8080", WS, proxy("http", "other", true));

        assertThat(picked)
                .isEqualTo(new HttpProxy("::1", 8080, new HttpProxy.Credentials("me", "open sesame+1"), List.of()));
        assertThat(pick("http://proxy", WSS)).isEqualTo(new HttpProxy("proxy", 80, null, List.of()));
        assertThat(pick("none", WS, proxy("http", "other", true))).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "proxy:8080|must be written as http://host:port",
                "https://me:hunter2@proxy|must be written as http://host:port",
                "socks5://proxy|must be written as http://host:port",
                "http://me:hunter2@proxy:0|port is 0",
                "http://me:hunter2@proxy:65536|port is 65536",
                "http://me:hunter2 @proxy:1|is not a URL"
            })
    void what_is_no_proxy_is_rejected_without_showing_its_password(String text, String problem) {
        assertThatExceptionOfType(BadOptionException.class)
                .isThrownBy(() -> pick(text, WS))
                .withMessageContaining("wspact.proxy")
                .withMessageContaining(problem)
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("hunter2"));
    }

    @Test
    void the_active_proxy_of_the_settings_serves_its_protocol() {
        Proxy http = proxy("http", "plain", true);
        Proxy https = proxy("HTTPS", "secure", true);

        assertThat(hostOf(pick(null, WS, https, http))).isEqualTo("plain");
        assertThat(hostOf(pick(" ", WSS, http, https))).isEqualTo("secure");
        assertThat(hostOf(pick(null, WSS, http))).isEqualTo("plain");
        assertThat(pick(null, WS, https)).isNull();
        assertThat(pick(null, WS, proxy("http", "off", false), proxy("socks5", "socks", true)))
                .isNull();
    }

    @Test
    void the_settings_say_who_goes_directly_and_the_own_machine_always_does() {
        Proxy settings = proxy("http", "plain", true);
        settings.setNonProxyHosts("*.intern|build-?*, db");

        HttpProxy picked = pick(null, WS, settings);

        assertThat(picked).isNotNull();
        assertThat(List.of("localhost", "127.0.0.1", "::1", "feed.intern", "db"))
                .noneMatch(picked::covers);
        assertThat(List.of("feed.example", "intern", "db2")).allMatch(picked::covers);
    }

    @Test
    void passwords_of_the_settings_are_decrypted_and_never_shown() {
        Proxy settings = proxy("http", "plain", true);
        settings.setUsername("me");
        settings.setPassword("{hunter2}");

        HttpProxy picked = pick(null, WS, settings);

        assertThat(picked).isNotNull();
        assertThat(picked.credentials()).isEqualTo(new HttpProxy.Credentials("me", "decrypted {hunter2}"));
        assertThat(picked.toString()).doesNotContain("hunter2");
    }

    @Test
    void a_proxy_of_the_settings_that_cannot_be_is_named() {
        Proxy settings = proxy("http", "plain", true);
        settings.setPort(0);

        assertThatExceptionOfType(BadOptionException.class)
                .isThrownBy(() -> pick(null, WS, settings))
                .withMessageContaining("settings.xml")
                .withMessageContaining("port is 0");
    }

    /** Marks what it has decrypted. */
    private static final class Decrypting implements SettingsDecrypter {
        @Override
        public SettingsDecryptionResult decrypt(SettingsDecryptionRequest request) {
            Proxy proxy = request.getProxies().get(0).clone();
            if (proxy.getPassword() != null) {
                proxy.setPassword("decrypted " + proxy.getPassword());
            }
            return new Result(proxy);
        }
    }

    private record Result(Proxy proxy) implements SettingsDecryptionResult {
        @Override
        public Server getServer() {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Server> getServers() {
            return List.of();
        }

        @Override
        public Proxy getProxy() {
            return proxy;
        }

        @Override
        public List<Proxy> getProxies() {
            return List.of(proxy);
        }

        @Override
        public List<SettingsProblem> getProblems() {
            return List.of();
        }
    }
}
