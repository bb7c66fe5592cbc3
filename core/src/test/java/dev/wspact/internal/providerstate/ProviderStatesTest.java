package dev.wspact.internal.providerstate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.wspact.contract.ProviderState;
import dev.wspact.internal.time.Deadline;
import dev.wspact.verification.ProviderStateHandler;
import dev.wspact.verification.StateChange;
import dev.wspact.verification.Tls;
import dev.wspact.verification.VerificationOptions;
import dev.wspact.wire.Script;
import dev.wspact.wire.ScriptedServer;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ProviderStatesTest {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final ProviderState USER = state("user exists", "id", 42L);
    private static final ProviderState NEWS = state("there is news");

    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();
    private final BlockingQueue<String> posts = new LinkedBlockingQueue<>();

    @Test
    void a_handler_sets_up_in_order_and_tears_down_in_reverse() throws Exception {
        List<String> calls = new ArrayList<>();
        try (ProviderStates states = handledBy(new ProviderStateHandler() {
            @Override
            public Map<String, @Nullable Object> setUp(ProviderState state) {
                calls.add("set up " + state.name());
                return Map.of("by", state.name(), state.name(), 1);
            }

            @Override
            public void tearDown(ProviderState state) {
                calls.add("tear down " + state.name());
            }
        })) {
            states.setUp(List.of(USER, NEWS), values, soon());
            states.tearDown(List.of(USER, NEWS), soon());

            assertThat(states.canChangeStates()).isTrue();
        }

        assertThat(calls)
                .containsExactly(
                        "set up user exists",
                        "set up there is news",
                        "tear down there is news",
                        "tear down user exists");
        assertThat(values)
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("by", "there is news", "user exists", 1, "there is news", 1));
    }

    @Test
    void a_handler_that_fails_is_named_with_its_error_and_ends_the_set_up() {
        List<String> calls = new ArrayList<>();
        try (ProviderStates states = handledBy(state -> {
            calls.add(state.name());
            throw new IllegalStateException("no database");
        })) {
            ProviderStateException e = catchThrowableOfType(
                    ProviderStateException.class, () -> states.setUp(List.of(USER, NEWS), values, soon()));

            assertThat(e.problem())
                    .isEqualTo("the handler could not set up the provider state \"user exists\": "
                            + "java.lang.IllegalStateException: no database");
            assertThat(e.remedy()).startsWith("Mend the handler");
            assertThat(calls).containsExactly("user exists");
        }
    }

    @Test
    void a_failed_assertion_in_a_handler_is_a_failure_like_any_other() {
        try (ProviderStates states = handledBy(state -> {
            throw new AssertionError("not ready");
        })) {
            assertThatThrownBy(() -> states.setUp(List.of(USER), values, soon()))
                    .isInstanceOf(ProviderStateException.class)
                    .hasMessageContaining("java.lang.AssertionError: not ready");
        }
    }

    @Test
    void every_state_is_torn_down_even_if_some_cannot_be() {
        List<String> calls = new ArrayList<>();
        try (ProviderStates states = handledBy(new ProviderStateHandler() {
            @Override
            public Map<String, @Nullable Object> setUp(ProviderState state) {
                return Map.of();
            }

            @Override
            public void tearDown(ProviderState state) {
                calls.add(state.name());
                throw new IllegalStateException("stuck");
            }
        })) {
            ProviderStateException e = catchThrowableOfType(
                    ProviderStateException.class, () -> states.tearDown(List.of(USER, NEWS), soon()));

            assertThat(calls).containsExactly("there is news", "user exists");
            assertThat(e.problem()).contains("could not tear down the provider state \"there is news\"");
            assertThat(e.getSuppressed()).singleElement().asString().contains("user exists");
        }
    }

    @Test
    void without_handler_and_url_states_are_passed_over() throws Exception {
        try (ProviderStates states = new ProviderStates(options().build())) {
            states.setUp(List.of(USER), values, soon());
            states.tearDown(List.of(USER), soon());

            assertThat(states.canChangeStates()).isFalse();
            assertThat(values).isEmpty();
        }
    }

    @Test
    void the_url_is_posted_what_pacts_verifiers_post_and_its_values_are_kept() throws Exception {
        String answer = "{\"token\":\"t\",\"id\":7,\"rate\":1.50,\"list\":[1],\"none\":null}";
        try (ScriptedServer server = ScriptedServer.start(recordsAnd(answers(200, "application/json", answer)));
                ProviderStates states = posting(new StateChange(http(server, "/states?a=b"), true, true))) {
            states.setUp(List.of(USER), values, soon());
            states.tearDown(List.of(USER), soon());

            assertThat(posts.remove())
                    .startsWith("POST /states?a=b HTTP/1.1\n")
                    .contains("Content-Type: application/json\n")
                    .endsWith("\n\n{\"state\":\"user exists\",\"params\":{\"id\":42},\"action\":\"setup\"}");
            assertThat(posts.remove()).endsWith("\"action\":\"teardown\"}");
            assertThat(posts).isEmpty();
            assertThat(states.canChangeStates()).isTrue();
        }
        assertThat(values).containsEntry("token", "t").containsEntry("id", 7L).containsEntry("none", null);
        assertThat(values).containsEntry("rate", new BigDecimal("1.50")).containsEntry("list", List.of(1L));
    }

    @Test
    void the_url_takes_the_state_in_the_query_if_told_so() throws Exception {
        ProviderState state = state("a & b", "text", "x y", "flag", true, "map", Map.of("k", 1L));
        try (ScriptedServer server = ScriptedServer.start(recordsAnd(answers(204, "text/plain", "")));
                ProviderStates states = posting(new StateChange(http(server, "/s?a=b"), false, false))) {
            states.setUp(List.of(state), values, soon());
            states.tearDown(List.of(state), soon());

            assertThat(posts.remove())
                    .startsWith("POST /s?a=b&state=a%20%26%20b&action=setup&text=x%20y&flag=true"
                            + "&map=%7B%22k%22%3A1%7D HTTP/1.1\n");
            assertThat(posts).as("no teardown unless asked for").isEmpty();
        }
    }

    @Test
    void user_info_of_the_url_becomes_basic_authentication() throws Exception {
        try (ScriptedServer server = ScriptedServer.start(recordsAnd(answers(200, "text/plain", "ok")));
                ProviderStates states = posting(
                        StateChange.at(URI.create("http://Aladdin:open%20sesame@localhost:" + server.port() + "/s")))) {
            states.setUp(List.of(NEWS), values, soon());

            assertThat(posts.remove())
                    .contains("Authorization: Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==\n")
                    .contains("\"params\":{}");
            assertThat(values).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 400, 404, 500})
    void another_status_than_2xx_is_an_error_with_the_begin_of_the_body(int status) throws Exception {
        try (ScriptedServer server = ScriptedServer.start(answers(status, "text/plain", "é".repeat(300)));
                ProviderStates states = posting(StateChange.at(http(server, "/s")))) {
            ProviderStateException e = catchThrowableOfType(
                    ProviderStateException.class, () -> states.setUp(List.of(NEWS), values, soon()));

            assertThat(e.problem())
                    .isEqualTo("the setup of the provider state \"there is news\" at http://localhost:" + server.port()
                            + "/s was answered with " + status + ": " + "é".repeat(200) + "…");
            assertThat(e.remedy()).contains("2xx");
        }
    }

    @Test
    void an_answer_that_says_json_and_is_not_is_an_error() throws Exception {
        try (ScriptedServer server = ScriptedServer.start(answers(200, "application/json; charset=utf-8", "{oops"));
                ProviderStates states = posting(StateChange.at(http(server, "/s")))) {
            ProviderStateException e = catchThrowableOfType(
                    ProviderStateException.class, () -> states.setUp(List.of(NEWS), values, soon()));

            assertThat(e.problem()).contains("is not JSON, though its content type says so", "{oops");
            assertThat(e.remedy()).contains("JSON object");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1,2]", "\"text\"", "null", ""})
    void json_that_is_no_object_has_no_values(String body) throws Exception {
        try (ScriptedServer server = ScriptedServer.start(answers(200, "application/json", body));
                ProviderStates states = posting(StateChange.at(http(server, "/s")))) {
            states.setUp(List.of(NEWS), values, soon());

            assertThat(values).isEmpty();
        }
    }

    @Test
    void silence_ends_at_the_deadline_also_in_the_middle_of_the_body() throws Exception {
        Script silent = peer -> {
            peer.request();
            peer.raw("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf");
            peer.holdSilently();
        };
        try (ScriptedServer server = ScriptedServer.start(silent);
                ProviderStates states = posting(StateChange.at(http(server, "/s")))) {
            long begin = System.nanoTime();

            assertThatThrownBy(() -> states.setUp(List.of(NEWS), values, Deadline.after(Duration.ofMillis(500))))
                    .isInstanceOf(ProviderStateException.class)
                    .hasMessageContaining("was not answered in time");
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
            assertThat(server.awaitNoConnection(LONG)).isTrue();
        }
    }

    @Test
    void an_endless_answer_is_an_error() throws Exception {
        Script endless = peer -> {
            peer.request();
            peer.raw("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n");
            peer.untilGone(again -> again.raw(" ".repeat(10_000)));
        };
        try (ScriptedServer server = ScriptedServer.start(endless);
                ProviderStates states = posting(StateChange.at(http(server, "/s")))) {
            assertThatThrownBy(() -> states.setUp(List.of(NEWS), values, soon()))
                    .isInstanceOf(ProviderStateException.class)
                    .hasMessageContaining("larger than 1048576 bytes");
        }
    }

    @Test
    void a_refused_port_is_an_error_with_a_remedy() throws Exception {
        URI url = URI.create("http://user:secret@localhost:" + ScriptedServer.unusedPort() + "/s");
        try (ProviderStates states = posting(StateChange.at(url))) {
            ProviderStateException e = catchThrowableOfType(
                    ProviderStateException.class, () -> states.setUp(List.of(NEWS), values, soon()));

            assertThat(e.problem()).contains("nothing listens there").doesNotContain("secret");
            assertThat(e.remedy()).contains("wspact.stateChangeUrl");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://localhost/s", "localhost", "http:///s"})
    void a_url_that_is_not_http_is_an_error_with_a_remedy(String url) {
        try (ProviderStates states = posting(StateChange.at(URI.create(url)))) {
            assertThatThrownBy(() -> states.setUp(List.of(NEWS), values, soon()))
                    .isInstanceOf(ProviderStateException.class)
                    .hasMessageContaining("is not an HTTP URL");
        }
    }

    @Test
    void https_trusts_the_trust_store_of_the_options(@TempDir Path directory) throws Exception {
        try (ScriptedServer server = ScriptedServer.startTls(answers(200, "text/plain", ""))) {
            URI url = URI.create("https://localhost:" + server.port() + "/s");
            Tls trusting = new Tls(ScriptedServer.trustStore(directory), ScriptedServer.PASSWORD);
            try (ProviderStates states = new ProviderStates(options()
                            .stateChange(StateChange.at(url))
                            .tls(trusting)
                            .build());
                    ProviderStates doubting = posting(StateChange.at(url))) {
                states.setUp(List.of(NEWS), values, soon());

                assertThatThrownBy(() -> doubting.setUp(List.of(NEWS), values, soon()))
                        .isInstanceOf(ProviderStateException.class)
                        .hasMessageContaining("certification path");
            }
        }
    }

    @Test
    void an_interrupt_ends_the_wait_and_is_kept() throws Exception {
        AtomicReference<Boolean> kept = new AtomicReference<>(false);
        try (ScriptedServer server = ScriptedServer.start(dev.wspact.wire.Connection::holdSilently);
                ProviderStates states = posting(StateChange.at(http(server, "/s")))) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> states.setUp(List.of(NEWS), values, soon()))
                    .isInstanceOf(ProviderStateException.class)
                    .hasMessageContaining("interrupted");
            kept.set(Thread.interrupted());
        }
        assertThat(kept).hasValue(true);
    }

    private Script recordsAnd(Script answer) {
        return peer -> {
            var request = peer.request();
            StringBuilder text = new StringBuilder(request.line() + "\n");
            request.headers()
                    .fields()
                    .forEach((name, fields) -> fields.forEach(value ->
                            text.append(name).append(": ").append(value).append('\n')));
            List<String> length = request.headers().values("Content-Length");
            byte[] body = peer.readBytes(length.isEmpty() ? 0 : Integer.parseInt(length.get(0)));
            posts.add(text + "\n" + new String(body, StandardCharsets.UTF_8));
            answer.play(peer);
        };
    }

    private static Script answers(int status, String contentType, String body) {
        return peer -> peer.refuse(status, List.of("Content-Type: " + contentType, "Connection: close"), body);
    }

    private static ProviderState state(String name, Object... params) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (int i = 0; i < params.length; i += 2) {
            map.put((String) params[i], params[i + 1]);
        }
        return new ProviderState(name, map);
    }

    private static ProviderStates handledBy(ProviderStateHandler handler) {
        return new ProviderStates(options()
                .stateHandler(handler)
                .stateChange(StateChange.at(URI.create("http://localhost:1/never-asked")))
                .build());
    }

    private static ProviderStates posting(StateChange stateChange) {
        return new ProviderStates(options().stateChange(stateChange).build());
    }

    private static VerificationOptions.Builder options() {
        return VerificationOptions.of(URI.create("ws://localhost:1/"));
    }

    private static URI http(ScriptedServer server, String path) {
        return URI.create("http://localhost:" + server.port() + path);
    }

    private static Deadline soon() {
        return Deadline.after(LONG);
    }
}
