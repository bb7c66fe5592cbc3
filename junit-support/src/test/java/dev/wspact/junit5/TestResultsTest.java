package dev.wspact.junit5;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wspact.Reports;
import dev.wspact.verdict.ConnectionRecord;
import dev.wspact.verdict.ContractResult;
import dev.wspact.verdict.InteractionResult;
import dev.wspact.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The result files that provider tests leave. */
class TestResultsTest {
    @TempDir
    private Path directory;

    @Test
    void a_class_leaves_one_result_for_each_contract_and_a_page_with_its_command() throws IOException {
        Outcome.of(here(), WebSocketContractFolderTest.WrongTitle.class);

        List<ContractResult> results = resultsOf(WebSocketContractFolderTest.WrongTitle.class);
        assertThat(results)
                .extracting(result -> result.subject().consumer())
                .containsExactly("digest-mailer", "notification-ui");
        assertThat(results).allSatisfy(result -> assertThat(result.command()).isEqualTo("mvn test -Dtest=WrongTitle"));
        assertThat(results.get(0).interactions())
                .extracting(InteractionResult::subject)
                .extracting(InteractionResult.Subject::description)
                .containsExactlyInAnyOrder("a notification", "an anonymous client");
        assertThat(directory
                        .resolve(WebSocketContractFolderTest.WrongTitle.class.getName())
                        .resolve("wspact-report.html"))
                .content()
                .contains("mvn test -Dtest=WrongTitle", "$.title");
    }

    @Test
    void connections_are_numbered_through_and_mismatches_name_theirs() throws IOException {
        Outcome.of(here(), WebSocketContractFolderTest.WrongTitle.class);

        ContractResult result =
                resultsOf(WebSocketContractFolderTest.WrongTitle.class).get(0);
        assertThat(result.connections()).extracting(ConnectionRecord::number).containsExactly(1, 2);
        assertThat(result.interactions())
                .extracting(InteractionResult::connection)
                .containsExactlyInAnyOrder(1, 2);
        assertThat(result.interactions())
                .filteredOn(interaction -> interaction.verdict() instanceof Verdict.Failed)
                .singleElement()
                .satisfies(failed -> assertThat(((Verdict.Failed) failed.verdict()).mismatches())
                        .isNotEmpty()
                        .allSatisfy(mismatch ->
                                assertThat(mismatch.address().connection()).isEqualTo(failed.connection())));
    }

    @Test
    void classes_that_run_at_once_have_directories_of_their_own() throws IOException {
        Outcome.of(
                Map.of(
                        "wspact.junit.results",
                        directory.toString(),
                        "junit.jupiter.execution.parallel.enabled",
                        "true",
                        "junit.jupiter.execution.parallel.mode.classes.default",
                        "concurrent"),
                WebSocketContractFolderTest.WrongTitle.class,
                WebSocketContractFolderTest.OneConsumer.class);

        assertThat(resultsOf(WebSocketContractFolderTest.WrongTitle.class)).hasSize(2);
        assertThat(resultsOf(WebSocketContractFolderTest.OneConsumer.class)).hasSize(1);
    }

    @Test
    void nested_classes_share_the_directory_of_the_outermost() throws IOException {
        Outcome.of(here(), WebSocketContractFolderTest.Outer.class);

        assertThat(resultsOf(WebSocketContractFolderTest.Outer.class))
                .hasSize(2)
                .allMatch(ContractResult::successful);
    }

    @Test
    void pacts_leave_results_too() throws IOException {
        Outcome.of(here(), WebSocketPactProviderTest.Honest.class);

        assertThat(resultsOf(WebSocketPactProviderTest.Honest.class))
                .singleElement()
                .satisfies(result -> assertThat(result.interactions()).hasSizeGreaterThan(1))
                .matches(ContractResult::successful);
    }

    @Test
    void none_are_left_where_none_are_wanted() throws IOException {
        Outcome.of(Map.of("wspact.junit.results", "none"), WebSocketContractFolderTest.OneConsumer.class);

        assertThat(Path.of("none")).doesNotExist();
    }

    @Test
    void a_directory_that_cannot_be_written_fails_the_class_and_says_how_to_choose_another() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));

        Outcome outcome = Outcome.of(
                Map.of("wspact.junit.results", file.toString()), WebSocketContractFolderTest.OneConsumer.class);

        assertThat(outcome.containerFailure())
                .cause()
                .hasMessageContaining("The results of the verification cannot be written to " + file)
                .hasMessageContaining("wspact.junit.results");
    }

    private Map<String, String> here() {
        return Map.of("wspact.junit.results", directory.toString());
    }

    private List<ContractResult> resultsOf(Class<?> test) throws IOException {
        return Reports.read(directory.resolve(test.getName()));
    }
}
