package dev.wspact.internal.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import dev.wspact.internal.redaction.Redaction;
import dev.wspact.internal.redaction.Secrets;
import dev.wspact.verdict.ContractResult;
import dev.wspact.verdict.VerificationResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResultFilesTest {
    @TempDir
    Path directory;

    @Test
    void what_is_written_is_read_back_without_loss_and_fits_the_published_schema() throws IOException {
        Random random = new Random(42);
        Schema schema = GoldenReportsTest.schema();
        Set<String> verdicts = new HashSet<>();
        for (int round = 0; round < 300; round++) {
            ContractResult result = new ArbitraryResults(random).contract();
            result.interactions()
                    .forEach(interaction -> verdicts.add(interaction.verdict().word()));

            byte[] json = ResultJson.bytes(result);

            assertThat(ResultJson.result(json)).isEqualTo(result);
            assertThat(schema.validate(new String(json, StandardCharsets.UTF_8), InputFormat.JSON))
                    .isEmpty();
        }
        assertThat(verdicts).containsExactlyInAnyOrder("passed", "failed", "not-seen", "errored", "pending");
    }

    @Test
    void results_of_a_run_are_read_back_in_the_order_of_their_names() throws IOException {
        List<ContractResult> results = List.copyOf(Results.all().values());

        List<Path> files = ResultFiles.write(new VerificationResult(results), directory);

        assertThat(files).hasSameSizeAs(results).doesNotHaveDuplicates().allMatch(Files::isRegularFile);
        assertThat(ResultFiles.read(directory))
                .containsExactlyInAnyOrderElementsOf(
                        results.stream().map(Redaction.of(Secrets.BUILT_IN)::of).toList());
        assertThat(names()).hasSize(2 * results.size()).noneMatch(name -> name.endsWith(".tmp"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "../../etc/passwd",
                "C:\\Windows",
                "con",
                "a\u0000b",
                "\uD800",
                "日本語",
                "a/b",
                "-",
                "TEST",
                "NUL.json",
                "Über"
            })
    void hostile_names_stay_in_the_directory(String consumer) throws IOException {
        Path inner = directory.resolve("results");

        List<Path> files = ResultFiles.write(new VerificationResult(List.of(named(consumer, ""))), inner);

        assertThat(files).hasSize(1).allMatch(file -> file.getParent().equals(inner));
        assertThat(String.valueOf(files.get(0).getFileName())).matches("[a-z0-9-]+\\.json");
        assertThat(names()).containsExactly("results");
        assertThat(ResultFiles.read(inner)).containsExactly(named(consumer, ""));
    }

    @Test
    void names_that_look_alike_do_not_collide() throws IOException {
        List<ContractResult> results = List.of(
                named("a b", "p"),
                named("a-b", "p"),
                named("a", "b-p"),
                named("A b", "p"),
                named("\uD800", "p"),
                named("\uD801", "p"),
                named("x".repeat(5000), "p"),
                named("x".repeat(5001), "p"),
                named("a b", "p"));

        assertThat(ResultFiles.write(new VerificationResult(results), directory))
                .doesNotHaveDuplicates();
        assertThat(ResultFiles.read(directory)).containsExactlyInAnyOrderElementsOf(results);
    }

    @Test
    void results_of_an_earlier_run_are_gone_and_files_of_others_stay() throws IOException {
        ResultFiles.write(new VerificationResult(List.of(named("old", "p"), named("kept", "p"))), directory);
        Files.writeString(directory.resolve("TEST-surefire-0123456789ab.xml"), "<testsuite name=\"surefire\"/>");
        Files.writeString(directory.resolve("notes.txt"), "mine");
        Files.createDirectory(directory.resolve("folder-0123456789ab.json"));

        ResultFiles.write(new VerificationResult(List.of(named("kept", "p"))), directory);

        assertThat(ResultFiles.read(directory)).containsExactly(named("kept", "p"));
        assertThat(names())
                .hasSize(5)
                .contains("TEST-surefire-0123456789ab.xml", "notes.txt", "folder-0123456789ab.json");
    }

    @Test
    void a_run_without_contracts_leaves_no_result() throws IOException {
        ResultFiles.write(new VerificationResult(List.of(named("old", "p"))), directory);

        assertThat(ResultFiles.write(new VerificationResult(List.of()), directory))
                .isEmpty();

        assertThat(ResultFiles.read(directory)).isEmpty();
    }

    @Test
    void a_directory_that_does_not_exist_holds_no_results() throws IOException {
        assertThat(ResultFiles.read(directory.resolve("missing"))).isEmpty();
    }

    @Test
    void a_foreign_json_file_of_a_fitting_name_is_not_deleted_but_cannot_be_read() throws IOException {
        Path foreign = directory.resolve("a-b-0123456789ab.json");
        Files.writeString(foreign, "{\"hello\": 1}");

        ResultFiles.write(new VerificationResult(List.of()), directory);

        assertThat(foreign).hasContent("{\"hello\": 1}");
        assertThatThrownBy(() -> ResultFiles.read(directory))
                .isInstanceOf(IOException.class)
                .hasMessage(foreign + " cannot be read as a result of wspact: it has no \"formatVersion\", so it is no"
                        + " result file of wspact. Delete it (mvn clean removes old results), keep other JSON files in"
                        + " another directory, and verify once more.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"formatVersion\": 1",
                "{\"formatVersion\": 1} {}",
                "{\"formatVersion\": 1}",
                "{\"formatVersion\": \"1\"}"
            })
    void what_is_no_result_is_refused_with_its_file(String content) throws IOException {
        Files.writeString(directory.resolve("x.json"), content);

        assertThatThrownBy(() -> ResultFiles.read(directory))
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll("x.json", "cannot be read as a result of wspact", "Delete it");
    }

    @Test
    void each_damage_is_named_with_its_place() throws IOException {
        String json = new String(ResultJson.bytes(Results.passed()), StandardCharsets.UTF_8);
        Map<String, String> problems = Map.of(
                json.replace("\"formatVersion\": 1", "\"formatVersion\": 2"),
                        "at /formatVersion: it is written in format 2, and this version of wspact reads format 1",
                json.replace("\"success\": true", "\"success\": false"),
                        "at /success: it says false, but the verdicts below say true",
                json.replace("\"source\": \"contracts/trading-desk-price-feed.json\",\n  \"notes\"", "\"notes\""),
                        "member \"source\" is missing",
                json.replace("\"success\"", "\"extra\": 1,\n  \"success\""), "member \"extra\" is unknown",
                json.replace("\"messages\": 3", "\"messages\": 3.5"),
                        "at /interactions/0/messages: a whole number is expected here",
                json.replaceFirst("\"passed\"", "\"fine\""), "at /interactions/0: verdict \"fine\" is unknown",
                json.replaceFirst("\"passed\"", "\"failed\""),
                        "at /interactions/0: member \"omittedMismatches\" is missing",
                json.replace("\"took\": \"PT5.143S\"", "\"took\": \"long\""), "Text cannot be parsed to a Duration");

        problems.forEach((damaged, problem) -> {
            assertThat(damaged).isNotEqualTo(json);
            assertThatThrownBy(() -> ResultJson.result(damaged.getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(ResultFormatException.class)
                    .hasMessageContaining(problem);
        });
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> String.valueOf(file.getFileName())).toList();
        }
    }

    private static ContractResult named(String consumer, String provider) {
        ContractResult some = Results.passed();
        return new ContractResult(
                new ContractResult.Subject(consumer, provider, "source", List.of()),
                some.interactions(),
                some.connections(),
                some.uncontracted(),
                some.period());
    }
}
