package dev.wspact.internal.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wspact.EmbeddedBroker;
import dev.wspact.PactBroker;
import dev.wspact.broker.BrokerException;
import dev.wspact.broker.BrokerOptions;
import dev.wspact.broker.ConsumerVersionSelector;
import dev.wspact.broker.DeploymentAnswer;
import dev.wspact.broker.DeploymentAnswer.Decision;
import dev.wspact.broker.DeploymentQuestion;
import dev.wspact.broker.DeploymentQuestion.Target;
import dev.wspact.broker.DeploymentQuestion.Version;
import dev.wspact.broker.EmbeddedBrokerOptions;
import dev.wspact.broker.Environment;
import dev.wspact.broker.Notice;
import dev.wspact.broker.PactText;
import dev.wspact.broker.PactToVerify;
import dev.wspact.broker.PacticipantVersion;
import dev.wspact.broker.PactsQuery;
import dev.wspact.broker.Publication;
import dev.wspact.broker.RecordedVersion;
import dev.wspact.broker.ResultPublication;
import dev.wspact.contract.Contract;
import dev.wspact.contract.Interaction;
import dev.wspact.contract.InteractionType;
import dev.wspact.verdict.ContractResult;
import dev.wspact.verdict.InteractionResult;
import dev.wspact.verdict.Uncontracted;
import dev.wspact.verdict.Verdict;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The whole way from a consumer's pact to a deployment, on the embedded broker, or on any other: {@code
 * -Dpact.broker.url=…}. Names are new each time, so that a broker that is in use takes no harm.
 */
class BrokerLoopTest {
    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final String ui = "ui-" + run;
    private final String svc = "svc-" + run;
    private final String production = "production-" + run;

    private static @Nullable EmbeddedBroker embedded;
    private static PactBroker broker;

    @BeforeAll
    static void open() throws IOException {
        String url = System.getProperty("pact.broker.url");
        EmbeddedBroker own = url == null ? EmbeddedBroker.startInMemory(EmbeddedBrokerOptions.defaults()) : null;
        embedded = own;
        broker = PactBroker.of(
                BrokerOptions.of(own == null ? URI.create(url) : own.getUrl()).build());
    }

    @AfterAll
    static void close() {
        broker.close();
        if (embedded != null) {
            embedded.close();
        }
    }

    private PactText pact(String consumer, int price) {
        return new PactText(
                consumer,
                svc,
                """
                {"consumer": {"name": "%s"}, "provider": {"name": "%s"},
                 "interactions": [
                   {"type": "Asynchronous/Messages", "description": "a tick", "pending": false,
                    "contents": {"content": {"price": %d}, "contentType": "application/json", "encoded": false}},
                   {"type": "Asynchronous/Messages", "description": "a pong", "pending": false,
                    "contents": {"content": {"pong": 1}, "contentType": "application/json", "encoded": false}}],
                 "metadata": {"pactSpecification": {"version": "4.0"}}}"""
                        .formatted(consumer, svc, price));
    }

    private PacticipantVersion consumer(String number) {
        return new PacticipantVersion(ui, number, "main", List.of(), URI.create("http://ci.example/c/" + number));
    }

    private PacticipantVersion provider(String number) {
        return new PacticipantVersion(svc, number, "main", List.of("dev"), URI.create("http://ci.example/p/" + number));
    }

    private Decision ask(String who, String version, Target target) {
        return broker.canIDeploy(new DeploymentQuestion(who, new Version.Exact(version), target, List.of()))
                .decision();
    }

    private ContractResult result(Contract contract, Verdict ofTick) {
        List<InteractionResult> interactions = contract.interactions().stream()
                .map(one -> new InteractionResult(
                        new InteractionResult.Subject(
                                one.description(),
                                null,
                                List.of(),
                                InteractionType.PUSH,
                                one.origin().place()),
                        one.description().equals("a tick") ? ofTick : Verdict.PASSED,
                        1,
                        1))
                .toList();
        return new ContractResult(
                new ContractResult.Subject(ui, svc, contract.source(), List.of()),
                interactions,
                List.of(),
                new Uncontracted(List.of(), false),
                new ContractResult.Period(Instant.EPOCH, Duration.ZERO));
    }

