package dev.wspact.junit5.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.core.model.DefaultPactReader;
import dev.wspact.ContractFiles;
import dev.wspact.contract.Contract;
import dev.wspact.contract.Interaction;
import dev.wspact.junit5.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opentest4j.AssertionFailedError;

@Timeout(120)
class WebSocketConsumerTestExtTest {
    @TempDir
    Path pacts;

    @Test
    void a_client_that_uses_the_contract_passes_and_the_pact_is_written() throws IOException {
        assertPassed(Run.of(pacts, Cases.Passing.class), 1);
        Golden.assertEqual("consumer/passing.json", Files.readString(pactFile()));
        assertThat(DefaultPactReader.INSTANCE.loadPact(pactFile().toFile()).getInteractions())
                .as("pact-jvm reads it")
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(classes = {Cases.OtherOrder.class, Cases.WithPactsOwnBuilder.class, Cases.WithOurExtensionOnly.class})
    void it_passes_whoever_registers_it_and_whoever_builds_the_pact(Class<?> test) {
        assertPassed(Run.of(pacts, test), 1);
        assertThat(written()).containsExactly("a notification");
    }

    @Test
    void a_client_that_never_connects_fails() {
        assertUnproven(Run.of(pacts, Cases.NeverConnects.class), "a notification");
    }

    @Test
    void a_client_that_opens_and_leaves_has_not_waited_for_the_push() {
        assertUnproven(Run.of(pacts, Cases.OpensAndLeaves.class), "a notification");
    }

    @Test
    void a_request_that_does_not_match_fails_with_its_differences() {
        assertUnproven(Run.of(pacts, Cases.WrongRequest.class), "$.op", "a pong");
    }

    @Test
    void a_message_that_no_contract_allows_fails() {
        assertUnproven(Run.of(pacts, Cases.UnexpectedMessage.class), "who are you");
    }

    @Test
    void a_test_that_failed_itself_keeps_its_failure_and_shows_the_session_beside_it() {
        Run run = Run.of(pacts, Cases.FailsItself.class);
        assertThat(run.failures()).singleElement().satisfies(failure -> {
            assertThat(failure).isInstanceOf(IllegalStateException.class).hasMessage("the client is broken");
            assertThat(failure.getSuppressed())
                    .singleElement()
                    .asString()
                    .startsWith("The mock provider, meanwhile: ")
                    .contains("GET /notifications", "{\"type\":\"subscribe\"}");
        });
        assertNothingWritten();
    }

    @Test
    void an_aborted_test_is_neither_proven_nor_failed() {
        Run run = Run.of(pacts, Cases.Aborted.class);
        assertThat(run.results().testEvents().aborted().count()).isEqualTo(1);
        assertThat(run.failures()).isEmpty();
        assertNothingWritten();
    }

    @Test
    void a_test_may_be_about_two_pacts_of_one_provider() {
        assertPassed(Run.of(pacts, Cases.TwoPacts.class), 1);
        assertThat(written()).containsExactly("a notification", "a pong");
    }

    @Test
    void of_two_pacts_one_that_is_not_used_fails_the_test_and_neither_is_written() {
        assertUnproven(Run.of(pacts, Cases.OneOfTwoPacts.class), "a pong");
    }

    @Test
    void a_test_may_be_about_two_providers() {
        assertPassed(Run.of(pacts, Cases.TwoProviders.class), 1);
        assertThat(pacts.resolve("ui-inbox.json")).exists();
        assertThat(pacts.resolve("ui-clock.json")).exists();
    }

    @Test
    void a_nested_class_uses_the_pacts_around_it() {
        assertPassed(Run.of(pacts, Cases.Outer.class), 2);
        assertThat(written()).containsExactly("a notification", "a pong");
    }

    @Test
    void tests_that_run_in_parallel_write_into_one_file() {
        assertPassed(Run.parallel(pacts, Cases.Parallel.class, Cases.Passing.class), 9);
        assertThat(written()).hasSize(9).doesNotHaveDuplicates().contains("a notification");
    }

    @Test
    void repeated_and_parameterized_tests_have_a_mock_each_time() {
        assertPassed(Run.of(pacts, Cases.Repeated.class), 5);
        assertThat(written()).containsExactly("a notification");
    }

    @Test
    void a_test_that_fails_takes_nothing_from_one_that_passes() {
        Run run = Run.of(pacts, Cases.OneOfEach.class);
        assertThat(run.passed()).isEqualTo(1);
        assertThat(run.failures()).singleElement().isInstanceOf(AssertionFailedError.class);
        assertThat(written()).containsExactly("a pong");
    }

    @Test
    void two_tests_that_describe_an_interaction_differently_are_an_error_that_shows_the_difference() {
        Run run = Run.of(pacts, Cases.Passing.class, Cases.Clashing.class);
        assertThat(run.passed()).isEqualTo(1);
        assertThat(run.failures())
                .singleElement()
                .asString()
                .contains("Cases.Clashing.notification #/interactions/0")
                .contains("the interaction \"a notification\" with the same provider states is another one at"
                        + " Cases.Passing.notification #/interactions/0")
                .contains("/contents/content/id is 1 there and 2 here")
                .contains("Give one of them another description");
        assertThat(text()).contains("\"id\": 1");
    }

    @Test
    void what_an_earlier_run_has_written_is_replaced_and_the_rest_of_it_stays() {
        assertPassed(Run.of(pacts, Cases.TwoPacts.class), 1);
        assertPassed(Run.of(pacts, Cases.Clashing.class), 1);
        assertThat(written()).containsExactly("a notification", "a pong");
        assertThat(text()).contains("\"id\": 2").doesNotContain("\"id\": 1");
    }

    @Test
    void tests_of_http_in_the_same_class_are_pacts_own() {
        assertPassed(Run.of(pacts, Cases.Mixed.class), 2);
        assertThat(written()).containsExactly("a notification");
    }

    @Test
    void an_ignored_test_is_left_alone() {
        assertPassed(Run.of(pacts, Cases.Ignored.class), 2);
    }

    @Test
    void the_pact_and_its_interactions_are_parameters_as_with_pact() {
        assertPassed(Run.of(pacts, Cases.PactParameters.class), 1);
    }

    @Test
    void a_test_decides_when_to_push() {
        assertPassed(Run.of(pacts, Cases.PushesWhenTold.class), 1);
    }

    @Test
    void a_contract_file_is_played_interaction_by_interaction_and_written_as_a_pact() {
        assertPassed(Run.of(pacts, Cases.ContractFile.class), 2);
        assertThat(contract("notification-ui-notification-service.json").interactions())
                .extracting(Interaction::description)
                .containsExactly("a notification", "a ping");
    }

    @Test
    void variants_of_a_schema_are_played() {
        assertPassed(Run.of(pacts, Cases.Variants.class), 1);
    }

    @Test
    void a_pact_that_no_test_uses_fails_the_class_as_with_pact() {
        Run run = Run.of(pacts, Cases.UnusedPact.class);
        assertThat(run.passed()).isEqualTo(1);
        assertThat(run.failures()).singleElement().asString().contains("UnusedPact.unused");
    }

    @Test
    void what_cannot_be_known_is_asked_for() {
        assertMisused(Misuses.NoProvider.class, "is a pact with a provider that has no name");
        assertMisused(Misuses.AmbiguousPact.class, "It is not clear which pact the test is about");
        assertMisused(
                Misuses.MisspeltPact.class, "There is no method \"notificaton\" with @Pact", "there is notification");
        assertMisused(Misuses.WrongParameter.class, "must take one parameter: a WebSocketPactBuilder");
        assertMisused(Misuses.NullPact.class, "returned null");
        assertMisused(Misuses.MissingFile.class, "There is no contract \"nowhere.contract.yaml\"", "src/contracts");
        assertMisused(Misuses.MissingInteraction.class, "has no interaction \"a pung\"; there is ");
        assertMisused(Misuses.BothKinds.class, "has both @WebSocketContract and @PactTestFor");
    }

    @Test
    void a_mock_provider_is_a_parameter_of_tests_only() {
        assertThat(Run.of(pacts, Misuses.InConstructor.class).failures())
                .singleElement()
                .isInstanceOf(ParameterResolutionException.class)
                .asString()
                .contains("lives as long as one test");
        assertThat(Run.of(pacts, Misuses.OfHttp.class).failures())
                .singleElement()
                .isInstanceOf(ParameterResolutionException.class)
                .asString()
                .contains("There is no MockProvider for this test");
    }

    @Test
    void no_thread_is_left() throws InterruptedException {
        Run.of(pacts, Cases.Passing.class, Cases.FailsItself.class, Cases.NeverConnects.class);
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("wspact-")) {
                thread.join(30_000);
                assertThat(thread.isAlive()).as(thread.getName()).isFalse();
            }
        }
    }

    private void assertMisused(Class<?> test, String... texts) {
        assertThat(Run.of(pacts, test).failures())
                .as(test.getSimpleName())
                .first() // beside it pact-jvm says that the pact was not used
                .isInstanceOf(ExtensionConfigurationException.class)
                .asString()
                .contains(texts);
        assertNothingWritten();
    }

    private static void assertPassed(Run run, int tests) {
        assertThat(run.failures()).isEmpty();
        assertThat(run.passed()).isEqualTo(tests);
    }

    private void assertUnproven(Run run, String... texts) {
        assertThat(run.failures())
                .singleElement()
                .isInstanceOf(AssertionFailedError.class)
                .asString()
                .contains(texts);
        assertNothingWritten();
    }

    private void assertNothingWritten() {
        try (Stream<Path> files = Files.list(pacts)) {
            assertThat(files).isEmpty();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private List<String> written() {
        return contract("notification-ui-inbox.json").interactions().stream()
                .map(Interaction::description)
                .toList();
    }

    private Contract contract(String file) {
        return ContractFiles.read(pacts.resolve(file)).get(0);
    }

    private String text() {
        try {
            return Files.readString(pactFile());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Path pactFile() {
        return pacts.resolve("notification-ui-inbox.json");
    }
}
