package dev.wspact.mutants;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wspact.ContractFiles;
import dev.wspact.ProviderVerifier;
import dev.wspact.contract.ProviderState;
import dev.wspact.verdict.ContractResult;
import dev.wspact.verdict.InteractionResult;
import dev.wspact.verdict.Mismatch;
import dev.wspact.verdict.Verdict;
import dev.wspact.verification.VerificationOptions;
import dev.wspact.wire.Script;
import dev.wspact.wire.ScriptedServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs every directory below {@code mutants/} over a real socket: the server of {@code server.json} keeps the contract,
 * the one of {@code broken.json} breaks one thing in it, and exactly the interaction named there turns red. A new case
 * needs files only.
 */
@Timeout(300)
class MutantsTest {
    private static final ExecutorService VERIFIERS = Executors.newFixedThreadPool(4);
    private static final Map<Path, Future<ContractResult>> RESULTS = new ConcurrentHashMap<>();

    static List<Named<Path>> cases() throws IOException {
        try (Stream<Path> directories = Files.list(directory())) {
            return directories
                    .sorted()
                    .map(dir -> Named.of(String.valueOf(dir.getFileName()), dir))
                    .toList();
        }
    }

    /** They wait more than they work, so several are verified at once. */
    @BeforeAll
    static void verifyAll() throws IOException {
        for (Named<Path> dir : cases()) {
            for (String server : List.of("server.json", "broken.json")) {
                JsonNode script = CaseFile.read(dir.getPayload().resolve(server));
                RESULTS.put(dir.getPayload().resolve(server), VERIFIERS.submit(() -> verify(dir.getPayload(), script)));
            }
        }
    }

    @AfterAll
    static void end() {
        RESULTS.clear();
        VERIFIERS.shutdownNow();
    }

    private static Path directory() {
        try {
            return Path.of(Objects.requireNonNull(MutantsTest.class.getResource("/mutants"))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void the_unbroken_twin_is_green(Path dir) throws Exception {
        ContractResult result = result(dir, "server.json");

        assertThat(result.interactions())
                .extracting(InteractionResult::verdict)
                .hasSizeGreaterThanOrEqualTo(2)
                .containsOnly(Verdict.PASSED);
        assertThat(result.successful()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void exactly_the_interaction_that_is_broken_turns_red(Path dir) throws Exception {
        JsonNode broken = CaseFile.read(dir.resolve("broken.json"));
        ContractResult result = result(dir, "broken.json");

        for (InteractionResult found : result.interactions()) {
            boolean red =
                    found.subject().description().equals(broken.path("red").asText());
            assertThat(found.verdict().word())
                    .as("%s: %s", found.subject().description(), found.verdict())
                    .isEqualTo(red ? broken.path("verdict").asText() : "passed");
            if (red && broken.has("rule")) {
                assertThat(found.verdict())
                        .isInstanceOfSatisfying(Verdict.Failed.class, failed -> assertThat(failed.mismatches())
                                .extracting(Mismatch::rule)
                                .contains(broken.path("rule").asText()));
            }
        }
        assertThat(result.interactions())
                .extracting(found -> found.subject().description())
                .contains(broken.path("red").asText());
    }

    private static ContractResult result(Path dir, String server) throws Exception {
        Future<ContractResult> result = Objects.requireNonNull(RESULTS.get(dir.resolve(server)));
        return result.get(5, TimeUnit.MINUTES);
    }

    private static ContractResult verify(Path dir, JsonNode server) throws IOException {
        var states = new WireScript.States();
        List<Script> scripts = new ArrayList<>();
        server.path("connections").forEach(steps -> scripts.add(new WireScript(steps, states)));
        try (ScriptedServer wire = ScriptedServer.startInOrder(scripts.toArray(Script[]::new))) {
            VerificationOptions options = VerificationOptions.of(wire.uri("/"))
                    .timeout(Duration.ofSeconds(5))
                    .headers(Map.of("Authorization", List.of("Bearer verifier")))
                    .stateHandler((ProviderState state) -> {
                        states.reached(state.name());
                        return Map.of("id", 42);
                    })
                    .build();
            return ProviderVerifier.of(options)
                    .verify(ContractFiles.read(dir.resolve("contract.json")))
                    .contracts()
                    .get(0);
        }
    }

    @Test
    void every_field_has_a_case() throws IOException {
        assertThat(without(Fields.all(publishedSchema())))
                .as("fields without a case below %s", directory())
                .isEmpty();
    }

    @Test
    void every_matching_rule_has_a_case_for_every_kind_of_contents() throws IOException {
        assertThat(without(RuleKinds.all()))
                .as("rules without a case below %s", directory())
                .isEmpty();
    }

    @Test
    void a_field_that_is_new_in_the_schema_is_missed() throws IOException {
        JsonNode schema = publishedSchema();
        ((ObjectNode) schema.path("properties")).putObject("planted");

        assertThat(without(Fields.all(schema))).containsExactly("planted");
    }

    @Test
    void what_has_no_case_is_still_a_field_or_a_rule() throws IOException {
        Set<String> schema = Fields.everything(publishedSchema());

        assertThat(schema).containsAll(Fields.NOT_BREAKABLE.keySet());
        assertThat(RuleKinds.everything()).containsAll(RuleKinds.NOT_BREAKABLE.keySet());
    }

    /** A case for a field is one whose name is the field's, or starts with it and a dot. */
    private static Set<String> without(Set<String> fields) throws IOException {
        Set<String> names = new TreeSet<>();
        cases().forEach(named -> names.add(named.getName()));
        Set<String> without = new TreeSet<>(fields);
        without.removeIf(field -> names.stream().anyMatch(name -> name.equals(field) || name.startsWith(field + ".")));
        return without;
    }

    private static JsonNode publishedSchema() throws IOException {
        try (InputStream schema =
                Objects.requireNonNull(ContractFiles.class.getResourceAsStream("websocket-comment.schema.json"))) {
            return CaseFile.json(new String(schema.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