    private void verify(String version, Verdict ofTick) {
        List<PactToVerify> pacts = broker.pactsToVerify(
                new PactsQuery(svc, "main", List.of(), List.of(ConsumerVersionSelector.mainBranch()), true, null));
        assertThat(pacts).hasSize(1);
        List<ResultPublication> published =
                broker.publishResults(List.of(result(broker.fetch(pacts.get(0)), ofTick)), provider(version));
        assertThat(published).hasSize(1).allMatch(ResultPublication.Published.class::isInstance);
    }

    @Test
    void from_a_pact_to_a_deployment() {
        Target.Environment target = new Target.Environment(production);
        broker.createEnvironment(new Environment(production, "Production", true));
        assertThat(broker.environments()).contains(new Environment(production, "Production", true));
        broker.publish(new Publication(consumer("c1"), List.of(pact(ui, 1))));
        broker.publish(new Publication(consumer("c1"), List.of(pact(ui, 1))));
        assertThatThrownBy(() -> broker.publish(new Publication(consumer("c1"), List.of(pact(ui, 2)))))
                .isInstanceOfSatisfying(BrokerException.class, failure -> assertThat(failure.kind())
                        .isEqualTo(BrokerException.Kind.CONFLICT));
        assertThat(ask(ui, "c1", target)).isNotEqualTo(Decision.YES);

        verify("p1", Verdict.PASSED);
        assertThat(ask(ui, "c1", target)).as("the provider is not deployed").isNotEqualTo(Decision.YES);
        assertThat(ask(ui, "c1", new Target.MainBranch())).isEqualTo(Decision.YES);
        assertThat(ask(svc, "p1", target)).isEqualTo(Decision.YES);
        broker.recordDeployment(provider("p1"), production, null);
        assertThat(ask(ui, "c1", target)).isEqualTo(Decision.YES);
        assertThat(ask(ui, "nobody", target)).isEqualTo(Decision.NO);
        broker.recordDeployment(consumer("c1"), production, null);

        verify("p2", new Verdict.NotSeen("a tick", Duration.ofSeconds(1), List.of(), "send it"));
        assertThat(ask(svc, "p2", target)).isEqualTo(Decision.NO);
        assertThat(ask(svc, "p1", target)).isEqualTo(Decision.YES);

        assertThat(broker.recordUndeployment(ui, production, null))
                .extracting(RecordedVersion::version)
                .containsExactly("c1");
        assertThat(ask(svc, "p2", target)).as("nobody relies on it there").isEqualTo(Decision.YES);
    }

    @Test
    void a_new_pact_is_pending_only_if_pending_pacts_were_asked_for() {
        broker.publish(new Publication(consumer("c1"), List.of(pact(ui, 1))));
        List<ConsumerVersionSelector> mainBranch = List.of(ConsumerVersionSelector.mainBranch());

        PactToVerify asked = broker.pactsToVerify(new PactsQuery(svc, "main", List.of(), mainBranch, true, null))
                .get(0);
        assertThat(asked.pending()).isTrue();
        assertThat(asked.notices()).extracting(Notice::text).anyMatch(text -> text.contains("pending state"));
        assertThat(broker.fetch(asked).interactions())
                .extracting(Interaction::pending)
                .containsOnly(true);

        PactToVerify unasked = broker.pactsToVerify(new PactsQuery(svc, "main", List.of(), mainBranch, false, null))
                .get(0);
        assertThat(unasked.pending()).isFalse();
        assertThat(unasked.notices())
                .extracting(Notice::text)
                .isNotEmpty()
                .noneMatch(text -> text.contains("pending state"));
        assertThat(broker.fetch(unasked).interactions())
                .extracting(Interaction::pending)
                .containsOnly(false);
    }

