package dev.wspact.internal.broker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wspact.EmbeddedBroker;
import dev.wspact.PactBroker;
import dev.wspact.ProviderVerifier;
import dev.wspact.broker.BrokerOptions;
import dev.wspact.broker.DeploymentAnswer;
import dev.wspact.broker.DeploymentAnswer.Decision;
import dev.wspact.broker.DeploymentQuestion;
import dev.wspact.broker.EmbeddedBrokerOptions;
import dev.wspact.broker.Environment;
import dev.wspact.broker.PactText;
import dev.wspact.broker.PacticipantVersion;
import dev.wspact.broker.PactsQuery;
import dev.wspact.broker.Publication;
import dev.wspact.broker.ResultPublication;
import dev.wspact.contract.Contract;
import dev.wspact.verdict.InteractionResult;
import dev.wspact.verdict.Verdict;
import dev.wspact.verdict.VerificationResult;
import dev.wspact.verification.VerificationOptions;
import dev.wspact.wire.ScriptedServer;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A pact of messages and HTTP interactions: one pact, of which wspact judges a half. */
@Timeout(60)
class MixedPactTest {
    private static final String MESSAGE =
            """
            {"type": "Asynchronous/Messages", "description": "a tick", "pending": false,
             "contents": {"content": {"price": 1}, "contentType": "application/json", "encoded": false}}
            """;
    private static final String HTTP =
            """
            {"type": "Synchronous/HTTP", "description": "the list of prices", "pending": false,
             "request": {"method": "GET", "path": "/prices"}, "response": {"status": 200}}
            """;

    private final String ui = "ui-" + UUID.randomUUID();
    private final String svc = "svc-" + UUID.randomUUID();
    private final String live = "live-" + UUID.randomUUID();

    private void publish(PactBroker broker, String version, String interactions) {
        String pact =
                """
                {"consumer": {"name": "%s"}, "provider": {"name": "%s"}, "interactions": [%s],
                 "metadata": {"pactSpecification": {"version": "4.0"}}}"""
                        .formatted(ui, svc, interactions);
        broker.publish(new Publication(
                new PacticipantVersion(ui, version, "main", List.of(), null), List.of(new PactText(ui, svc, pact))));
    }

    private Decision ask(PactBroker broker, String version) {
        DeploymentAnswer answer = broker.canIDeploy(new DeploymentQuestion(
                ui,
                new DeploymentQuestion.Version.Exact(version),
                new DeploymentQuestion.Target.Environment(live),
                List.of()));
        return answer.decision();
    }

    private VerificationResult verify(PactBroker broker) throws Exception {
        List<Contract> contracts = broker.pactsToVerify(new PactsQuery(svc)).stream()
                .map(broker::fetch)
                .toList();
        assertThat(contracts).hasSize(1);
        try (ScriptedServer server =
                ScriptedServer.start(peer -> peer.accept().text("{\"price\":1}").closeWhenAsked())) {
            return ProviderVerifier.of(
                            VerificationOptions.of(server.uri("/prices")).build())
                    .verify(contracts);
        }
    }

    @Test
    void half_a_pact_is_not_published_and_the_gate_stays_shut() throws Exception {
        try (EmbeddedBroker embedded = EmbeddedBroker.startInMemory(EmbeddedBrokerOptions.defaults());
                PactBroker broker =
                        PactBroker.of(BrokerOptions.of(embedded.getUrl()).build())) {
            PacticipantVersion p1 = new PacticipantVersion(svc, "p1", "main", List.of(), null);
            broker.createEnvironment(new Environment(live, "Live", true));
            publish(broker, "c1", MESSAGE + "," + HTTP);
            broker.recordVersion(p1);
            broker.recordDeployment(p1, live, null);

            VerificationResult mixed = verify(broker);
            assertThat(mixed.contracts().get(0).interactions())
                    .extracting(InteractionResult::verdict)
                    .satisfiesExactly(tick -> assertThat(tick).isEqualTo(Verdict.PASSED), http -> assertThat(http)
                            .isInstanceOf(Verdict.Errored.class));
            assertThat(broker.publishResults(mixed.contracts(), p1))
                    .singleElement()
                    .isInstanceOfSatisfying(ResultPublication.Withheld.class, withheld -> {
                        assertThat(withheld.reason())
                                .isEqualTo(
                                        "\"the list of prices\" could not be judged: not checkable: this is a plain HTTP"
                                                + " interaction, not a WebSocket message");
                        assertThat(withheld.remedy())
                                .isEqualTo("Verify both kinds in one JUnit provider test, or give the WebSocket side a"
                                        + " provider name of its own, such as \"notification-service-ws\"");
                    });
            assertThat(ask(broker, "c1")).isEqualTo(Decision.UNKNOWN);

            publish(broker, "c2", MESSAGE);
            assertThat(broker.publishResults(verify(broker).contracts(), p1))
                    .singleElement()
                    .isInstanceOf(ResultPublication.Published.class);
            assertThat(ask(broker, "c2")).isEqualTo(Decision.YES);
            assertThat(ask(broker, "c1")).isEqualTo(Decision.UNKNOWN);
        }
    }
}
