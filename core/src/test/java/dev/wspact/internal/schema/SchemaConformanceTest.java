package dev.wspact.internal.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wspact.internal.json.StrictJson;
import dev.wspact.internal.time.Deadline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs {@code schema/<draft>/<keyword>/case.json}; {@code -Dgolden.update=true} rewrites the violation texts. */
class SchemaConformanceTest {
    private static final Path CASES = Path.of("src/test/resources/schema");

    static List<Path> cases() throws IOException {
        try (Stream<Path> files = Files.walk(CASES)) {
            return files.filter(file -> file.endsWith("case.json")).sorted().collect(Collectors.toList());
        }
    }

    @Test
    void there_are_cases_for_every_draft() throws Exception {
        assertThat(cases()).hasSizeGreaterThan(120);
        assertThat(cases().stream()
                        .map(file -> file.getName(file.getNameCount() - 3).toString())
                        .distinct())
                .hasSize(Draft.values().length);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void judges_as_the_specification_says(Path file) throws Exception {
        JsonNode test = StrictJson.read(Files.readString(file));
        MessageSchema schema = MessageSchema.compile(test.get("schema"));

        for (JsonNode value : test.get("valid")) {
            assertThat(violations(schema, value)).as("%s is valid", value).isEmpty();
        }
        assertThat(test.get("invalid")).isNotEmpty();
        if (Boolean.getBoolean("golden.update")) {
            update(file, test, schema);
        }
        for (JsonNode invalid : test.get("invalid")) {
            assertThat(violations(schema, invalid.get("value")))
                    .as("%s is not valid", invalid.get("value"))
                    .isNotEmpty()
                    .containsExactlyElementsOf(texts(invalid.get("violations")));
        }
        assertThat(schema.notes()).isEmpty();
    }

    private static List<String> violations(MessageSchema schema, JsonNode value) {
        return schema.validate(value, Deadline.after(Duration.ofMinutes(1))).stream()
                .map(violation -> "%s | %s | %s | %s"
                        .formatted(violation.path(), violation.keyword(), violation.expected(), violation.actual()))
                .collect(Collectors.toList());
    }

    private static List<String> texts(JsonNode violations) {
        return Stream.iterate(0, i -> i < violations.size(), i -> i + 1)
                .map(i -> violations.get(i).textValue())
                .collect(Collectors.toList());
    }

    private static void update(Path file, JsonNode test, MessageSchema schema) throws IOException {
        for (JsonNode invalid : test.get("invalid")) {
            ArrayNode texts = ((ObjectNode) invalid).putArray("violations");
            violations(schema, invalid.get("value")).forEach(texts::add);
        }
        Files.writeString(file, test.toPrettyString() + "\n");
    }
}
