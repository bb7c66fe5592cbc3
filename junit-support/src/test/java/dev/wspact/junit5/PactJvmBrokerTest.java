package dev.wspact.junit5;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.core.pactbroker.ConsumerVersionSelectors;
import au.com.dius.pact.core.pactbroker.Latest;
import au.com.dius.pact.core.pactbroker.PactBrokerClient;
import au.com.dius.pact.core.pactbroker.PactBrokerClientConfig;
import au.com.dius.pact.core.pactbroker.PactBrokerResult;
import au.com.dius.pact.core.pactbroker.PublishConfiguration;
import au.com.dius.pact.core.pactbroker.RequestFailedException;
import au.com.dius.pact.core.pactbroker.To;
import au.com.dius.pact.core.support.Result;
import au.com.dius.pact.provider.junit5.HttpTestTarget;
import au.com.dius.pact.provider.junit5.PactVerificationContext;
import au.com.dius.pact.provider.junitsupport.loader.PactBroker;
import au.com.dius.pact.provider.junitsupport.loader.PactBrokerConsumerVersionSelectors;
import au.com.dius.pact.provider.junitsupport.loader.SelectorBuilder;
import dev.wspact.EmbeddedBroker;
import dev.wspact.broker.BrokerOptions;
import dev.wspact.broker.DeploymentAnswer;
import dev.wspact.broker.DeploymentAnswer.Decision;
import dev.wspact.broker.DeploymentQuestion;
import dev.wspact.broker.EmbeddedBrokerOptions;
import dev.wspact.broker.Environment;
import dev.wspact.broker.PacticipantVersion;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * pact-jvm's own client of a broker, and its provider tests, against the embedded broker. The pact is a mixed one: an HTTP
 * interaction and a message.
 */
@Timeout(300)
class PactJvmBrokerTest {
    private static final String CONSUMER = "notification-ui";
    private static final String PROVIDER = "notification-service";
    private static final String LIVE = "live";

    private final String c1 = "c" + UUID.randomUUID();
    private final String p1 = "p" + UUID.randomUUID();
    private final String p2 = "p" + UUID.randomUUID();

    @TempDir
    private Path directory;

    private EmbeddedBroker embedded;
    private dev.wspact.PactBroker broker;
    private PactBrokerClient pactJvm;

    @BeforeEach
    void publish() throws IOException {
        embedded = EmbeddedBroker.startInMemory(EmbeddedBrokerOptions.defaults());
        broker = dev.wspact.PactBroker.of(BrokerOptions.of(embedded.getUrl()).build());
        pactJvm = new PactBrokerClient(embedded.getUrl().toString(), new HashMap<>(), new PactBrokerClientConfig());
        broker.createEnvironment(new Environment(LIVE, "Live", true));
        assertThat(publish(c1, "main", pact())).isInstanceOf(Result.Ok.class);
    }

    @AfterEach
    void close() {
        broker.close();
        embedded.close();
    }

    private Result<String, Exception> publish(String version, String branch, String pact) throws IOException {
        Path file = Files.writeString(directory.resolve(UUID.randomUUID() + ".json"), pact);
        return pactJvm.uploadPactFile(file.toFile(), new PublishConfiguration(version, List.of("dev"), branch));
    }

