package dev.wspact.internal.contractfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wspact.contract.Channel;
import dev.wspact.contract.Contents;
import dev.wspact.contract.Expectation;
import dev.wspact.contract.ExpectedMessage;
import dev.wspact.contract.Interaction;
import dev.wspact.contract.InteractionType;
import dev.wspact.contract.Shape;
import dev.wspact.message.Headers;
import dev.wspact.message.JsonText;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpHandshakeTest {
    private static Interaction http(String request, String response) {
        return Pacts.only(Pacts.v4("{'type':'Synchronous/HTTP','description':'d','providerStates':[{'name':'s'}],"
                + "'request':" + request + ",'response':" + response + ",'transport':'http'}"));
    }

    private static ExpectedMessage answer(String response) {
        Interaction interaction = http("{'headers':{'upgrade':['WebSocket']}}", response);
        return ((Expectation.Handshake) interaction.expectation()).answer();
    }

    @Test
    void makes_the_request_the_channel() {
        Interaction interaction = http(
                "{'method':'GET','path':'/prices','query':{'symbol':['ACME'],'flat':'1'},'headers':{"
                        + "'Upgrade':'websocket','Connection':'Upgrade','Sec-WebSocket-Key':'x',"
                        + "'Sec-WebSocket-Protocol':['v2.prices, v1.prices'],'X-Tenant':['a','b']}}",
                "{'status':101}");

        assertThat(interaction.setup().channel())
                .isEqualTo(new Channel(
                        "/prices",
                        Map.of("symbol", List.of("ACME"), "flat", List.of("1")),
                        new Headers(Map.of("X-Tenant", List.of("a", "b"))),
                        List.of("v2.prices", "v1.prices"),
                        null));
        assertThat(interaction.setup().states()).hasSize(1);
        assertThat(interaction.origin().extras()).containsOnlyKeys("/transport");
    }

    @Test
    void makes_status_and_headers_the_contents() {
        ExpectedMessage answer = answer("{'status':401,'headers':{'WWW-Authenticate':'Bearer','Via':['a','b']},"
                + "'body':null,'generators':{}}");

        assertThat(answer.contents())
                .isEqualTo(Contents.json(
                        "{\"status\":401,\"headers\":{\"WWW-Authenticate\":[\"Bearer\"],\"Via\":[\"a\",\"b\"]}}"));
        assertThat(answer.shape()).isEqualTo(Shape.EQUAL);
        assertThat(answer.place()).hasToString("pact.json:1 #/interactions/0/response");
    }

    @Test
    void rewrites_header_rules_as_body_rules() {
        ExpectedMessage answer = answer("{'status':401,'headers':{'A':'b'},'matchingRules':{'header':{'A':"
                + "{'matchers':[{'match':'type'}]}}}}");

        assertThat(answer.shape())
                .isEqualTo(new Shape.Rules(
                        new JsonText("{\"body\":{\"$.headers['A'][*]\":{\"matchers\":[{\"match\":\"type\"}]}}}")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'match':'statusCode','status':'clientError'} | {'match':'regex','regex':'4\\\\d\\\\d'}",
                "{'match':'statusCode','status':[401,403]}     | {'match':'regex','regex':'401/403'}",
            })
    void rewrites_status_rules_as_patterns(String rule, String pattern) {
        ExpectedMessage answer =
                answer("{'status':401,'matchingRules':{'status':{'combine':'AND','matchers':[" + rule + "]}}}");

        assertThat(answer.shape())
                .isEqualTo(new Shape.Rules(
                        new JsonText(("{'body':{'$.status':{'combine':'AND','matchers':[" + pattern + "]}}}")
                                .replace('\'', '"')
                                .replace('/', '|'))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'matchers':[{'match':'statusCode','status':'strange'}]}",
                "{'matchers':[{'match':'type','status':'error'}]}",
                "{'matchers':1}"
            })
    void leaves_rules_that_it_does_not_know_to_matching(String rule) {
        assertThat(answer("{'status':401,'matchingRules':{'status':" + rule + "}}")
                        .shape())
                .isEqualTo(new Shape.Rules(new JsonText(("{'body':{'$.status':" + rule + "}}").replace('\'', '"'))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'headers':{'Upgrade':'websocket'}}|{'status':401,'body':{'content':1}}|has a body",
                "{'headers':{'Upgrade':'websocket'},'generators':{'path':{}}}|{'status':401}|generators",
                "{'headers':{'Upgrade':'websocket'}}|{'status':401,'generators':{'status':1}}|generators",
                "{'headers':{'Upgrade':'h2c'}}|{'status':401}|plain HTTP",
                "{'headers':{'Connection':'websocket'}}|{'status':401}|plain HTTP",
                "{'method':'GET'}|{'status':401}|plain HTTP",
            })
    void passes_nothing_over_that_it_cannot_express(String request, String response, String problem) {
        Interaction interaction = http(request, response);

        assertThat(interaction.expectation())
                .isInstanceOfSatisfying(Expectation.NotCheckable.class, other -> assertThat(other.problem())
                        .contains(problem));
    }

    @Test
    void is_written_as_a_message_of_the_kind_handshake() {
        Interaction interaction = http("{'path':'/p','headers':{'Upgrade':'websocket'}}", "{'status':403}");

        assertThat(InteractionWriter.write(interaction).path("type").asText()).isEqualTo("Asynchronous/Messages");
        assertThat(InteractionWriter.write(interaction).path("comments").path("websocket"))
                .hasToString("{\"channel\":{\"path\":\"/p\"},\"kind\":\"handshake\",\"version\":1}");
        assertThat(InteractionWriter.write(interaction).path("contents").path("content"))
                .hasToString("{\"status\":403}");
    }

    @Test
    void accepts_a_block_that_says_nothing_more() {
        Interaction interaction = Pacts.only(Pacts.v4("{'type':'Synchronous/HTTP','description':'d','request':"
                + "{'headers':{'Upgrade':'websocket'}},'response':{'status':401},"
                + "'comments':{'websocket':{'version':1,'kind':'handshake'}}}"));

        assertThat(interaction.expectation().type()).isEqualTo(InteractionType.HANDSHAKE);
        assertThat(interaction.setup().channel().path()).isEqualTo("/");
    }
}
