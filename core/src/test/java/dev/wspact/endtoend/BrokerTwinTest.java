package dev.wspact.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wspact.ContractFiles;
import dev.wspact.EmbeddedBroker;
import dev.wspact.PactBroker;
import dev.wspact.ProviderVerifier;
import dev.wspact.broker.BrokerOptions;
import dev.wspact.broker.EmbeddedBrokerOptions;
import dev.wspact.broker.PactText;
import dev.wspact.broker.PacticipantVersion;
import dev.wspact.broker.PactsQuery;
import dev.wspact.broker.Publication;
import dev.wspact.contract.Contract;
import dev.wspact.verdict.ContractResult;
import dev.wspact.verdict.Verdict;
import dev.wspact.verification.VerificationOptions;
import dev.wspact.wire.Script;
import dev.wspact.wire.ScriptedServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A schema contract says the same, whether it is read from its file or comes back from a broker. */
@Timeout(120)
class BrokerTwinTest {
    private static final String CONTRACT =
            """
            consumer: trading-desk
            provider: price-feed
            channel: { path: /ticks }
            receives:
              a tick:
                schema: { type: object, required: [type, price], properties: { type: { const: tick }, price: { type: number } } }
                example: { type: tick, price: 1.5 }
                order: { by: /seq, rule: increasing }
              a headline:
                schema: { type: object, required: [type, title], properties: { type: { const: news }, title: { minLength: 2 } } }
                example: { type: news, title: up }
            """;
    private static final String HEADLINE = "{\"type\":\"news\",\"title\":\"up\"}";

    private EmbeddedBroker embedded;
    private PactBroker broker;

    @TempDir
    private Path directory;

    private Contract fromFile;
    private Contract fromBroker;

    @BeforeEach
    void publish() throws Exception {
        embedded = EmbeddedBroker.startInMemory(EmbeddedBrokerOptions.defaults());
        broker = PactBroker.of(BrokerOptions.of(embedded.getUrl()).build());
        Path file = Files.writeString(directory.resolve("price-feed.contract.yaml"), CONTRACT);
        fromFile = ContractFiles.read(file).get(0);
        broker.publish(new Publication(
                new PacticipantVersion("trading-desk", "1"),
                List.of(new PactText("trading-desk", "price-feed", ContractFiles.toPact(fromFile)))));
        fromBroker =
                broker.fetch(broker.pactsToVerify(new PactsQuery("price-feed")).get(0));
    }

    @AfterEach
    void close() {
        broker.close();
        embedded.close();
    }

    private static ContractResult verify(Contract contract, String... messages) throws Exception {
        Script script = peer -> {
            peer.accept();
            for (String message : messages) {
                peer.text(message);
            }
            peer.closeWhenAsked();
        };
        try (ScriptedServer server = ScriptedServer.start(script)) {
            VerificationOptions options = VerificationOptions.of(server.uri("/"))
                    .timeout(Duration.ofSeconds(2))
                    .build();
            return ProviderVerifier.of(options)
                    .verify(List.of(contract))
                    .contracts()
                    .get(0);
        }
    }

    /** What was judged, by description, since pacts are sorted; without times and without where the contract stands. */
    private static List<String> judged(ContractResult result) {
        return result.interactions().stream()
                .map(one -> one.subject().description() + ": " + one.verdict().word() + " " + one.messages()
                        + (one.verdict() instanceof Verdict.Failed failed
                                ? failed.mismatches().stream()
                                        .map(found -> found.address().message() + " "
                                                + found.address().path() + " " + found.rule() + " " + found.expected()
                                                + " " + found.actual())
                                        .toList()
                                : ""))
                .sorted()
                .toList();
    }

    @Test
    void an_honest_provider_passes_both() throws Exception {
        String[] messages = {"{\"type\":\"tick\",\"price\":1,\"seq\":1}", HEADLINE};

        assertThat(judged(verify(fromBroker, messages)))
                .isEqualTo(judged(verify(fromFile, messages)))
                .containsExactlyInAnyOrder("a tick: passed 1", "a headline: passed 1");
    }

    @Test
    void a_broken_one_breaks_both_in_the_same_places() throws Exception {
        String[] messages = {
            "{\"type\":\"tick\",\"price\":1,\"seq\":2}",
            "{\"type\":\"tick\",\"price\":\"1,5\",\"seq\":1}",
            "{\"type\":\"news\",\"title\":\"u\"}"
        };

        assertThat(judged(verify(fromBroker, messages)))
                .isEqualTo(judged(verify(fromFile, messages)))
                .hasSize(2)
                .allMatch(one -> one.contains("failed"))
                .anyMatch(one -> one.contains("$.price"))
                .anyMatch(one -> one.contains("order"))
                .anyMatch(one -> one.contains("$.title"));
    }

    @Test
    void what_does_not_come_is_missed_by_both() throws Exception {
        assertThat(judged(verify(fromBroker, HEADLINE)))
                .isEqualTo(judged(verify(fromFile, HEADLINE)))
                .containsExactlyInAnyOrder("a tick: not-seen 0", "a headline: passed 1");
    }
}
