package dev.wspact.junit5.documented;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.dsl.PactDslJsonBody;
import au.com.dius.pact.core.model.V4Pact;
import dev.wspact.contract.MessageOrder;
import dev.wspact.junit5.dsl.WebSocketPactBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LanguageTest {
    private static V4Pact orders(WebSocketPactBuilder pact) {
        return pact.channel(
                        "/orders", channel -> channel.subprotocols("v2.orders").header("X-Tenant", "t1"))
                .expectsToReceive("a price", push -> push.withContent(new PactDslJsonBody()
                                .stringValue("type", "price")
                                .integerType("seq", 1)
                                .stringType("symbol", "ACME"))
                        .atLeast(2)
                        .ordered(MessageOrder.Rule.GAPLESS, "/seq", "/symbol")
                        .heartbeat(Duration.ofSeconds(12)))
                .expectsReply("an order", exchange -> exchange.given("the market is open")
                        .withRequest(
                                new PactDslJsonBody().stringValue("op", "buy").stringType("requestId", "r1"))
                        .willRespondWith(new PactDslJsonBody()
                                .stringValue("op", "accepted")
                                .stringType("requestId", "r1"))
                        .willRespondWith(
                                new PactDslJsonBody()
                                        .stringValue("op", "filled")
                                        .stringType("requestId", "r1"),
                                Duration.ofSeconds(2))
                        .correlatedBy("/requestId"))
                .expectsHandshake(
                        "an anonymous client",
                        handshake -> handshake.anonymous().withStatus(401).withHeader("WWW-Authenticate", "Bearer"))
                .expectsClose("an expired session", close -> close.triggeredBy("the token expires")
                        .withCode(4001)
                        .withReason("token expired"))
                .toPact();
    }

    @Test
    void says_what_the_page_shows() {
        assertThat(orders(new WebSocketPactBuilder("trading-desk", "order-service"))
                        .getInteractions())
                .hasSize(4);
    }
}
