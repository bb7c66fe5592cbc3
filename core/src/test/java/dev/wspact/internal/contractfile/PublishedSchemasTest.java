package dev.wspact.internal.contractfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wspact.contract.Contract;
import dev.wspact.contract.ContractFormatException;
import dev.wspact.internal.json.StrictJson;
import dev.wspact.internal.schema.MessageSchema;
import dev.wspact.internal.schema.SchemaViolation;
import dev.wspact.internal.time.Deadline;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Our readers and the published schemas agree: what is in {@code good} passes both, what is in {@code bad} fails both,
 * and what is in {@code wrong} fails our readers only, since it is beyond what a schema can say. The whole error text of
 * each stands beside it; {@code -Dgolden.update=true} rewrites it.
 */
class PublishedSchemasTest {
    private static final Path CASES = Path.of("src/test/resources/contract-format");

    private static Stream<Path> files(String directory, String... endings) throws IOException {
        try (Stream<Path> files = Files.list(CASES.resolve(directory))) {
            List<Path> found = files.filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith))
                    .sorted()
                    .toList();
            assertThat(found).isNotEmpty();
            return found.stream();
        }
    }

    static Stream<Path> goodContracts() throws IOException {
        return files("contract/good", ".contract.yaml", ".contract.json");
    }

    static Stream<Path> badContracts() throws IOException {
        return files("contract/bad", ".contract.yaml");
    }

    static Stream<Path> wrongContracts() throws IOException {
        return files("contract/wrong", ".contract.yaml");
    }

    static Stream<Path> goodComments() throws IOException {
        return files("websocket-comment/good", ".json");
    }

    static Stream<Path> badComments() throws IOException {
        return files("websocket-comment/bad", ".json");
    }

    private static List<SchemaViolation> judged(String schema, JsonNode value) throws Exception {
        try (InputStream in = MessageSchema.class.getResourceAsStream("/dev/wspact/" + schema)) {
            assertThat(in).isNotNull();
            MessageSchema compiled = MessageSchema.compile(StrictJson.read(in.readAllBytes()));
            assertThat(compiled.notes()).isEmpty();
            return compiled.validate(value, Deadline.after(Duration.ofMinutes(1)));
        }
    }

    private static void assertText(Path file, ContractFormatException error) throws IOException {
        Path golden = Path.of(file.toString().replaceFirst("(\\.contract\\.yaml|\\.json)$", ".txt"));
        String text = String.valueOf(error.getMessage())
                        .replace(CASES.toAbsolutePath() + "/", "")
                        .replace(CASES + "/", "")
                + "\n";
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(golden, text);
        }
        assertThat(text).isEqualTo(Files.readString(golden));
    }

    @ParameterizedTest
    @MethodSource("goodContracts")
    void good_contracts_pass_both(Path file) throws Exception {
        assertThat(judged("contract.schema.json", ContractText.document(file).tree()))
                .isEmpty();
        assertThat(ContractReader.read(file, "")).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("badContracts")
    void bad_contracts_fail_both(Path file) throws Exception {
        ContractFormatException error =
                catchThrowableOfType(ContractFormatException.class, () -> ContractReader.read(file, ""));

        assertThat(error).as("our reader on %s", file).isNotNull();
        assertText(file, error);
        assertThat(judged("contract.schema.json", ContractText.document(file).tree()))
                .as("the published schema on %s", file)
                .isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("wrongContracts")
    void wrong_contracts_fail_our_reader_only(Path file) throws Exception {
        ContractFormatException error =
                catchThrowableOfType(ContractFormatException.class, () -> ContractReader.read(file, ""));

        assertThat(error).as("our reader on %s", file).isNotNull();
        assertText(file, error);
        if (!file.getFileName().toString().startsWith("unreadable")) {
            assertThat(judged(
                            "contract.schema.json", ContractText.document(file).tree()))
                    .as("the published schema on %s; if it can tell, the file belongs to bad", file)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("goodComments")
    void good_comments_pass_both(Path file) throws Exception {
        JsonNode interaction = StrictJson.read(Files.readString(file));

        assertThat(judged("websocket-comment.schema.json", interaction.at("/comments/websocket")))
                .isEmpty();
        assertThat(read(file).interactions()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("badComments")
    void bad_comments_fail_both(Path file) throws Exception {
        JsonNode interaction = StrictJson.read(Files.readString(file));
        ContractFormatException error = catchThrowableOfType(ContractFormatException.class, () -> read(file));

        assertThat(error).as("our reader on %s", file).isNotNull();
        assertText(file, error);
        assertThat(judged("websocket-comment.schema.json", interaction.at("/comments/websocket")))
                .as("the published schema on %s", file)
                .isNotEmpty();
    }

    private static Contract read(Path interaction) throws IOException {
        return ContractReader.readPact(
                "{\"consumer\": {\"name\": \"c\"}, \"provider\": {\"name\": \"p\"}, \"interactions\": ["
                        + Files.readString(interaction)
                        + "], \"metadata\": {\"pactSpecification\": {\"version\": \"4.0\"}}}",
                interaction.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"contract.schema.json", "websocket-comment.schema.json"})
    void the_schemas_in_docs_are_those_in_the_jar(String name) throws Exception {
        assertThat(Path.of("src/main/resources/dev/wspact", name)).hasSameTextualContentAs(Path.of("../docs", name));
    }

    @Test
    void every_directory_has_its_share_of_cases() throws Exception {
        assertThat(badContracts()).hasSizeGreaterThan(40);
        assertThat(wrongContracts()).hasSizeGreaterThan(20);
        assertThat(badComments()).hasSizeGreaterThan(30);
    }
}
