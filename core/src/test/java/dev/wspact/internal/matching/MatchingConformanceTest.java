package dev.wspact.internal.matching;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wspact.internal.json.StrictJson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every directory {@code matching/<rule>/<case>} is a case; a new one needs files only. {@code -Dgolden.update=true}
 * rewrites the {@code expected.json} of each.
 */
class MatchingConformanceTest {
    private static final Path CASES = Path.of("src/test/resources/matching");

    static List<Named<Path>> cases() throws Exception {
        try (Stream<Path> files = Files.walk(CASES)) {
            List<Named<Path>> cases = files.filter(file -> file.endsWith("contract.json"))
                    .sorted()
                    .map(file -> Named.of(CASES.relativize(file.getParent()).toString(), file.getParent()))
                    .toList();
            assertThat(cases).as("cases below %s", CASES).hasSizeGreaterThan(100);
            return cases;
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void differences_are_the_recorded_ones(Path directory) throws Exception {
        Path recorded = directory.resolve("expected.json");
        JsonNode outcome = outcome(MatchingCase.read(directory));
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(recorded, outcome.toPrettyString() + "\n");
        }

        assertThat(outcome).isEqualTo(StrictJson.read(Files.readString(recorded)));
    }

    @Test
    void every_rule_has_a_case_that_matches_and_one_that_does_not() throws Exception {
        Set<String> matching = new TreeSet<>();
        Set<String> different = new TreeSet<>();
        for (Named<Path> named : cases()) {
            Path directory = named.getPayload();
            String rule = CASES.relativize(directory).getName(0).toString();
            JsonNode expected = StrictJson.read(Files.readString(directory.resolve("expected.json")));
            if (expected.has("differences")) {
                (expected.get("differences").isEmpty() ? matching : different).add(rule);
            }
        }

        assertThat(matching).containsAll(RuleNames.ALL);
        assertThat(different).containsAll(RuleNames.ALL);
    }

    private static JsonNode outcome(MatchingCase example) {
        ObjectNode outcome = JsonNodeFactory.instance.objectNode();
        try {
            ArrayNode differences = outcome.putArray("differences");
            for (Difference difference : example.differences()) {
                differences
                        .addObject()
                        .put("path", difference.path())
                        .put("rule", difference.rule())
                        .put("expected", difference.expected())
                        .put("actual", difference.actual());
            }
        } catch (UnjudgeableException e) {
            outcome.removeAll();
            outcome.putObject("unjudgeable").put("problem", e.problem()).put("remedy", e.remedy());
        }
        return outcome;
    }
}
