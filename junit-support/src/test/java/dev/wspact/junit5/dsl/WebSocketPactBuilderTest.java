package dev.wspact.junit5.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.com.dius.pact.consumer.dsl.LambdaDsl;
import au.com.dius.pact.consumer.dsl.PactBuilder;
import au.com.dius.pact.consumer.dsl.PactDslJsonBody;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.V4Pact;
import dev.wspact.ContractFiles;
import dev.wspact.contract.Contract;
import dev.wspact.contract.ContractFormatException;
import dev.wspact.contract.Expectation;
import dev.wspact.contract.Interaction;
import dev.wspact.contract.MessageOrder;
import dev.wspact.contract.Shape;
import dev.wspact.junit5.Golden;
import dev.wspact.junit5.internal.pactjvm.PactText;
import dev.wspact.message.FrameType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class WebSocketPactBuilderTest {
    private static WebSocketPactBuilder pact() {
        return new WebSocketPactBuilder("notification-ui", "notification-service");
    }

    private static PactDslJsonBody body() {
        return new PactDslJsonBody().stringValue("type", "notification").integerType("seq", 1);
    }

    /** All that the language can say, once. */
    private static WebSocketPactBuilder everything() {
        return pact().channel("/notifications", channel -> channel.subprotocols("v1.notify", "v0.notify")
                        .header("X-Tenant", "t1")
                        .query("user", "42"))
                .expectsToReceive("a notification", push -> push.given("user 42 exists", Map.of("id", 42))
                        .triggeredBy("a notification arrives for user 42")
                        .channel(channel -> channel.query("since", "0"))
                        .afterSending(
                                new PactDslJsonBody().stringValue("type", "auth"), step -> step.awaits("/type", "ack"))
                        .afterSending(
                                MessageBody.json("{\"type\":\"subscribe\",\"topic\":\"news\"}"),
                                step -> step.after(Duration.ofMillis(200)))
                        .comment("pushed by the inbox")
                        .reference("asyncapi", "messageId", "notification")
                        .withContent(body().stringType("topic", "news").stringType("at", "2026-11-25T10:00:00Z"))
                        .atLeast(1)
                        .atMost(3)
                        .within(Duration.ofSeconds(5))
                        .ordered(MessageOrder.Rule.STRICTLY_INCREASING, "/seq", "/topic")
                        .heartbeat(Duration.ofSeconds(10))
                        .timestamp("/at"))
                .expectsToReceive("a greeting", push -> push.withContent(MessageBody.text("hello")))
                .expectsToReceive(
                        "a picture", push -> push.withContent(MessageBody.bytes(new byte[] {1, 2, (byte) 0xff})))
                .expectsToReceive(
                        "a status",
                        push -> push.withContent(MessageBody.schema(
                                        "{\"type\":\"object\",\"required\":[\"up\"],\"properties\":{\"up\":{\"type\":\"boolean\"}}}",
                                        "{\"up\":true}")
                                .asBinaryMessage()))
                .expectsReply("a report", exchange -> exchange.given("there is a report")
                        .withRequest(LambdaDsl.newJsonBody(request ->
                                        request.stringValue("op", "report").stringType("id", "r1"))
                                .build())
                        .willRespondWith(new PactDslJsonBody()
                                .stringValue("op", "accepted")
                                .stringType("id", "r1"))
                        .willRespondWith(
                                LambdaDsl.newJsonBody(reply -> reply.stringType("id", "r1")
                                                .eachLike("rows", row -> row.integerType("n", 1)))
                                        .build(),
                                Duration.ofSeconds(2))
                        .correlatedBy("/id"))
                .expectsHandshake("an anonymous client", handshake -> handshake
                        .anonymous()
                        .withStatus(401)
                        .withHeader("WWW-Authenticate", "Bearer")
                        .withHeaderMatching("X-Request-Id", "[0-9a-f]+", "0a1b")
                        .withBody(new PactDslJsonBody().stringValue("error", "invalid_token")))
                .expectsClose("an expired session", close -> close.triggeredBy("the token expires")
                        .withCode(4001)
                        .withReasonMatching("token .*", "token expired")
                        .within(Duration.ofSeconds(10)));
    }

    @Test
    void everything_is_written_as_the_format_says() {
        Golden.assertEqual(
                "dsl/everything.json", ContractFiles.toPact(everything().toContract()));
    }

    @Test
    void everything_round_trips() {
        String written = ContractFiles.toPact(everything().toContract());
        assertThat(ContractFiles.toPact(ContractFiles.parsePact(written, "again")))
                .isEqualTo(written);
    }

    @Test
    void the_pact_says_the_same_as_the_contract() {
        V4Pact pact = everything().toPact();
        assertThat(ContractFiles.toPact(PactText.contract(pact, "the pact")))
                .isEqualTo(ContractFiles.toPact(everything().toContract()));
        assertThat(pact.getInteractions()).hasSize(7).allSatisfy(interaction -> assertThat(interaction.isV4())
                .isTrue());
    }

    @Test
    void the_channel_of_the_pact_is_that_of_each_interaction() {
        Contract contract = pact().channel("/a")
                .expectsToReceive("first", push -> push.withContent(body()))
                .channel("/b")
                .expectsToReceive("second", push -> push.channel(channel -> channel.subprotocols("x"))
                        .withContent(body()))
                .toContract();
        assertThat(contract.interactions())
                .extracting(each -> each.setup().channel().path())
                .containsExactly("/a", "/b");
        assertThat(contract.interactions().get(0).setup().channel().subprotocols())
                .isEmpty();
        assertThat(contract.interactions().get(1).setup().channel().subprotocols())
                .containsExactly("x");
    }

    @Test
    void a_trigger_is_a_state_too() {
        Interaction interaction = only(push -> push.triggeredBy("it happens").withContent(body()));
        assertThat(interaction.setup().trigger()).containsExactly("it happens");
        assertThat(interaction.setup().states()).extracting("name").containsExactly("it happens");
    }

    @Test
    void text_of_a_type_that_pact_takes_for_binary_is_still_a_text_message() {
        Interaction interaction = only(push -> push.withContent(MessageBody.text("(a)", "application/x-unheard-of")));
        assertThat(((Expectation.Push) interaction.expectation()).message().effectiveFrame())
                .isEqualTo(FrameType.TEXT);
    }

    @Test
    void a_schema_takes_the_place_of_matching_rules() {
        Interaction interaction = only(push -> push.withContent(MessageBody.schema("{\"type\":\"integer\"}", "7")));
        assertThat(((Expectation.Push) interaction.expectation()).message().shape())
                .isInstanceOf(Shape.Schema.class);
    }

    @Test
    void goes_on_with_what_pacts_builder_has_begun() {
        var begun = new PactBuilder("ui", "service", PactSpecVersion.V4).given("it is morning");
        begun.expectsToReceiveMessageInteraction(
                "a plain message", message -> message.withContents(contents -> contents.withContent(body())));
        Contract contract = WebSocketPactBuilder.of(begun)
                .expectsToReceive("a pushed message", push -> push.withContent(body()))
                .toContract();
        assertThat(contract.consumer()).isEqualTo("ui");
        assertThat(contract.provider()).isEqualTo("service");
        assertThat(contract.interactions())
                .extracting(Interaction::description)
                .containsExactly("a plain message", "a pushed message");
    }

    @Test
    void wrong_values_are_said_where_they_are_written() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> only(push -> push.withContent(body()).timestamp("$.at")))
                .withMessage(
                        "A JSON Pointer begins with /, such as \"/items/0/id\", but this one is \"$.at\", which is a"
                                + " JSON path");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> only(push -> push.withContent(body()).within(Duration.ZERO)))
                .withMessage("\"within\" must be longer than nothing and no longer than a day, but is PT0S");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> only(push -> push.withContent(body()).atMost(0)))
                .withMessage("\"atMost\" must be at least 1, but is 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> only(push -> push.afterSending(body()).withContent(body())))
                .withMessageContaining("compared by value")
                .withMessageContaining("stringValue instead of stringType");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MessageBody.json("{"))
                .withMessageStartingWith("the message is not JSON: ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MessageBody.text(""))
                .withMessageStartingWith("The message is empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pact().channel("notifications?user=1"))
                .withMessageContaining("begins with / and has neither query nor fragment");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pact().expectsClose("closed", close -> close.withCode(42)))
                .withMessageContaining("between 1000 and 4999");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pact().expectsHandshake("refused", handshake -> handshake.withStatus(42)))
                .withMessageContaining("between 100 and 599");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pact().expectsToReceive(" ", push -> push.withContent(body())))
                .withMessageContaining("A description is blank");
    }

    @Test
    void what_spans_several_values_is_said_when_the_pact_is_built() {
        assertThatThrownBy(() -> pact().expectsToReceive(
                                "a notification",
                                push -> push.withContent(body()).atLeast(3).atMost(2))
                        .toPact())
                .isInstanceOf(ContractFormatException.class)
                .hasMessageContaining("the pact of notification-ui with notification-service")
                .hasMessageContaining("\"atMost\" is 2, which is below the fewest that must arrive, 3");
        assertThatThrownBy(() -> pact().expectsToReceive("a notification", push -> push.withContent(body()))
                        .expectsReply("a notification", exchange -> exchange.withRequest(body())
                                .willRespondWith(body()))
                        .toPact())
                .hasMessageContaining("there is another interaction \"a notification\" with the same provider states");
        assertThatThrownBy(() -> pact().expectsToReceive(
                                "a number",
                                push -> push.withContent(MessageBody.schema("{\"type\":\"integer\"}", "\"seven\"")))
                        .toPact())
                .isInstanceOf(ContractFormatException.class);
    }

    private static Interaction only(Function<PushBuilder, Push> push) {
        List<Interaction> interactions =
                pact().expectsToReceive("a message", push).toContract().interactions();
        assertThat(interactions).hasSize(1);
        return interactions.get(0);
    }
}
