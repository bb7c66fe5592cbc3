package dev.wspact.junit5;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.provider.junitsupport.loader.PactBroker;
import dev.wspact.Reports;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pacts from a broker: what pact-jvm publishes of our verdicts, and what pending pacts do. */
class PactBrokerProviderTest {
    private static final Map<String, String> PROPERTIES = Map.of(
            "pact.verifier.publishResults", "true",
            "pact.provider.version", "1.2.3",
            "pact.provider.branch", "main");

    @TempDir
    private Path results;

    /** pact-jvm's name for it. */
    private static final String BROKEN = "Pact between notification-ui and notification-service - a notification";

    @Test
    void results_are_published_for_each_interaction_by_its_id() throws IOException {
        Run run = run(Honest.class, false);

        assertThat(run.outcome().tests().values())
                .as(run.outcome()::failures)
                .hasSize(4)
                .containsOnly("SUCCESSFUL");
        assertThat(run.published())
                .singleElement()
                .asString()
                .contains("\"success\":true", "\"providerApplicationVersion\":\"1.2.3\"")
                .contains("\"interactionId\":\"id-0\"", "\"interactionId\":\"id-3\"");
        assertThat(run.requests()).anyMatch(request -> request.contains("/branches/main/versions/1.2.3"));
    }

    @Test
    void a_broken_interaction_is_published_with_its_place_and_names_it_in_the_text() throws IOException {
        Run run = run(WrongTitle.class, false);

        assertThat(run.outcome().tests()).containsEntry(BROKEN, "FAILED");
        assertThat(run.outcome().failure(BROKEN))
                .hasMessageContaining("/version/1 #/interactions/0/contents")
                .hasMessageContaining("at             : $.title");
        assertThat(run.published())
                .singleElement()
                .asString()
                .contains("\"success\":false", "\"interactionId\":\"id-0\"", "\"identifier\":\"$.title\"")
                .contains("but was 7 (an integer)");
    }

    @Test
    void a_broken_interaction_of_a_pending_pact_does_not_fail_but_is_published() throws IOException {
        Run run = run(WrongTitle.class, true);

        assertThat(run.outcome().tests())
                .hasSize(4)
                .allSatisfy((name, status) -> assertThat(status).isEqualTo("SUCCESSFUL"))
                .containsKey(BROKEN + " [PENDING]");
        assertThat(verdicts(WrongTitle.class)).containsOnlyOnce("pending").contains("passed");
        assertThat(run.published()).singleElement().asString().contains("\"success\":false", "\"$.title\"");
    }

    @Test
    void what_could_not_be_judged_is_never_published() throws IOException {
        Run run = run(Down.class, false);

        assertThat(run.outcome().tests().values()).hasSize(4).containsOnly("FAILED");
        assertThat(run.published()).isEmpty();
    }

    @Test
    void what_could_not_be_judged_of_a_pending_pact_fails_no_test_and_is_not_published() throws IOException {
        Run run = run(Down.class, true);

        assertThat(run.outcome().tests().values()).hasSize(4).containsOnly("SUCCESSFUL");
        assertThat(verdicts(Down.class)).hasSize(4).containsOnly("pending");
        assertThat(run.outcome().containerFailure())
                .cause()
                .isInstanceOf(NotJudgedException.class)
                .hasMessageStartingWith("Nothing could be judged.");
        assertThat(run.published()).isEmpty();
    }

    private List<String> verdicts(Class<?> fixture) throws IOException {
        return Reports.read(results.resolve(fixture.getName())).stream()
                .flatMap(contract -> contract.interactions().stream())
                .map(interaction -> interaction.verdict().word())
                .toList();
    }

    private Run run(Class<?> fixture, boolean pending) throws IOException {
        try (FakeBroker broker = new FakeBroker(pact(), pending)) {
            System.setProperty("wspact.test.broker", broker.url());
            PROPERTIES.forEach(System::setProperty);
            Outcome outcome = Outcome.of(Map.of("wspact.junit.results", results.toString()), fixture);
            return new Run(outcome, broker.requests());
        } finally {
            System.clearProperty("wspact.test.broker");
            PROPERTIES.keySet().forEach(System::clearProperty);
        }
    }

    /** The pact as a broker gives it back: with an id for each interaction. */
    private static String pact() throws IOException {
        String name = "/pacts/notifications/notification-ui-notification-service.json";
        try (InputStream in = Objects.requireNonNull(PactBrokerProviderTest.class.getResourceAsStream(name))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (int i = 0; text.contains("\n      \"type\": \""); i++) {
                text = text.replaceFirst("\n      \"type\": \"", "\n      \"_id\": \"id-" + i + "\", \"type\": \"");
            }
            return text;
        }
    }

    private record Run(Outcome outcome, List<String> requests) {
        List<String> published() {
            return requests.stream()
                    .filter(request -> request.startsWith("POST") && request.contains("/verification-results "))
                    .toList();
        }
    }

    @PactBroker(url = "${wspact.test.broker}", enablePendingPacts = "true", providerBranch = "main")
    static class Honest extends PactProviderFixture {}

    @PactBroker(url = "${wspact.test.broker}", enablePendingPacts = "true", providerBranch = "main")
    static class WrongTitle extends PactProviderFixture {
        @Override
        Set<NotificationServer.Fault> faults() {
            return Set.of(NotificationServer.Fault.NUMBER_AS_TITLE);
        }
    }

    @PactBroker(url = "${wspact.test.broker}", enablePendingPacts = "true", providerBranch = "main")
    static class Down extends PactProviderFixture {
        @Override
        @org.junit.jupiter.api.BeforeAll
        void start() {
            super.start();
            server.close();
        }
    }
}
