package dev.wspact.internal.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wspact.PactBroker;
import dev.wspact.broker.BrokerException;
import dev.wspact.broker.PacticipantVersion;
import dev.wspact.broker.ResultPublication;
import dev.wspact.contract.InteractionType;
import dev.wspact.contract.Place;
import dev.wspact.internal.broker.ScriptedBroker.Reply;
import dev.wspact.internal.broker.ScriptedBroker.Request;
import dev.wspact.internal.json.StrictJson;
import dev.wspact.verdict.Arrival;
import dev.wspact.verdict.ContractResult;
import dev.wspact.verdict.InteractionResult;
import dev.wspact.verdict.Mismatch;
import dev.wspact.verdict.Uncontracted;
import dev.wspact.verdict.Verdict;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ResultPublishingTest {
    private static final String PACT =
            """
            {"consumer": {"name": "ui"}, "provider": {"name": "svc"},
             "interactions": [{"_id": "id-0", "description": "a tick"}, {"_id": "id-1", "description": "a pong"}],
             "_links": {"pb:publish-verification-results": {"href": "BASE/results"}}}""";
    private static final Verdict FAILED = new Verdict.Failed(
            List.of(new Mismatch(
                    new Mismatch.Address(1, 2, Duration.ZERO, "$.price", new Place("pact", "", 0)),
                    "type",
                    "a number",
                    "\"x\"",
                    "fix it")),
            0);
    private static final PacticipantVersion P1 =
            new PacticipantVersion("svc", "p1", "feat/x", List.of("dev"), URI.create("http://ci/p/1"));

    private ScriptedBroker server;
    private PactBroker broker;

    @BeforeEach
    void start() throws IOException {
        server = new ScriptedBroker(ResultPublishingTest::reply);
        broker = PactBroker.of(server.options().build());
    }

    @AfterEach
    void stop() throws IOException {
        broker.close();
        server.close();
    }

    private static @Nullable Reply reply(Request request) {
        if (request.isIndex()) {
            return null;
        }
        if (request.method().equals("GET")) {
            return Reply.json(200, PACT);
        }
        boolean success = request.body().contains("\"success\":true,\"providerApplicationVersion\"");
        return Reply.json(
                201, "{\"success\": " + success + ", \"_links\": {\"self\": {\"href\": \"BASE/results/7\"}}}");
    }

    private static InteractionResult interaction(int index, String description, Verdict verdict) {
        return new InteractionResult(
                new InteractionResult.Subject(
                        description,
                        null,
                        List.of(),
                        InteractionType.PUSH,
                        new Place("pact", "/interactions/" + index, 1)),
                verdict,
                1,
                1);
    }

    private ContractResult result(InteractionResult... interactions) {
        return result(server.url() + "/pacts/provider/svc/consumer/ui/pact-version/abc", interactions);
    }

    private static ContractResult result(String source, InteractionResult... interactions) {
        return new ContractResult(
                new ContractResult.Subject("ui", "svc", source, List.of()),
                List.of(interactions),
                List.of(),
                new Uncontracted(List.of(), false),
                new ContractResult.Period(Instant.EPOCH, Duration.ZERO));
    }

    private ResultPublication publish(ContractResult result) {
        List<ResultPublication> publications = broker.publishResults(List.of(result), P1);
        assertThat(publications).hasSize(1);
        return publications.get(0);
    }

    private String withheld(ContractResult result) {
        ResultPublication publication = publish(result);
        assertThat(publication).isInstanceOf(ResultPublication.Withheld.class);
        assertThat(server.lines()).noneMatch(line -> line.startsWith("POST") || line.startsWith("PUT"));
        return ((ResultPublication.Withheld) publication).reason();
    }

    @Test
    void branch_and_tags_go_first_then_the_result_with_every_interaction() throws Exception {
        ResultPublication publication =
                publish(result(interaction(0, "a tick", Verdict.PASSED), interaction(1, "a pong", Verdict.PASSED)));

        assertThat(publication)
                .isEqualTo(new ResultPublication.Published("ui", true, URI.create(server.url() + "/results/7")));
        assertThat(server.lines())
                .containsExactly(
                        "GET /pacts/provider/svc/consumer/ui/pact-version/abc",
                        "PUT /pacticipants/svc/branches/feat%2Fx/versions/p1",
                        "PUT /pacticipants/svc/versions/p1/tags/dev",
                        "POST /results");
        assertThat(StrictJson.read(server.requests().get(3).body()))
                .isEqualTo(
                        StrictJson.read(
                                """
                                {"success": true, "providerApplicationVersion": "p1", "buildUrl": "http://ci/p/1",
                                 "testResults": [
                                   {"interactionId": "id-0", "interactionDescription": "a tick", "success": true},
                                   {"interactionId": "id-1", "interactionDescription": "a pong", "success": true}],
                                 "verifiedBy": {"implementation": "wspact"}}"""));
    }

    @Test
    void a_break_is_published_with_its_reasons_and_a_pending_one_is_a_break_too() throws Exception {
        Verdict notSeen =
                new Verdict.NotSeen("a pong", Duration.ofSeconds(2), List.of(new Arrival("tick", 3, "{}")), "send it");
        publish(result(interaction(0, "a tick", FAILED), interaction(1, "a pong", new Verdict.Pending(notSeen))));

        JsonNode sent = StrictJson.read(server.requests().get(3).body());
        assertThat(sent.path("success").booleanValue()).isFalse();
        assertThat(sent.path("testResults"))
                .isEqualTo(
                        StrictJson.read(
                                """
                                [{"interactionId": "id-0", "interactionDescription": "a tick", "success": false,
                                  "mismatches": [{"attribute": "body", "identifier": "$.price",
                                                  "description": "expected a number, but was \\"x\\""}]},
                                 {"interactionId": "id-1", "interactionDescription": "a pong", "success": false,
                                  "mismatches": [{"attribute": "message",
                                                  "description": "a pong did not arrive within 2000 ms"}]}]"""));
    }

    @Test
    void a_result_that_does_not_speak_for_the_whole_pact_is_withheld() {
        InteractionResult tick = interaction(0, "a tick", Verdict.PASSED);
        Verdict errored = new Verdict.Errored("no connection", "start it");

        assertThat(withheld(result(tick))).isEqualTo("\"a pong\" was not verified");
        assertThat(withheld(result(tick, interaction(1, "a pong", errored))))
                .isEqualTo("\"a pong\" could not be judged: no connection");
        assertThat(withheld(result(tick, interaction(1, "a pong", new Verdict.Pending(errored)))))
                .isEqualTo("\"a pong\" could not be judged: no connection");
        assertThat(withheld(result(tick, interaction(1, "another", Verdict.PASSED))))
                .startsWith("the pact is no longer the one that was verified");
        assertThat(withheld(
                        result(tick, interaction(1, "a pong", Verdict.PASSED), interaction(2, "more", Verdict.PASSED))))
                .isEqualTo("the result has 3 interactions, and the pact 2");
    }

    @Test
    void a_result_of_a_file_or_of_another_provider_is_withheld() {
        InteractionResult tick = interaction(0, "a tick", Verdict.PASSED);
        assertThat(withheld(result("src/contracts/ui.json", tick)))
                .isEqualTo("its contract was read from src/contracts/ui.json, not from the broker");

        List<ResultPublication> other =
                broker.publishResults(List.of(result(tick)), new PacticipantVersion("other", "1"));
        assertThat(other).allMatch(ResultPublication.Withheld.class::isInstance).hasSize(1);
    }

    @Test
    void content_that_was_read_under_another_address_of_the_broker_is_looked_up_under_its_own() {
        ResultPublication publication = publish(result(
                "http://127.0.0.1:1/somewhere/pacts/provider/svc/consumer/ui/pact-version/abc",
                interaction(0, "a tick", Verdict.PASSED),
                interaction(1, "a pong", Verdict.PASSED)));

        assertThat(publication).isInstanceOf(ResultPublication.Published.class);
        assertThat(server.lines()).contains("GET /pacts/provider/svc/consumer/ui/pact-version/abc");
    }

    @Test
    void a_result_whose_connection_broke_is_not_sent_twice() throws IOException {
        List<String> lines = new ArrayList<>();
        try (ScriptedBroker breaking = new ScriptedBroker(
                        request -> request.method().equals("POST") ? Reply.reset() : reply(request));
                PactBroker client = PactBroker.of(breaking.options().build())) {
            ContractResult result = result(
                    breaking.url() + "/pact-version/abc",
                    interaction(0, "a tick", Verdict.PASSED),
                    interaction(1, "a pong", Verdict.PASSED));
            assertThatThrownBy(() -> client.publishResults(List.of(result), P1))
                    .isInstanceOf(BrokerException.class)
                    .hasMessageContaining("it was not sent again");
            lines.addAll(breaking.lines());
        }
        assertThat(lines).filteredOn(line -> line.startsWith("POST")).hasSize(1);
    }
}
