package dev.wspact.internal.contractfile;

import static dev.wspact.internal.contractfile.Pacts.named;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wspact.contract.Channel;
import dev.wspact.contract.Contents;
import dev.wspact.contract.Contract;
import dev.wspact.contract.Expectation;
import dev.wspact.contract.Interaction;
import dev.wspact.contract.MessageOrder;
import dev.wspact.contract.ProviderState;
import dev.wspact.contract.Receive;
import dev.wspact.contract.SendStep;
import dev.wspact.contract.Shape;
import dev.wspact.message.FrameType;
import dev.wspact.message.Headers;
import dev.wspact.message.JsonText;
import dev.wspact.message.Payload;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Reads and writes contractfile/every-field.json, which has every field that a Pact file can have, but for schemas. */
class EveryFieldTest {
    private static String text;
    private static Contract contract;

    @BeforeAll
    static void read() throws IOException {
        text = Pacts.resource("every-field.json");
        contract = Pacts.read(text);
    }

    @Test
    void writes_what_it_read_byte_for_byte() {
        assertThat(PactWriter.write(contract)).isEqualTo(text);
    }

    @Test
    void names_consumer_provider_and_source() {
        assertThat(contract.consumer()).isEqualTo("dashboard");
        assertThat(contract.provider()).isEqualTo("price-feed");
        assertThat(contract.source()).isEqualTo("pact.json");
        assertThat(contract.notes()).isEmpty();
    }

    @Test
    void keeps_what_is_not_understood() {
        assertThat(contract.extras())
                .containsOnlyKeys("/consumer/team", "/metadata/pactRust", "/_links")
                .containsEntry("/consumer/team", new JsonText("\"web\""));
        assertThat(named(contract, "a tick").origin().extras())
                .containsOnlyKeys("/providerStates/1/since", "/contents/note", "/transport", "/comments/text");
        assertThat(named(contract, "a history").origin().extras())
                .containsOnlyKeys("/request/extra", "/response/1/extra");
    }

    @Test
    void reads_a_push() {
        Interaction tick = named(contract, "a tick");
        Expectation.Push push = (Expectation.Push) tick.expectation();

        assertThat(tick.key()).isEqualTo("tick");
        assertThat(tick.pending()).isTrue();
        assertThat(push.receive()).isEqualTo(new Receive(2, 10, Duration.ofSeconds(5)));
        assertThat(push.order()).isEqualTo(new MessageOrder("/seq", MessageOrder.Rule.STRICTLY_INCREASING, "/symbol"));
        assertThat(push.heartbeat()).isEqualTo(Duration.ofSeconds(10));
        assertThat(push.timestamp()).isEqualTo("/at");
        assertThat(push.message().frame()).isEqualTo(FrameType.TEXT);
        assertThat(push.message().contents()).isEqualTo(Contents.json("{\"price\":12.5,\"seq\":1,\"type\":\"tick\"}"));
        assertThat(push.message().shape())
                .isEqualTo(new Shape.Rules(new JsonText(
                        "{\"body\":{\"$.price\":{\"combine\":\"AND\",\"matchers\":[{\"match\":\"decimal\"}]}}}")));
        assertThat(push.message().generators().value()).contains("RandomInt");
        assertThat(push.message().metadata().value()).isEqualTo("{\"contentType\":\"application/json\"}");
    }

    @Test
    void reads_provider_states_with_parameters_as_java_values() {
        ProviderState state = named(contract, "a tick").setup().states().get(0);

        assertThat(state.name()).isEqualTo("the market is open");
        assertThat(state.params())
                .containsEntry("symbol", "ACME")
                .containsEntry("depth", 5L)
                .containsEntry("ratio", new BigDecimal("0.5"))
                .containsEntry("big", new BigInteger("18446744073709551615"))
                .containsEntry("live", true)
                .containsEntry("none", null)
                .containsEntry("tags", Arrays.asList("a", Map.of("b", List.of())))
                .hasSize(7);
    }

    @Test
    void reads_the_channel() {
        Channel channel = named(contract, "a tick").setup().channel();

        assertThat(channel)
                .isEqualTo(new Channel(
                        "/prices",
                        Map.of("symbol", List.of("ACME", "EMCA"), "flat", List.of("")),
                        new Headers(Map.of("x-tenant", List.of("t1"))),
                        List.of("v2.prices", "v1.prices"),
                        Channel.Credentials.VERIFIER));
        assertThat(named(contract, "an anonymous client is refused")
                        .setup()
                        .channel()
                        .anonymous())
                .isTrue();
    }

    @Test
    void reads_the_steps_that_the_client_sends() {
        List<SendStep> send = named(contract, "a tick").setup().send();

        assertThat(send).hasSize(3);
        assertThat(send.get(0).awaits())
                .containsExactly(
                        Map.entry("/of", new JsonText("{\"op\":\"auth\"}")),
                        Map.entry("/type", new JsonText("\"ack\"")));
        assertThat(send.get(0).generators().value()).contains("${token}");
        assertThat(send.get(1).frame()).isEqualTo(FrameType.BINARY);
        assertThat(send.get(1).contents().payload()).isEqualTo(Payload.Binary.of(new byte[] {'s', 'u', 'b'}));
        assertThat(send.get(1).after()).isEqualTo(Duration.ofMillis(1500));
        assertThat(send.get(2).contents()).isEqualTo(new Contents(new Payload.Text("PING"), "text/plain", null));
        assertThat(named(contract, "a tick").setup().trigger()).containsExactly("ACME moves");
    }

    @Test
    void reads_an_exchange() {
        Expectation.Exchange exchange =
                (Expectation.Exchange) named(contract, "a history").expectation();

        assertThat(exchange.correlate()).isEqualTo("/id");
        assertThat(exchange.request().frame()).isEqualTo(FrameType.TEXT);
        assertThat(exchange.responses()).hasSize(2);
        assertThat(exchange.responses().get(0).within()).isEqualTo(Duration.ofSeconds(2));
        assertThat(exchange.responses().get(1).message().frame()).isEqualTo(FrameType.BINARY);
        assertThat(exchange.responses().get(1).message().place().pointer()).endsWith("/response/1");
    }

    @Test
    void reads_events_and_what_cannot_be_checked() {
        assertThat(contract.interactions())
                .extracting(interaction -> interaction.expectation().type().word())
                .containsExactlyInAnyOrder(
                        "push", "push", "push", "push", "exchange", "exchange", "other", "handshake", "close", "close");
        Expectation.NotCheckable http =
                (Expectation.NotCheckable) named(contract, "a list of symbols").expectation();
        assertThat(http.problem()).isEqualTo("this is a plain HTTP interaction, not a WebSocket message");
        assertThat(http.remedy()).contains("notification-service-ws");
        assertThat(http.original().value()).contains("/symbols");
    }

    @Test
    void knows_where_everything_stands() {
        Interaction tick = named(contract, "a tick");
        Expectation.Push push = (Expectation.Push) tick.expectation();
        int index = contract.interactions().indexOf(tick);
        List<String> lines = text.lines().toList();

        assertThat(tick.origin().place().pointer()).isEqualTo("/interactions/" + index);
        assertThat(lines.get(tick.origin().place().line() - 1)).isEqualTo("    {");
        assertThat(push.message().place().pointer()).isEqualTo("/interactions/" + index + "/contents");
        assertThat(lines.get(push.message().place().line() - 1)).isEqualTo("      \"contents\": {");
    }
}
