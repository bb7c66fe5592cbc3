package dev.wspact.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wspact.contract.ProviderState;
import dev.wspact.verdict.Mismatch;
import dev.wspact.verdict.Verdict;
import dev.wspact.verdict.VerificationResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Verdicts, provider states, and the paths of all mismatches that the suite names. */
@Tag("shared")
@Timeout(120)
class WsConformanceOverSocketTest {
    private static final Path CASES = Path.of(System.getProperty("wspact.shared", "../shared"), "data/ws-conformance");

    /**
     * Cases whose verdict rests on message metadata, which no frame carries: they go through the matching engine only
     * (internal.matching.WsConformanceTest).
     */
    private static final Set<String> ON_METADATA = Set.of("v3-provider-05");

    static List<Named<Path>> cases() throws Exception {
        try (Stream<Path> directories = Files.list(CASES)) {
            List<Named<Path>> cases = directories
                    .filter(directory ->
                            !ON_METADATA.contains(directory.getFileName().toString()))
                    .sorted()
                    .map(directory -> Named.of(directory.getFileName().toString(), directory))
                    .toList();
            assertThat(cases).hasSize(36 - ON_METADATA.size());
            return cases;
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_server_that_sends_the_frames_is_judged_as_the_suite_says(Path directory) throws Exception {
        ConformanceCase conformance = ConformanceCase.read(directory);
        List<ProviderState> states = new ArrayList<>();

        List<VerificationResult> results = conformance.verify(states);

        assertThat(results).isNotEmpty();
        assertThat(results).as("verdicts").allSatisfy(result -> assertThat(result.successful())
                .as("%s", verdicts(result).toList())
                .isEqualTo(conformance.ok()));
        assertThat(results.stream().anyMatch(result -> verdicts(result).anyMatch(Verdict.Pending.class::isInstance)))
                .as("pending")
                .isEqualTo(conformance.pending());
        assertThat(states.stream().map(ProviderState::name)).containsExactlyElementsOf(conformance.states());
        assertThat(paths(results).stream().filter(conformance.paths()::contains))
                .as("paths of mismatches: %s", paths(results))
                .containsExactlyInAnyOrderElementsOf(conformance.paths());
    }

    private static Stream<Verdict> verdicts(VerificationResult result) {
        return result.contracts().stream()
                .flatMap(contract -> contract.interactions().stream())
                .map(interaction -> interaction.verdict());
    }

    private static List<String> paths(List<VerificationResult> results) {
        return results.stream()
                .flatMap(WsConformanceOverSocketTest::verdicts)
                .filter(Verdict.Failed.class::isInstance)
                .flatMap(verdict -> ((Verdict.Failed) verdict).mismatches().stream())
                .map(Mismatch::address)
                .map(Mismatch.Address::path)
                .toList();
    }
}
