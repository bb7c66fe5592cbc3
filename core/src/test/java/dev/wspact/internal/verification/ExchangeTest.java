package dev.wspact.internal.verification;

import static dev.wspact.internal.verification.Bench.exactly;
import static dev.wspact.internal.verification.Bench.exchange;
import static dev.wspact.internal.verification.Bench.framed;
import static dev.wspact.internal.verification.Bench.generated;
import static dev.wspact.internal.verification.Bench.like;
import static dev.wspact.internal.verification.Bench.push;
import static dev.wspact.internal.verification.Bench.verdicts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wspact.contract.Contents;
import dev.wspact.contract.Expectation;
import dev.wspact.contract.ExpectedMessage;
import dev.wspact.contract.Interaction;
import dev.wspact.contract.Setup;
import dev.wspact.contract.Shape;
import dev.wspact.message.FrameType;
import dev.wspact.message.JsonText;
import dev.wspact.message.Payload;
import dev.wspact.verdict.ContractResult;
import dev.wspact.verdict.Mismatch;
import dev.wspact.verdict.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExchangeTest {
    private static final Interaction PING =
            exchange("a ping", "{\"type\":\"ping\",\"id\":7}", null, like("{\"type\":\"pong\",\"id\":7}", "type"));

    private final Bench bench = new Bench();

    @Test
    void the_response_to_the_request_is_judged() {
        ContractResult result = bench.plays(
                        s -> s.onSend((server, text) -> server.reply(5, "{\"type\":\"pong\",\"id\":8}")))
                .verify(PING);

        assertThat(verdicts(result)).containsExactly(Verdict.PASSED);
        assertThat(bench.sessions.get(0).sent()).containsExactly("{\"type\":\"ping\",\"id\":7}");
        assertThat(bench.sessions.get(0).sinceOpen()).isEqualTo(Duration.ofMillis(5));
    }

    @Test
    void chatter_between_request_and_response_does_not_break_the_exchange() {
        bench.plays(s -> s.text(1, "{\"type\":\"beat\"}").onSend((server, text) -> {
            server.reply(5, "{\"type\":\"beat\"}");
            server.reply(6, "{\"type\":\"pong\",\"id\":8}");
        }));

        assertThat(bench.verdict(PING)).isEqualTo(Verdict.PASSED);
    }

    @Test
    void a_wrong_response_fails() {
        bench.plays(s -> s.onSend((server, text) -> server.reply(5, "{\"type\":\"pong\",\"id\":\"8\"}")));

        assertThat(bench.verdict(PING))
                .isInstanceOfSatisfying(Verdict.Failed.class, failed -> assertThat(failed.mismatches())
                        .extracting(m -> m.address().path())
                        .containsExactly("$.id"));
    }

    @Test
    void no_response_is_not_seen() {
        assertThat(bench.plays(s -> {}).verdict(PING)).isInstanceOfSatisfying(Verdict.NotSeen.class, seen -> {
            assertThat(seen.expected()).isEqualTo("the response to \"a ping\"");
            assertThat(seen.waited()).isEqualTo(Duration.ofSeconds(10));
        });
    }

    @Test
    void every_response_is_judged_in_its_place() {
        Interaction two = exchange(
                "an order",
                "{\"type\":\"order\"}",
                null,
                like("{\"type\":\"ack\"}", "type"),
                like("{\"type\":\"done\",\"n\":1}", "type"));

        assertThat(new Bench()
                        .plays(s -> s.onSend((server, text) -> {
                            server.reply(1, "{\"type\":\"ack\"}");
                            server.reply(2, "{\"type\":\"done\",\"n\":2}");
                        }))
                        .verdict(two))
                .isEqualTo(Verdict.PASSED);
        assertThat(new Bench()
                        .plays(s -> s.onSend((server, text) -> {
                            server.reply(1, "{\"type\":\"ack\"}");
                            server.reply(2, "{\"type\":\"done\",\"n\":\"2\"}");
                        }))
                        .verdict(two))
                .isInstanceOf(Verdict.Failed.class);
        assertThat(bench.plays(s -> s.onSend((server, text) -> server.reply(1, "{\"type\":\"ack\"}")))
                        .verdict(two))
                .isInstanceOfSatisfying(Verdict.NotSeen.class, seen -> assertThat(seen.expected())
                        .isEqualTo("the response 2 of 2 to \"an order\""));
    }

    @Test
    void each_response_has_its_own_time_counted_from_the_request() {
        var hurried = new Expectation.Exchange(
                exactly("{\"type\":\"ping\"}"),
                List.of(
                        new Expectation.Response(like("{\"type\":\"ack\"}", "type"), Duration.ofSeconds(1)),
                        new Expectation.Response(like("{\"type\":\"pong\"}", "type"), Duration.ofSeconds(3))),
                null);
        Interaction interaction = Bench.interaction("a ping", Setup.NONE, hurried);

        assertThat(new Bench()
                        .plays(s -> s.onSend((server, text) -> {
                            server.reply(900, "{\"type\":\"ack\"}");
                            server.reply(2900, "{\"type\":\"pong\"}");
                        }))
                        .verdict(interaction))
                .isEqualTo(Verdict.PASSED);
        assertThat(bench.plays(s -> s.onSend((server, text) -> {
                            server.reply(900, "{\"type\":\"ack\"}");
                            server.reply(3100, "{\"type\":\"pong\"}");
                        }))
                        .verdict(interaction))
                .isInstanceOfSatisfying(
                        Verdict.NotSeen.class, seen -> assertThat(seen.waited()).isEqualTo(Duration.ofSeconds(3)));
    }

    @Test
    void without_correlation_requests_go_out_one_after_the_other() {
        Interaction second = exchange("a query", "{\"type\":\"query\"}", null, like("{\"type\":\"answer\"}", "type"));
        bench.plays(s -> s.onSend((server, text) -> {
            assertThat(server.sinceOpen()).isEqualTo(Duration.ofMillis(text.contains("ping") ? 0 : 500));
            server.reply(500, text.contains("ping") ? "{\"type\":\"pong\",\"id\":1}" : "{\"type\":\"answer\"}");
        }));

        ContractResult result = bench.verify(PING, second);

        assertThat(verdicts(result)).containsExactly(Verdict.PASSED, Verdict.PASSED);
        assertThat(bench.requests).hasSize(1);
        assertThat(bench.sessions.get(0).sent()).hasSize(2);
    }

    @Test
    void with_correlation_requests_are_in_flight_together_and_replies_may_overtake() {
        Interaction one = exchange(
                "one", "{\"type\":\"get\",\"id\":1}", "/id", like("{\"type\":\"got\",\"id\":1,\"v\":1}", "type"));
        Interaction two = exchange(
                "two", "{\"type\":\"get\",\"id\":2}", "/id", like("{\"type\":\"got\",\"id\":2,\"v\":\"x\"}", "type"));
        bench.plays(s -> s.onSend((server, text) -> {
            assertThat(server.sinceOpen()).isEqualTo(Duration.ZERO);
            if (text.contains("2")) {
                server.reply(10, "{\"type\":\"got\",\"id\":2,\"v\":\"y\"}");
            } else {
                server.reply(20, "{\"type\":\"got\",\"id\":1.0,\"v\":5}");
            }
        }));

        assertThat(verdicts(bench.verify(one, two))).containsExactly(Verdict.PASSED, Verdict.PASSED);
    }

    @Test
    void equal_correlation_values_are_not_in_flight_together() {
        Interaction one = exchange("one", "{\"type\":\"a\",\"id\":1}", "/id", like("{\"ok\":true,\"id\":1}"));
        Interaction two = exchange("two", "{\"type\":\"b\",\"id\":1}", "/id", like("{\"ok\":\"yes\",\"id\":1}"));
        bench.plays(s -> s.onSend((server, text) ->
                server.reply(10, text.contains("\"a\"") ? "{\"ok\":true,\"id\":1}" : "{\"ok\":\"yes\",\"id\":1}")));

        assertThat(verdicts(bench.verify(one, two))).containsExactly(Verdict.PASSED, Verdict.PASSED);
    }

    @Test
    void binary_replies_go_by_position_even_with_correlation() {
        ExpectedMessage chunk = framed(
                new ExpectedMessage(
                        new Contents(Payload.Binary.of(new byte[] {1, 2}), "application/octet-stream", null),
                        null,
                        Shape.EQUAL,
                        JsonText.EMPTY_OBJECT,
                        JsonText.EMPTY_OBJECT,
                        Bench.place("/response/1")),
                FrameType.BINARY);
        Interaction download = exchange(
                "a download", "{\"type\":\"get\",\"id\":1}", "/id", like("{\"type\":\"got\",\"id\":1}", "type"), chunk);
        bench.plays(s -> s.onSend((server, text) -> {
            server.reply(1, "{\"type\":\"got\",\"id\":1}");
            server.replyBinary(2, (byte) 1, (byte) 2);
        }));

        assertThat(bench.verdict(download)).isEqualTo(Verdict.PASSED);
    }

    @Test
    void a_request_without_the_correlation_value_is_not_checkable() {
        Interaction odd = exchange("odd", "{\"type\":\"get\"}", "/id", like("{\"id\":1}"));

        assertThat(bench.plays(s -> {}).verdict(odd))
                .isInstanceOfSatisfying(Verdict.Errored.class, errored -> assertThat(errored.problem())
                        .isEqualTo("not checkable: the request has no value at /id, where \"correlate\" points"));
    }

    @Test
    void generators_fill_the_request_from_state_values_and_the_correlation_follows() {
        var request = generated(
                exactly("{\"type\":\"get\",\"id\":1}"),
                "{\"body\":{\"$.id\":{\"type\":\"ProviderState\",\"expression\":\"${id}\"}}}");
        Interaction get = Bench.interaction(
                "a get",
                Bench.states("an item exists"),
                new Expectation.Exchange(
                        request,
                        List.of(new Expectation.Response(like("{\"type\":\"got\",\"id\":1}", "type"), null)),
                        "/id"));
        bench.statesReturn(Map.of("id", 42))
                .plays(s -> s.onSend((server, text) -> {
                    assertThat(text).contains("42");
                    server.reply(1, "{\"type\":\"got\",\"id\":1}");
                    server.reply(2, "{\"type\":\"got\",\"id\":42}");
                }));

        ContractResult result = bench.verify(get);

        assertThat(verdicts(result)).containsExactly(Verdict.PASSED);
        assertThat(result.interactions().get(0).messages()).isEqualTo(1);
    }

    @Test
    void pushes_and_exchanges_of_equal_setup_share_a_connection() {
        Interaction tick = push("a tick", like("{\"type\":\"tick\"}", "type"));
        bench.plays(s -> s.text(3, "{\"type\":\"tick\"}")
                .onSend((server, text) -> server.reply(5, "{\"type\":\"pong\",\"id\":1}")));

        assertThat(verdicts(bench.verify(tick, PING))).containsExactly(Verdict.PASSED, Verdict.PASSED);
    }

    @Test
    void without_discriminator_the_closest_unclaimed_message_explains_the_missing_response() {
        Interaction loose = exchange("a ping", "{\"q\":1}", null, like("{\"answer\":1}"));
        bench.plays(s -> s.onSend((server, text) -> server.reply(1, "{\"answer\":\"one\"}")));

        assertThat(bench.verdict(loose))
                .isInstanceOfSatisfying(Verdict.Failed.class, failed -> assertThat(failed.mismatches())
                        .extracting(Mismatch::rule)
                        .containsExactly("type"));
    }

    @Test
    void a_connection_that_closes_before_the_request_is_told() {
        bench.plays(s -> s.close(0, 1008, "go away"));

        assertThat(bench.verdict(PING))
                .isInstanceOfSatisfying(Verdict.NotSeen.class, seen -> assertThat(seen.expected())
                        .contains("the response to \"a ping\"", "1008 \"go away\""));
    }
}
