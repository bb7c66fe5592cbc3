package dev.wspact.example.contract;

import dev.wspact.ContractFiles;
import dev.wspact.EmbeddedBroker;
import dev.wspact.PactBroker;
import dev.wspact.ProviderVerifier;
import dev.wspact.broker.BrokerOptions;
import dev.wspact.broker.DeploymentAnswer;
import dev.wspact.broker.DeploymentQuestion;
import dev.wspact.broker.EmbeddedBrokerOptions;
import dev.wspact.broker.Environment;
import dev.wspact.broker.PactText;
import dev.wspact.broker.PacticipantVersion;
import dev.wspact.broker.PactsQuery;
import dev.wspact.broker.Publication;
import dev.wspact.contract.Contract;
import dev.wspact.verdict.VerificationResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The loop of the POM from a test: consumers publish and are deployed, the service is verified, and the gate is asked. */
final class Gate {
    private static final String PRODUCTION = "production";

    private Gate() {}

    /** What the gate says of the service at a port, once it has been verified. */
    static DeploymentAnswer ask(int port, Path directory) throws IOException {
        try (EmbeddedBroker embedded = EmbeddedBroker.startInMemory(EmbeddedBrokerOptions.defaults());
                PactBroker broker =
                        PactBroker.of(BrokerOptions.of(embedded.getUrl()).build())) {
            broker.createEnvironment(new Environment(PRODUCTION, "Production", true));
            for (Contract contract : ContractFiles.read(Path.of("src", "contracts"), "notification-service")) {
                publish(broker, contract, directory);
            }
            PacticipantVersion service = version("notification-service", "p1");
            List<Contract> published = broker.pactsToVerify(new PactsQuery(service.pacticipant())).stream()
                    .map(broker::fetch)
                    .toList();
            VerificationResult result = ProviderVerifier.of(
                            ContractVerification.options(port).build())
                    .verify(published);
            broker.publishResults(result.contracts(), service);
            return broker.canIDeploy(new DeploymentQuestion(
                    service.pacticipant(),
                    new DeploymentQuestion.Version.Exact(service.number()),
                    new DeploymentQuestion.Target.Environment(PRODUCTION),
                    List.of()));
        }
    }

    private static void publish(PactBroker broker, Contract contract, Path directory) throws IOException {
        PacticipantVersion consumer = version(contract.consumer(), "c1");
        String pact = Files.readString(ContractFiles.writePact(contract, directory));
        broker.publish(
                new Publication(consumer, List.of(new PactText(contract.consumer(), contract.provider(), pact))));
        broker.recordDeployment(consumer, PRODUCTION, null);
    }

    private static PacticipantVersion version(String name, String number) {
        return new PacticipantVersion(name, number, "main", List.of(), null);
    }
}
