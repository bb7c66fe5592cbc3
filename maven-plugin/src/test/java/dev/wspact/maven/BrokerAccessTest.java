package dev.wspact.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.wspact.broker.BrokerCredentials;
import java.net.URI;
import java.util.List;
import java.util.Properties;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BrokerAccessTest {
    private static final URI URL = URI.create("https://broker.example");

    private final Properties user = new Properties();

    private static Server server(@Nullable String name, @Nullable String password) {
        Server server = new Server();
        server.setId("broker");
        server.setUsername(name);
        server.setPassword(password);
        return server;
    }

    private BrokerAccess access(Server... servers) {
        BrokerSettings settings =
                new BrokerSettings(new PactNames(user, new Properties(), new Properties()), line -> {});
        return new BrokerAccess(settings, List.of(servers), new Opening());
    }

    /** Takes away the braces. */
    private static final class Opening implements SettingsDecrypter {
        @Override
        public SettingsDecryptionResult decrypt(SettingsDecryptionRequest request) {
            Server server = request.getServers().get(0).clone();
            if (server.getPassword() != null) {
                server.setPassword(server.getPassword().replaceAll("[{}]", ""));
            }
            return new Opened(server);
        }
    }

    private record Opened(Server server) implements SettingsDecryptionResult {
        @Override
        public Server getServer() {
            return server;
        }

        @Override
        public List<Server> getServers() {
            return List.of(server);
        }

        @Override
        public Proxy getProxy() {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Proxy> getProxies() {
            return List.of();
        }

        @Override
        public List<SettingsProblem> getProblems() {
            return List.of();
        }
    }

    private static BrokerAccess.Parameters parameters(@Nullable String url) {
        return new BrokerAccess.Parameters(url, null, null, null, null, new BrokerAccess.Authentication(null, null));
    }

    private @Nullable BrokerCredentials credentials(Server... servers) {
        return access(servers).options(URL, parameters(null)).build().credentials();
    }

    @Test
    void nobody_is_told_who_we_are_unless_it_is_set() {
        assertThat(credentials()).isNull();
    }

    @Test
    void a_token_goes_before_a_user_and_both_before_a_server() {
        user.setProperty("pact.broker.serverId", "broker");
        assertThat(credentials(server("me", "pw"))).isEqualTo(new BrokerCredentials.Basic("me", "pw"));
        user.setProperty("pact.broker.username", "you");
        assertThat(credentials()).isEqualTo(new BrokerCredentials.Basic("you", ""));
        user.setProperty("pact.broker.token", "t0k");
        user.setProperty("pact.broker.authenticationHeader", "X-Auth");
        assertThat(credentials()).isEqualTo(new BrokerCredentials.Bearer("t0k", "X-Auth"));
    }

    @Test
    void a_password_without_a_user_is_a_token_and_a_scheme_says_so_too() {
        user.setProperty("pact.broker.serverId", "broker");
        assertThat(credentials(server(null, "t0k"))).isEqualTo(new BrokerCredentials.Bearer("t0k"));
        user.setProperty("pact.broker.authenticationScheme", "Bearer");
        assertThat(credentials(server("me", "t0k"))).isEqualTo(new BrokerCredentials.Bearer("t0k"));
        // as pact-jvm has it
        assertThat(credentials(server("t0k", null))).isEqualTo(new BrokerCredentials.Bearer("t0k"));
    }

    @Test
    void an_encrypted_password_is_opened() {
        user.setProperty("pact.broker.serverId", "broker");
        assertThat(credentials(server("me", "{pw}"))).isEqualTo(new BrokerCredentials.Basic("me", "pw"));
    }

    @Test
    void what_makes_no_sense_is_told_without_a_secret() {
        user.setProperty("pact.broker.serverId", "nobody");
        assertThatExceptionOfType(BadOptionException.class)
                .isThrownBy(() -> credentials(server("me", "pw")))
                .withMessageContaining("no <server> with this id");
        user.setProperty("pact.broker.serverId", "broker");
        user.setProperty("pact.broker.authenticationScheme", "digest");
        assertThatExceptionOfType(BadOptionException.class)
                .isThrownBy(() -> credentials(server("me", "pw")))
                .withMessage("pact.broker.authenticationScheme is \"digest\". Write basic or bearer.");
        assertThatExceptionOfType(BadOptionException.class)
                .isThrownBy(() -> access().url(parameters("https://me:s3cret@broker.example/?x")))
                .withMessageNotContaining("s3cret");
    }

    @Test
    void the_url_comes_from_any_of_its_names() {
        assertThat(access().url(parameters(null))).isNull();
        user.setProperty("pactbroker.url", "http://localhost:9292/");
        assertThat(access().url(parameters(null))).isEqualTo(URI.create("http://localhost:9292/"));
    }
}