    private static String pact() throws IOException {
        String name = "/pacts/mixed/notification-ui-notification-service.json";
        try (InputStream in = Objects.requireNonNull(PactJvmBrokerTest.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The same pact, with a title that the service does not send. */
    private static String otherPact() throws IOException {
        return pact().replace("Release 1 is out", "Release 2 is out")
                .replace("\"match\": \"type\"", "\"match\": \"regex\", \"regex\": \"Release 2.*\"");
    }

    /** Runs a provider test as a build that publishes its results would. */
    private Outcome verify(Class<?> fixture, String version) {
        Map<String, String> properties = Map.of(
                "wspact.test.broker", embedded.getUrl().toString(),
                "pact.verifier.publishResults", "true",
                "pact.provider.version", version,
                "pact.provider.branch", "main",
                "pact.provider.tag", "dev");
        try {
            properties.forEach(System::setProperty);
            return Outcome.of(fixture);
        } finally {
            properties.keySet().forEach(System::clearProperty);
        }
    }

    private DeploymentAnswer ask(String pacticipant, String version) {
        return broker.canIDeploy(new DeploymentQuestion(
                pacticipant,
                new DeploymentQuestion.Version.Exact(version),
                new DeploymentQuestion.Target.Environment(LIVE),
                List.of()));
    }

    /** pact-jvm's name for the test of an interaction. */
    private String test(String interaction) {
        return "Pact between notification-ui (" + c1 + ") and notification-service - " + interaction;
    }

    private boolean pactJvmSaysYes(String version) {
        return pactJvm.canIDeploy(CONSUMER, version, new Latest.UseLatest(false), new To(null, LIVE), List.of())
                .getOk();
    }

    private String results(String consumerVersion) throws IOException, InterruptedException {
        URI url = embedded.getUrl()
                .resolve("/verification-results/consumer/" + CONSUMER + "/version/" + consumerVersion + "/latest");
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(url).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    @Test
    void http_and_messages_of_one_pact_are_one_result_that_opens_the_gate() throws Exception {
        assertThat(publish("c" + UUID.randomUUID(), "feature", otherPact())).isInstanceOf(Result.Ok.class);
        assertThat(ask(CONSUMER, c1).decision()).isEqualTo(Decision.UNKNOWN);
        assertThat(pactJvmSaysYes(c1)).isFalse();

        Outcome outcome = verify(Selecting.class, p1);

        assertThat(outcome.tests()).as(outcome::failures).hasSize(2).allSatisfy((name, status) -> assertThat(status)
                .isEqualTo("SUCCESSFUL"));
        assertThat(results(c1))
                .contains("\"providerApplicationVersion\":\"" + p1 + "\"")
                .contains("\"Pact-JVM\"");
        assertThat(results(c1).split("\"interactionId\":", -1)).hasSize(3);
        assertThat(ask(CONSUMER, c1).decision()).as("it is not deployed").isEqualTo(Decision.UNKNOWN);
        broker.recordDeployment(new PacticipantVersion(PROVIDER, p1), LIVE, null);
        assertThat(ask(CONSUMER, c1).decision()).isEqualTo(Decision.YES);
        assertThat(pactJvmSaysYes(c1)).isTrue();
    }

    @Test
    void one_broken_interaction_of_either_kind_closes_the_gate_until_a_version_passes() throws Exception {
        assertThat(verify(WrongTitle.class, p1).tests())
                .containsEntry(test("a notification [PENDING]"), "SUCCESSFUL")
                .hasSize(2);
        broker.recordDeployment(new PacticipantVersion(PROVIDER, p1), LIVE, null);
        assertThat(ask(CONSUMER, c1).decision()).isEqualTo(Decision.NO);
        assertThat(results(c1)).contains("\"identifier\":\"$.title\"");

        assertThat(verify(Healthy.class, p2).tests().values()).hasSize(2).containsOnly("SUCCESSFUL");
        broker.recordDeployment(new PacticipantVersion(PROVIDER, p2), LIVE, null);
        assertThat(ask(CONSUMER, c1).decision()).isEqualTo(Decision.YES);
        broker.recordDeployment(new PacticipantVersion(CONSUMER, c1), LIVE, null);

        String p3 = "p" + UUID.randomUUID();
        assertThat(verify(Unhealthy.class, p3).tests())
                .as("no longer pending on this branch")
                .containsEntry(test("a health check"), "FAILED")
                .containsEntry(test("a notification"), "SUCCESSFUL");
        assertThat(ask(PROVIDER, p3).decision()).isEqualTo(Decision.NO);
        assertThat(ask(PROVIDER, p2).decision()).isEqualTo(Decision.YES);
    }

    @Test
    void work_in_progress_is_verified_and_does_not_fail_the_build() throws Exception {
        String c2 = "c" + UUID.randomUUID();
        verify(Healthy.class, p1);
        assertThat(publish(c2, "feature", otherPact())).isInstanceOf(Result.Ok.class);

        Outcome outcome = verify(WithWorkInProgress.class, p2);

        assertThat(outcome.tests()).as(outcome::failures).allSatisfy((name, status) -> assertThat(status)
                .isEqualTo("SUCCESSFUL"));
        assertThat(outcome.tests().keySet())
                .hasSize(4)
                .filteredOn(name -> name.contains("WIP") || name.contains("PENDING"))
                .as("%s", outcome.tests())
                .hasSize(2);
        broker.recordDeployment(new PacticipantVersion(PROVIDER, p2), LIVE, null);
        assertThat(ask(CONSUMER, c1).decision()).isEqualTo(Decision.YES);
        assertThat(ask(CONSUMER, c2).decision()).isEqualTo(Decision.NO);
    }

    @Test
    void a_provider_that_was_down_leaves_the_gate_as_it_was() {
        Outcome outcome = verify(Down.class, p1);
        assertThat(outcome.tests()).hasSize(2);
        assertThat(outcome.tests().keySet()).allMatch(name -> name.endsWith(" [PENDING]"));

        broker.recordVersion(new PacticipantVersion(PROVIDER, p1, "main", List.of(), null));
        broker.recordDeployment(new PacticipantVersion(PROVIDER, p1), LIVE, null);
        assertThat(ask(CONSUMER, c1).decision()).isEqualTo(Decision.UNKNOWN);
    }

    @Test
    void a_pact_is_published_once_and_never_changed() throws Exception {
        assertThat(publish(c1, "main", pact())).isInstanceOf(Result.Ok.class);
        assertThat(publish(c1, "main", otherPact()).errorValue())
                .isInstanceOfSatisfying(RequestFailedException.class, refused -> {
                    assertThat(refused.getStatus()).isEqualTo(409);
                    assertThat(refused.getBody()).contains("Cannot change the content of the pact for");
                });
        assertThat(pactJvm.createVersionTag(CONSUMER, c1, "prod")).isInstanceOf(Result.Ok.class);
        assertThat(select(List.of(new ConsumerVersionSelectors.LatestTag("prod", null))))
                .hasSize(1);
        assertThat(pactJvm.canIDeploy("nobody", "1", new Latest.UseLatest(false), new To(null, LIVE), List.of())
                        .getOk())
                .isFalse();
    }

    @Test
    void the_pacts_that_the_selectors_name_are_found_and_fetched() throws Exception {
        List<PactBrokerResult> pacts = select(List.of(
                ConsumerVersionSelectors.MainBranch.INSTANCE, ConsumerVersionSelectors.DeployedOrReleased.INSTANCE));

        assertThat(pacts).singleElement().satisfies(pact -> {
            assertThat(pact.getName()).isEqualTo("Pact between notification-ui (" + c1 + ") and notification-service");
            assertThat(pact.getPending()).isTrue();
            assertThat(pact.getWip()).isFalse();
            assertThat(pact.getNotices()).isNotEmpty();
            assertThat(pactJvm.fetchPact(pact.getSource(), true)
                            .getPactFile()
                            .get("interactions")
                            .asArray()
                            .getSize())
                    .isEqualTo(2);
        });
        assertThat(select(List.of(new ConsumerVersionSelectors.Environment(LIVE))))
                .isEmpty();
        broker.recordRelease(new PacticipantVersion(CONSUMER, c1), LIVE);
        assertThat(select(List.of(new ConsumerVersionSelectors.Environment(LIVE))))
                .hasSize(1);
        assertThat(select(List.of(new ConsumerVersionSelectors.Branch("feature"))))
                .isEmpty();
    }

    private List<PactBrokerResult> select(List<ConsumerVersionSelectors> selectors) {
        return pactJvm.fetchConsumersWithSelectorsV2(PROVIDER, selectors, List.of(), "main", true, "")
                .expect(() -> "the broker's pacts");
    }

    /** A provider with an HTTP side and a WebSocket side. */
    abstract static class BothSides extends PactProviderFixture {
        @Override
        @BeforeEach
        void setTarget(PactVerificationContext context) {
            context.setTarget(new HttpTestTarget("127.0.0.1", server.port()));
            context.addAdditionalTarget(target());
        }
    }

    @PactBroker(url = "${wspact.test.broker}")
    static class Selecting extends BothSides {
        @PactBrokerConsumerVersionSelectors
        public static SelectorBuilder selectors() {
            return new SelectorBuilder().mainBranch().deployedOrReleased();
        }
    }

    @PactBroker(url = "${wspact.test.broker}", enablePendingPacts = "true", providerBranch = "main")
    static class Healthy extends BothSides {}

    @PactBroker(url = "${wspact.test.broker}", enablePendingPacts = "true", providerBranch = "main")
    static class WrongTitle extends BothSides {
        @Override
        Set<NotificationServer.Fault> faults() {
            return Set.of(NotificationServer.Fault.NUMBER_AS_TITLE);
        }
    }

    @PactBroker(url = "${wspact.test.broker}", enablePendingPacts = "true", providerBranch = "main")
    static class Unhealthy extends BothSides {
        @Override
        Set<NotificationServer.Fault> faults() {
            return Set.of(NotificationServer.Fault.UNHEALTHY);
        }
    }

    @PactBroker(
            url = "${wspact.test.broker}",
            enablePendingPacts = "true",
            providerBranch = "main",
            includeWipPactsSince = "2020-01-01")
    static class WithWorkInProgress extends BothSides {
        @PactBrokerConsumerVersionSelectors
        public static SelectorBuilder selectors() {
            return new SelectorBuilder().mainBranch();
        }
    }

    @PactBroker(url = "${wspact.test.broker}", enablePendingPacts = "true", providerBranch = "main")
    static class Down extends BothSides {
        @Override
        @BeforeAll
        void start() {
            super.start();
            server.close();
        }
    }
}
