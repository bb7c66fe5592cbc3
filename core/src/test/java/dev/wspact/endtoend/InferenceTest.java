package dev.wspact.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wspact.ContractDrafts;
import dev.wspact.ContractFiles;
import dev.wspact.RecordingVerifier;
import dev.wspact.contract.Contract;
import dev.wspact.verdict.ContractResult;
import dev.wspact.verdict.Mismatch;
import dev.wspact.verdict.Verdict;
import dev.wspact.verification.VerificationOptions;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A contract is inferred from the traffic of the example's service and judges it. The recordings are of the service as it is,
 * and as its profile "broken" leaves it.
 */
class InferenceTest {
    private static final Path HEALTHY = Path.of("src", "test", "resources", "recordings", "healthy.jsonl");
    private static final Path BROKEN = Path.of("src", "test", "resources", "recordings", "broken.jsonl");
    /** The contracts of the example as they were when its traffic was recorded. */
    private static final Path CONTRACTS = Path.of("src", "test", "resources", "recordings", "contracts");

    @TempDir
    private Path directory;

    private List<Contract> inferred(Path... recordings) throws Exception {
        Path out = Files.createTempDirectory(directory, "draft");
        ContractDrafts.Drafted drafted =
                ContractDrafts.infer(List.of(recordings), "badge", "notification-service", "", out);
        assertThat(drafted.contract()).hasFileName("notification-service.contract.yaml");
        assertThat(drafted.contract()).content().startsWith("# DRAFT, inferred by wspact from ");
        return ContractFiles.read(drafted.contract());
    }

    private static Map<String, Verdict> verdicts(List<Contract> contracts, Path recording) {
        ContractResult result = RecordingVerifier.of(
                        VerificationOptions.ofRecording().build())
                .verify(contracts, recording)
                .contracts()
                .get(0);
        Map<String, Verdict> verdicts = new TreeMap<>();
        result.interactions().forEach(one -> verdicts.put(one.subject().description(), one.verdict()));
        return verdicts;
    }

    @Test
    void the_recordings_are_judged_by_the_contracts_as_the_service_was() {
        assertThat(judged(HEALTHY)).hasSize(8).allSatisfy(word -> assertThat(word)
                .isEqualTo("passed"));
        assertThat(judged(BROKEN))
                .containsExactly("failed", "not-seen", "passed", "failed", "failed", "passed", "passed", "failed");
    }

    private static List<String> judged(Path recording) {
        return RecordingVerifier.of(VerificationOptions.ofRecording().build())
                .verify(ContractFiles.read(CONTRACTS), recording)
                .contracts()
                .stream()
                .flatMap(contract -> contract.interactions().stream())
                .map(interaction -> interaction.verdict().word())
                .toList();
    }

    @Test
    void the_draft_verifies_the_traffic_that_it_came_from() throws Exception {
        assertThat(verdicts(inferred(HEALTHY), HEALTHY))
                .hasSize(4)
                .containsKeys(
                        "a message of type notification",
                        "a message of type ping",
                        "a message of type subscribe",
                        "a close with 4001")
                .allSatisfy((description, verdict) -> assertThat(verdict).isEqualTo(Verdict.PASSED));
    }

    @Test
    void the_draft_catches_what_the_broken_service_shows_in_its_traffic() throws Exception {
        Map<String, Verdict> verdicts = verdicts(inferred(HEALTHY), BROKEN);

        assertThat(verdicts.get("a message of type notification"))
                .isInstanceOfSatisfying(Verdict.Failed.class, failed -> assertThat(failed.mismatches())
                        .extracting(mismatch -> mismatch.address().path(), Mismatch::rule)
                        .contains(
                                org.assertj.core.groups.Tuple.tuple("$.priority", "schema type"),
                                org.assertj.core.groups.Tuple.tuple("$", "schema required")));
        assertThat(verdicts.get("a message of type ping")).isInstanceOf(Verdict.NotSeen.class);
        assertThat(verdicts.get("a message of type subscribe")).isEqualTo(Verdict.PASSED);
        assertThat(verdicts.get("a close with 4001")).isInstanceOf(Verdict.Failed.class);
    }

    @Test
    void a_draft_of_both_takes_both() throws Exception {
        List<Contract> both = inferred(HEALTHY, BROKEN);

        assertThat(verdicts(both, HEALTHY).get("a message of type notification"))
                .isEqualTo(Verdict.PASSED);
        assertThat(verdicts(both, BROKEN).get("a message of type notification")).isEqualTo(Verdict.PASSED);
    }

    @Test
    void what_somebody_may_have_tightened_is_never_overwritten() throws Exception {
        ContractDrafts.infer(List.of(HEALTHY), "badge", "notification-service", "type", directory);
        List<Path> written = new ArrayList<>();
        try (var files = Files.walk(directory)) {
            files.filter(Files::isRegularFile).forEach(written::add);
        }
        assertThat(written).hasSizeGreaterThan(8);

        assertThatThrownBy(() ->
                        ContractDrafts.infer(List.of(HEALTHY), "badge", "notification-service", "/type", directory))
                .isInstanceOf(FileAlreadyExistsException.class);
    }

    @Test
    void the_draft_reads_as_it_is_documented() throws Exception {
        ContractDrafts.Drafted drafted =
                ContractDrafts.infer(List.of(HEALTHY), "badge", "notification-service", "", directory);

        assertThat(drafted.contract())
                .content()
                .contains("channel: {\"path\":\"/notifications\",\"subprotocols\":[\"v1.notify\"]}")
                .contains("    steps: [{\"content\":{\"type\":\"subscribe\",\"topic\":\"news\"},\"awaits\":{\"/type\":"
                        + "\"ack\"}}]\n")
                .contains("    correlate: \"/id\"\n");
        assertThat(directory.resolve("schemas/notification.schema.json"))
                .content()
                .contains("\"const\" : \"notification\"", "\"date-time\"", "\"integer\"");
    }
}
