package dev.wspact.internal.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wspact.internal.json.StrictJson;
import dev.wspact.internal.time.Deadline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Runs the official JSON-Schema-Test-Suite, whose checkout is named by the system property. What is judged otherwise than
 * the suite says is recorded in a file; {@code -Dgolden.update=true} rewrites it.
 */
@EnabledIfSystemProperty(named = "wspact.jsonSchemaTestSuite", matches = ".+")
class JsonSchemaTestSuiteTest {
    private static final Path RECORDED = Path.of("src/test/resources/json-schema-test-suite/differences.txt");
    private static final Map<Draft, String> DIRECTORIES = Map.of(
            Draft.DRAFT_4, "draft4",
            Draft.DRAFT_6, "draft6",
            Draft.DRAFT_7, "draft7",
            Draft.DRAFT_2019_09, "draft2019-09",
            Draft.DRAFT_2020_12, "draft2020-12");

    private final List<String> differences = new ArrayList<>();
    private int tests;

    @Test
    void is_judged_as_it_says_but_for_the_recorded_differences() throws Exception {
        Path suite = Path.of(System.getProperty("wspact.jsonSchemaTestSuite"), "tests");
        for (Draft draft : Draft.values()) {
            Path directory = suite.resolve(DIRECTORIES.get(draft));
            for (Path file : files(directory)) {
                for (JsonNode group : StrictJson.read(Files.readString(file))) {
                    judge(draft, suite.relativize(file) + " | " + text(group), group);
                }
            }
        }

        assertThat(tests).isGreaterThan(8_000);
        if (Boolean.getBoolean("golden.update")) {
            Files.write(RECORDED, differences);
        }
        assertThat(differences).containsExactlyElementsOf(Files.readAllLines(RECORDED));
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    private void judge(Draft draft, String title, JsonNode group) {
        tests += group.get("tests").size();
        MessageSchema schema;
        try {
            schema = MessageSchema.compile(withDraft(draft, group.get("schema")));
        } catch (InvalidSchemaException e) {
            differences.add(title + " | not usable: " + e.problem());
            return;
        }
        for (JsonNode test : group.get("tests")) {
            boolean valid = schema.validate(test.get("data"), Deadline.after(Duration.ofMinutes(1)))
                    .isEmpty();
            if (valid != test.get("valid").booleanValue()) {
                differences.add(title + " | " + text(test) + " | " + (valid ? "accepted" : "refused"));
            }
        }
    }

    /** The suite tells the older drafts by their directory only. */
    private static JsonNode withDraft(Draft draft, JsonNode schema) {
        if (!(schema instanceof ObjectNode object) || schema.has("$schema")) {
            return schema;
        }
        ObjectNode named = JsonNodeFactory.instance.objectNode().put("$schema", draft.uri());
        named.setAll(object);
        return named;
    }

    private static String text(JsonNode described) {
        return described.get("description").textValue();
    }
}
