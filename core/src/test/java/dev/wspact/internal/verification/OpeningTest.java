package dev.wspact.internal.verification;

import static dev.wspact.internal.verification.Bench.handshake;
import static dev.wspact.internal.verification.Bench.like;
import static dev.wspact.internal.verification.Bench.on;
import static dev.wspact.internal.verification.Bench.push;
import static dev.wspact.internal.verification.Bench.verdicts;
import static dev.wspact.internal.verification.Bench.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wspact.contract.Channel;
import dev.wspact.contract.Interaction;
import dev.wspact.internal.websocket.ConnectOutcome;
import dev.wspact.message.HandshakeResponse;
import dev.wspact.message.Headers;
import dev.wspact.message.Payload;
import dev.wspact.message.ResponseBody;
import dev.wspact.verdict.ContractResult;
import dev.wspact.verdict.Mismatch;
import dev.wspact.verdict.Verdict;
import dev.wspact.verification.ConnectionHeaders;
import dev.wspact.verification.VerificationListener;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OpeningTest {
    private static final Interaction TICK = push("a tick", like("{\"type\":\"tick\"}", "type"));
    private static final Channel ANONYMOUS =
            new Channel("/feed", Map.of(), Headers.NONE, List.of(), Channel.Credentials.NONE);

    private final Bench bench = new Bench();

    private static ConnectOutcome refused(int status, Map<String, List<String>> headers) {
        return new ConnectOutcome.Refused(new HandshakeResponse(status, new Headers(headers)));
    }

    @Test
    void a_refusal_where_a_connection_was_relied_on_fails() {
        ContractResult result = bench.answers(refused(503, Map.of())).verify(TICK);

        assertThat(verdicts(result).get(0)).isInstanceOfSatisfying(Verdict.Failed.class, failed -> {
            Mismatch mismatch = failed.mismatches().get(0);
            assertThat(mismatch.rule()).isEqualTo("status");
            assertThat(mismatch.expected()).isEqualTo("101, an open connection");
            assertThat(mismatch.actual()).isEqualTo("503");
            assertThat(mismatch.address().connection()).isEqualTo(1);
        });
        assertThat(result.connections().get(0).handshake()).isEqualTo(new HandshakeResponse(503, Headers.NONE));
    }

    @Test
    void a_401_is_the_provider_s_break_unless_the_verifier_added_credentials() {
        assertThat(new Bench().answers(refused(401, Map.of())).verdict(TICK)).isInstanceOf(Verdict.Failed.class);
        assertThat(new Bench()
                        .options(o -> o.headers(Map.of("Authorization", List.of("Bearer old"))))
                        .answers(refused(401, Map.of()))
                        .verdict(TICK))
                .isInstanceOfSatisfying(Verdict.Errored.class, errored -> assertThat(errored.problem())
                        .isEqualTo("the server refused the connection with 401, although the verifier added credentials"
                                + " to it"));
        assertThat(bench.url("ws://me:secret@localhost:80/")
                        .answers(refused(403, Map.of()))
                        .verdict(TICK))
                .isInstanceOf(Verdict.Errored.class);
        assertThat(new Bench()
                        .options(o -> o.headers(Map.of("Authorization", List.of("Bearer old"))))
                        .answers(refused(500, Map.of()))
                        .verdict(TICK))
                .isInstanceOf(Verdict.Failed.class);
    }

    @Test
    void no_answer_is_an_error() {
        ContractResult result = bench.answers(new ConnectOutcome.Unreachable(true, "nothing listens", "start it"))
                .verify(TICK);

        assertThat(verdicts(result)).containsExactly(new Verdict.Errored("nothing listens", "start it"));
        assertThat(result.connections().get(0).handshake()).isNull();
    }

    @Test
    void a_refused_port_is_tried_again_for_as_long_as_the_options_say() {
        var nothing = new ConnectOutcome.Unreachable(true, "nothing listens", "start it");
        bench.options(o -> o.waitFor(Duration.ofSeconds(1)))
                .answers(nothing)
                .answers(nothing)
                .plays(s -> s.text(1, "{\"type\":\"tick\"}"));
        assertThat(bench.verdict(TICK)).isEqualTo(Verdict.PASSED);

        Bench never = new Bench().options(o -> o.waitFor(Duration.ofSeconds(1)));
        for (int i = 0; i < 5; i++) {
            never.answers(nothing);
        }
        assertThat(never.verdict(TICK)).isInstanceOf(Verdict.Errored.class);
        assertThat(never.requests).as("after 0, 0.1, 0.3, 0.7 and 1 s").hasSize(5);
    }

    @Test
    void a_listener_hears_that_a_server_is_waited_for() {
        var nothing = new ConnectOutcome.Unreachable(true, "nothing listens", "start it");
        List<String> heard = new ArrayList<>();
        bench.url("ws://me:secret@localhost:1/x?token=secret")
                .options(o -> o.waitFor(Duration.ofSeconds(30)))
                .listener(new VerificationListener() {
                    @Override
                    public void waiting(String awaited, long messages, Duration left) {
                        heard.add(awaited + ", " + messages + ", " + left);
                    }
                })
                .answers(nothing)
                .answers(nothing)
                .plays(s -> s.text(1, "{\"type\":\"tick\"}"))
                .verify(TICK);

        assertThat(heard)
                .containsExactly(
                        "a server at ws://localhost:1/x, 0, PT30S", "a server at ws://localhost:1/x, 0, PT29.9S");
    }

    @Test
    void an_unknown_host_is_not_tried_again() {
        bench.options(o -> o.waitFor(Duration.ofSeconds(1)))
                .answers(new ConnectOutcome.Unreachable(false, "unknown host", "correct it"));

        assertThat(bench.verdict(TICK)).isInstanceOf(Verdict.Errored.class);
    }

    @Test
    void an_unsound_101_fails() {
        var unsound = new ConnectOutcome.Unsound(
                new HandshakeResponse(101, Headers.NONE), "Sec-WebSocket-Accept", "abc", "nothing");

        assertThat(bench.answers(unsound).verdict(TICK))
                .isInstanceOfSatisfying(Verdict.Failed.class, failed -> assertThat(failed.mismatches())
                        .extracting(Mismatch::rule)
                        .containsExactly("Sec-WebSocket-Accept"));
    }

    @Test
    void one_of_the_offered_subprotocols_must_be_chosen() {
        Interaction offering = with(on(new Channel(null, Map.of(), Headers.NONE, List.of("v2", "v1"), null)), TICK);

        assertThat(new Bench()
                        .plays(s -> s.subprotocol("v1").text(1, "{\"type\":\"tick\"}"))
                        .verdict(offering))
                .isEqualTo(Verdict.PASSED);
        assertThat(bench.plays(s -> s.text(1, "{\"type\":\"tick\"}")).verdict(offering))
                .isInstanceOfSatisfying(Verdict.Failed.class, failed -> assertThat(failed.mismatches())
                        .extracting(Mismatch::rule, Mismatch::expected, Mismatch::actual)
                        .containsExactly(
                                org.assertj.core.api.Assertions.tuple("subprotocol", "one of v2, v1", "none")));
        assertThat(bench.requests.get(0).subprotocols()).containsExactly("v2", "v1");
    }

    @Test
    void headers_of_the_verifier_override_those_of_the_channel() {
        bench.options(o -> o.headers(Map.of("x-tenant", List.of("mine"), "Authorization", List.of("token"))))
                .plays(s -> s.text(1, "{\"type\":\"tick\"}"));
        var headers = new Headers(Map.of("X-Tenant", List.of("t1"), "X-Other", List.of("o")));

        assertThat(bench.verdict(with(on(new Channel(null, Map.of(), headers, List.of(), null)), TICK)))
                .isEqualTo(Verdict.PASSED);
        assertThat(bench.requests.get(0).headers())
                .isEqualTo(new Headers(Map.of(
                        "X-Tenant", List.of("mine"), "X-Other", List.of("o"), "Authorization", List.of("token"))));
    }

    @Test
    void an_anonymous_client_carries_nothing_of_the_verifier() {
        bench.url("wss://me:secret@localhost:8080/base?x=1")
                .options(o -> o.headers((interactions, states) -> {
                    throw new AssertionError("must not be asked");
                }))
                .answers(refused(401, Map.of()));

        assertThat(bench.verdict(handshake("anonymous", ANONYMOUS, "{\"status\":401}")))
                .isEqualTo(Verdict.PASSED);
        assertThat(bench.requests.get(0).url()).hasToString("wss://localhost:8080/feed?x=1");
        assertThat(bench.requests.get(0).headers()).isEqualTo(Headers.NONE);
    }

    @Test
    void headers_that_cannot_be_supplied_are_an_error() {
        ConnectionHeaders broken = (interactions, states) -> {
            throw new IOException("no token server");
        };
        assertThat(bench.options(o -> o.headers(broken)).verdict(TICK))
                .isInstanceOfSatisfying(Verdict.Errored.class, errored -> assertThat(errored.problem())
                        .isEqualTo("the header fields of the opening handshake could not be supplied:"
                                + " java.io.IOException: no token server"));
    }

    @Test
    void a_handshake_is_judged_by_status_and_headers_whatever_the_case_of_their_names() {
        Interaction basic =
                handshake("anonymous", ANONYMOUS, "{\"status\":401,\"headers\":{\"WWW-Authenticate\":[\"Basic\"]}}");

        assertThat(new Bench()
                        .answers(refused(401, Map.of("www-authenticate", List.of("Basic"), "Date", List.of("x"))))
                        .verdict(basic))
                .isEqualTo(Verdict.PASSED);
        assertThat(new Bench()
                        .answers(refused(403, Map.of("WWW-Authenticate", List.of("Basic"))))
                        .verdict(basic))
                .isInstanceOfSatisfying(Verdict.Failed.class, failed -> {
                    assertThat(failed.mismatches()).extracting(Mismatch::rule).containsExactly("status");
                    assertThat(failed.mismatches().get(0).address().path()).isEqualTo("$.status");
                });
        assertThat(new Bench().answers(refused(401, Map.of())).verdict(basic)).isInstanceOf(Verdict.Failed.class);
        assertThat(new Bench().plays(s -> {}).verdict(basic))
                .as("a connection that is accepted although it must be refused")
                .isInstanceOf(Verdict.Failed.class);
        assertThat(new Bench()
                        .answers(new ConnectOutcome.Unreachable(false, "p", "r"))
                        .verdict(basic))
                .isEqualTo(new Verdict.Errored("p", "r"));
    }

    private static ConnectOutcome refusedWith(Payload body) {
        return new ConnectOutcome.Refused(new HandshakeResponse(403, Headers.NONE, new ResponseBody(body, true)));
    }

    @Test
    void a_body_is_judged_as_the_contract_speaks_of_it() {
        var json = new Payload.Text("{\"error\": \"expired\", \"hint\": \"renew\"}");
        Interaction asJson = handshake("json", ANONYMOUS, "{\"status\":403,\"body\":{\"error\":\"expired\"}}");
        Interaction asText = handshake("text", ANONYMOUS, "{\"status\":403,\"body\":\"no entry\"}");

        assertThat(new Bench().answers(refusedWith(json)).verdict(asJson)).isEqualTo(Verdict.PASSED);
        assertThat(new Bench()
                        .answers(refusedWith(new Payload.Text("no entry")))
                        .verdict(asText))
                .isEqualTo(Verdict.PASSED);
        assertThat(List.of(
                        new Bench()
                                .answers(refusedWith(new Payload.Text("{\"error\":1}")))
                                .verdict(asJson),
                        new Bench()
                                .answers(refusedWith(new Payload.Text("expired")))
                                .verdict(asJson),
                        new Bench()
                                .answers(refusedWith(Payload.Binary.of(new byte[3])))
                                .verdict(asJson),
                        new Bench()
                                .answers(refusedWith(new Payload.Text("no  entry")))
                                .verdict(asText),
                        new Bench()
                                .answers(refusedWith(Payload.Binary.of(new byte[3])))
                                .verdict(asText),
                        new Bench().answers(refused(403, Map.of())).verdict(asText)))
                .allSatisfy(verdict -> assertThat(verdict)
                        .isInstanceOfSatisfying(Verdict.Failed.class, failed -> assertThat(
                                        failed.mismatches().get(0).address().path())
                                .startsWith("$.body")));
    }

    private static List<Arguments> refusals() {
        return List.of(
                Arguments.of(401, "WWW-Authenticate", "Bearer realm=\"a\"", "it asks for the scheme Bearer"),
                Arguments.of(302, "Location", "wss://other/feed", "wspact.followRedirects"),
                Arguments.of(404, "", "", "correct the path in wspact.url"),
                Arguments.of(407, "Proxy-Authenticate", "Basic", "wspact.proxy"),
                Arguments.of(426, "Sec-WebSocket-Version", "8", "speak version 13"),
                Arguments.of(426, "Upgrade", "websocket", "let it pass on the fields Upgrade and Connection"),
                Arguments.of(429, "Retry-After", "Fri, 31 Dec 2027 23:59:59 GMT", "after Fri, 31 Dec 2027"),
                Arguments.of(500, "", "", "see the log of feed"),
                Arguments.of(502, "", "", "a gateway"),
                Arguments.of(503, "Retry-After", "30", "once feed is ready, in 30 s"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void a_refusal_says_what_the_server_said_and_what_fits_to_do(
            int status, String field, String value, String remedy) {
        var headers = field.isEmpty() ? Map.<String, List<String>>of() : Map.of(field, List.of(value));

        assertThat(bench.answers(refused(status, headers)).verdict(TICK))
                .isInstanceOfSatisfying(Verdict.Failed.class, failed -> {
                    Mismatch mismatch = failed.mismatches().get(0);
                    assertThat(mismatch.actual())
                            .isEqualTo(field.isEmpty() ? "" + status : status + ", " + field + ": " + value);
                    assertThat(mismatch.remedy()).contains(remedy);
                });
    }

    @Test
    void an_accepted_handshake_can_be_relied_on_too() {
        Interaction accepted = handshake("accepted", Bench.channel("/feed"), "{\"status\":101}");

        assertThat(bench.plays(s -> {}).verdict(accepted)).isEqualTo(Verdict.PASSED);
        assertThat(bench.sessions.get(0).isClosed()).isTrue();
        var unsound =
                new ConnectOutcome.Unsound(new HandshakeResponse(101, Headers.NONE), "Upgrade", "websocket", "h2c");
        assertThat(new Bench().answers(unsound).verdict(accepted)).isInstanceOf(Verdict.Failed.class);
    }

    @Test
    void a_handshake_with_the_verifier_s_credentials_that_are_refused_is_an_error_unless_that_was_expected() {
        var headers = Map.of("Authorization", List.of("old"));
        Interaction gone = handshake("gone", Bench.channel("/feed"), "{\"status\":410}");
        assertThat(bench.options(o -> o.headers(headers))
                        .answers(refused(401, Map.of()))
                        .verdict(gone))
                .isInstanceOf(Verdict.Errored.class);
        Interaction forbidden = handshake("forbidden", Bench.channel("/feed"), "{\"status\":401}");
        assertThat(new Bench()
                        .options(o -> o.headers(headers))
                        .answers(refused(401, Map.of()))
                        .verdict(forbidden))
                .isEqualTo(Verdict.PASSED);
    }

    @Test
    void handshakes_and_closes_have_connections_of_their_own() {
        Interaction refusal = with(TICK.setup(), handshake("accepted", Channel.DEFAULT, "{\"status\":101}"));
        Interaction close = Bench.close("a close", "{\"code\":4001}", null);
        bench.plays(s -> s.text(1, "{\"type\":\"tick\"}")).plays(s -> {}).plays(s -> s.close(1, 4001, "bye"));

        ContractResult result = bench.verify(TICK, refusal, close);

        assertThat(verdicts(result)).containsOnly(Verdict.PASSED);
        assertThat(result.interactions()).extracting(i -> i.connection()).containsExactly(1, 2, 3);
        assertThat(result.connections()).extracting(c -> c.number()).containsExactly(1, 2, 3);
    }

    @Test
    void different_channels_states_and_sends_have_connections_of_their_own_in_contract_order() {
        Interaction other = with(Bench.states("s"), push("b", like("{\"type\":\"tick\"}", "type")));
        Interaction third = push("c", like("{\"type\":\"tock\"}", "type"));
        bench.plays(s -> s.text(1, "{\"type\":\"tick\"}").text(2, "{\"type\":\"tock\"}"))
                .plays(s -> {});

        ContractResult result = bench.verify(TICK, other, third);

        assertThat(result.interactions())
                .extracting(i -> i.subject().description(), i -> i.connection(), i -> i.verdict()
                        .word())
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple("a tick", 1, "passed"),
                        org.assertj.core.api.Assertions.tuple("b", 2, "not-seen"),
                        org.assertj.core.api.Assertions.tuple("c", 1, "passed"));
    }
}