    @Test
    void two_live_versions_of_which_the_older_fails() {
        Target.Environment target = new Target.Environment(production);
        broker.createEnvironment(new Environment(production, "Production", true));
        broker.publish(new Publication(consumer("c1"), List.of(pact(ui, 1))));
        verify("p1", new Verdict.NotSeen("a tick", Duration.ofSeconds(1), List.of(), "send it"));
        verify("p2", Verdict.PASSED);
        broker.recordRelease(provider("p1"), production);
        broker.recordRelease(provider("p2"), production);

        assertThat(ask(ui, "c1", target)).isEqualTo(Decision.NO);
        broker.recordSupportEnded(provider("p1"), production);
        assertThat(ask(ui, "c1", target)).isEqualTo(Decision.YES);
    }

    @Test
    void a_provider_that_was_deployed_before_it_ever_verified_is_unknown() {
        Target.Environment target = new Target.Environment(production);
        broker.createEnvironment(new Environment(production, "Production", true));
        broker.publish(new Publication(consumer("c1"), List.of(pact(ui, 1))));
        broker.recordVersion(provider("p1"));
        broker.recordDeployment(provider("p1"), production, null);

        DeploymentAnswer unverified =
                broker.canIDeploy(new DeploymentQuestion(ui, new Version.Exact("c1"), target, List.of()));
        assertThat(unverified.decision()).isEqualTo(Decision.UNKNOWN);
        // word for word what the Pact Broker 2.120.0 said of such a version
        assertThat(unverified.reason())
                .isEqualTo(
                        "There is no verified pact between version c1 of %s and the version of %s currently in %s (p1)"
                                .formatted(ui, svc, production));
        verify("p1", Verdict.PASSED);
        assertThat(ask(ui, "c1", target)).isEqualTo(Decision.YES);
    }

    @Test
    void of_a_provider_that_fails_and_then_passes_the_latest_result_counts() {
        Target.Environment target = new Target.Environment(production);
        Verdict failed = new Verdict.NotSeen("a tick", Duration.ofSeconds(1), List.of(), "send it");
        broker.createEnvironment(new Environment(production, "Production", true));
        broker.publish(new Publication(consumer("c1"), List.of(pact(ui, 1))));

        verify("p1", failed);
        broker.recordDeployment(provider("p1"), production, null);
        assertThat(ask(ui, "c1", target)).isEqualTo(Decision.NO);
        verify("p1", Verdict.PASSED);
        assertThat(ask(ui, "c1", target)).isEqualTo(Decision.YES);
        verify("p1", failed);
        assertThat(ask(ui, "c1", target)).isEqualTo(Decision.NO);
        verify("p2", Verdict.PASSED);
        assertThat(ask(ui, "c1", target)).as("p1 is still there").isEqualTo(Decision.NO);
        broker.recordDeployment(provider("p2"), production, null);
        assertThat(ask(ui, "c1", target)).isEqualTo(Decision.YES);
    }

    @Test
    void a_tag_needs_a_version() {
        broker.publish(new Publication(consumer("c1"), List.of(pact(ui, 1))));
        broker.tag(consumer("c1"), "prod", false);
        assertThatThrownBy(() -> broker.tag(consumer("c2"), "prod", false))
                .hasMessageContaining("the broker knows no version c2");
        broker.tag(consumer("c2"), "prod", true);
        broker.tag(consumer("c2"), "again", false);
    }

    @Test
    void sixteen_consumers_that_publish_at_once_are_all_there() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            List<Future<?>> publications = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                String consumer = ui + "-" + i;
                publications.add(threads.submit(() -> broker.publish(new Publication(
                        new PacticipantVersion(consumer, "1", "main", List.of(), null), List.of(pact(consumer, 1))))));
            }
            for (Future<?> publication : publications) {
                publication.get(60, TimeUnit.SECONDS);
            }
            assertThat(broker.pactsToVerify(new PactsQuery(svc))).hasSize(16);
        } finally {
            threads.shutdownNow();
        }
    }
}
