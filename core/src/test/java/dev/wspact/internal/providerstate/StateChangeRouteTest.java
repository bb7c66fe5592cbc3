package dev.wspact.internal.providerstate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.wspact.contract.ProviderState;
import dev.wspact.internal.time.Deadline;
import dev.wspact.verification.HttpProxy;
import dev.wspact.verification.StateChange;
import dev.wspact.verification.Tls;
import dev.wspact.verification.VerificationOptions;
import dev.wspact.wire.OpeningHandshake;
import dev.wspact.wire.Script;
import dev.wspact.wire.ScriptedServer;
import java.net.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** State changes and the proxy of the options. */
@Timeout(60)
class StateChangeRouteTest {
    private static final ProviderState NEWS = new ProviderState("there is news", Map.of());
    private static final HttpProxy.Credentials ME = new HttpProxy.Credentials("me", "hunter2");

    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();
    private final BlockingQueue<OpeningHandshake> asked = new LinkedBlockingQueue<>();

    @Test
    void a_state_change_goes_through_the_proxy_which_finds_the_host_by_itself() throws Exception {
        try (ScriptedServer proxy =
                        ScriptedServer.start(answering(200, "{\"id\":7}", "Content-Type: application/json"));
                ProviderStates states = through(proxy.port(), ME, "http://shop.invalid/states")) {
            states.setUp(List.of(NEWS), values, soon());

            assertThat(values).containsEntry("id", 7L);
            OpeningHandshake request = asked.remove();
            assertThat(request.line()).isEqualTo("POST http://shop.invalid/states HTTP/1.1");
            assertThat(request.header("Proxy-Authorization")).isEqualTo("Basic bWU6aHVudGVyMg==");
        }
    }

    @Test
    void tls_goes_through_a_tunnel() throws Exception {
        Script tunnel = peer -> {
            asked.add(peer.request());
            peer.raw("HTTP/1.1 200 OK\r\n\r\n").drop();
        };
        try (ScriptedServer proxy = ScriptedServer.start(tunnel);
                ProviderStates states = through(proxy.port(), null, "https://shop.invalid/states")) {
            ProviderStateException failure = catchThrowableOfType(
                    ProviderStateException.class, () -> states.setUp(List.of(NEWS), values, soon()));

            assertThat(failure.problem())
                    .contains(
                            "at https://shop.invalid/states through the proxy localhost:" + proxy.port() + " failed: ");
            assertThat(asked.remove().line()).isEqualTo("CONNECT shop.invalid:443 HTTP/1.1");
        }
    }

    @Test
    void the_own_machine_is_asked_directly_and_gets_no_password_of_a_proxy() throws Exception {
        try (ScriptedServer server = ScriptedServer.start(answering(200, ""));
                ProviderStates states =
                        through(ScriptedServer.unusedPort(), ME, "http://localhost:" + server.port() + "/states")) {
            states.setUp(List.of(NEWS), values, soon());

            OpeningHandshake request = asked.remove();
            assertThat(request.line()).isEqualTo("POST /states HTTP/1.1");
            assertThat(request.headers().values("Proxy-Authorization")).isEmpty();
        }
    }

    @Test
    void a_proxy_that_wants_credentials_is_told_with_what_to_do() throws Exception {
        try (ScriptedServer proxy = ScriptedServer.start(answering(407, "", "Proxy-Authenticate: Basic realm=\"x\""))) {
            String port = String.valueOf(proxy.port());

            ProviderStateException unknown = failure(proxy.port(), null, "http://shop.invalid/states");
            assertThat(unknown.problem())
                    .isEqualTo("the setup of the provider state \"there is news\" at http://shop.invalid/states through"
                            + " the proxy localhost:" + port + " was answered with 407");
            assertThat(unknown.remedy()).startsWith("Give the proxy credentials");
            assertThat(failure(proxy.port(), ME, "http://shop.invalid/states").remedy())
                    .startsWith("Check the user and the password of the proxy");
            ProviderStateException tunnel = failure(proxy.port(), ME, "https://shop.invalid/states");
            assertThat(tunnel.remedy()).contains("-Djdk.http.auth.tunneling.disabledSchemes=");
            assertThat(tunnel.problem()).doesNotContain("hunter2");
        }
    }

    @Test
    void a_proxy_that_refuses_or_is_not_there_is_told_of() throws Exception {
        try (ScriptedServer proxy = ScriptedServer.start(answering(403, "not from here"))) {
            ProviderStateException refused = failure(proxy.port(), null, "http://shop.invalid/states");
            assertThat(refused.problem()).endsWith("was answered with 403: not from here");
            assertThat(refused.remedy()).contains("If it was the proxy that answered", "nonProxyHosts");
        }
        ProviderStateException gone = failure(ScriptedServer.unusedPort(), null, "http://shop.invalid/states");
        assertThat(gone.problem()).contains("the proxy does not listen there");
        assertThat(gone.remedy()).contains("wspact.proxy");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:8080/s",
                "http://LOCALHOST/s",
                "http://shop.localhost/s",
                "http://127.0.0.1/s",
                "http://127.1.2.3:99/s",
                "http://[::1]:8080/s",
                "http://[0:0:0:0:0:0:0:1]/s",
                "http://db.inner.example/s",
                "http:///s"
            })
    void hosts_that_are_excluded_and_the_own_machine_are_reached_directly(String url) {
        var route = new StateChangeRoute(new HttpProxy("proxy.example", 3128, ME, List.of("*.INNER.example")));

        assertThat(route.select(URI.create(url))).containsExactly(Proxy.NO_PROXY);
        assertThat(route.authorization(URI.create(url))).isNull();
        assertThat(route.told(URI.create(url))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://shop.example/s", "https://128.0.0.1/s", "http://localhost.example/s", "http://[::2]/s"})
    void other_hosts_are_reached_through_the_proxy(String url) {
        var route = new StateChangeRoute(new HttpProxy("proxy.example", 3128, null, List.of("*.inner.example")));

        assertThat(route.select(URI.create(url))).hasToString("[HTTP @ proxy.example/<unresolved>:3128]");
        assertThat(route.told(URI.create(url))).isEqualTo(" through the proxy proxy.example:3128");
        assertThat(new StateChangeRoute(null).select(URI.create(url))).containsExactly(Proxy.NO_PROXY);
    }

    private ProviderStateException failure(int port, HttpProxy.@Nullable Credentials credentials, String url) {
        try (ProviderStates states = through(port, credentials, url)) {
            return catchThrowableOfType(
                    ProviderStateException.class, () -> states.setUp(List.of(NEWS), values, soon()));
        }
    }

    private static ProviderStates through(int port, HttpProxy.@Nullable Credentials credentials, String url) {
        return new ProviderStates(VerificationOptions.of(URI.create("ws://localhost:1/"))
                .stateChange(StateChange.at(URI.create(url)))
                .tls(new Tls(null, null, true))
                .proxy(new HttpProxy("localhost", port, credentials, List.of()))
                .build());
    }

    private Script answering(int status, String body, String... headers) {
        return peer -> {
            asked.add(peer.request());
            peer.refuse(status, List.of(headers), body);
            peer.holdSilently();
        };
    }

    private static Deadline soon() {
        return Deadline.after(Duration.ofSeconds(20));
    }
}
