package dev.wspact.trouble;

import static dev.wspact.trouble.Trouble.TICK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.wspact.ContractFiles;
import dev.wspact.contract.ContractFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.Arguments.ArgumentSet;
import org.junit.jupiter.params.provider.MethodSource;

/** Contracts that cannot be read: each ends in the text that docs/troubleshooting.md shows. */
class BadContractsTest {
    private static final String NUMBER_SCHEMA = "{type: object, properties: {price: {type: number}}}";

    @TempDir
    private Path directory;

    private static List<ArgumentSet> files() {
        return List.of(
                file("Broken JSON", "price-feed.json", "{\n  \"consumer\": {\"name\": \"trading-desk\"},,\n}"),
                file("Broken YAML", "price-feed.contract.yaml", "consumer: trading-desk\nprovider: [price-feed\n"),
                file(
                        "An unknown field in a contract",
                        "price-feed.contract.yaml",
                        Trouble.contract(NUMBER_SCHEMA, TICK) + "    wihtin: 5s\n"),
                file(
                        "An unknown field in comments.websocket",
                        "price-feed.json",
                        Trouble.pact("{\"match\": \"decimal\"}")
                                .replace(
                                        "\"pending\": false,",
                                        "\"pending\": false,\n      \"comments\": {\"websocket\": {\"version\": 1, \"recieve\": {\"atLeast\": 2}}},")),
                file(
                        "A schema that is no schema",
                        "price-feed.contract.yaml",
                        Trouble.contract("{type: object, properties: {price: {type: nubmer}}}", TICK)),
                file(
                        "An example that does not fit its schema",
                        "price-feed.contract.yaml",
                        Trouble.contract(NUMBER_SCHEMA, "{type: tick, price: dear}")),
                file(
                        "A reference to a file that does not exist",
                        "price-feed.contract.yaml",
                        Trouble.contract("{$ref: price.schema.json}", TICK)),
                file(
                        "A reference to the network",
                        "price-feed.contract.yaml",
                        Trouble.contract("{$ref: 'https://example.com/price.schema.json'}", TICK)),
                file(
                        "A reference that leads back to itself",
                        "price-feed.contract.yaml",
                        Trouble.contract(
                                "{$ref: '#/$defs/a', $defs: {a: {$ref: '#/$defs/b'}, b: {$ref: '#/$defs/a'}}}", TICK)));
    }

    private static ArgumentSet file(String title, String name, String text) {
        return Arguments.argumentSet(title, title, name, text);
    }

    @ParameterizedTest
    @MethodSource("files")
    void a_file_that_cannot_be_understood_is_explained(String title, String name, String text) throws IOException {
        ContractFormatException problem =
                catchThrowableOfType(ContractFormatException.class, () -> Trouble.read(directory, name, text));

        assertThat(problem).as(title).isNotNull();
        TroubleshootingPage.assertShows(title, Trouble.withoutChance(String.valueOf(problem.getMessage()), directory));
    }

    @Test
    void a_missing_directory_is_explained() throws IOException {
        assertExplained("A directory that does not exist", directory.resolve("contarcts"));
    }

    @Test
    void an_empty_directory_is_explained() throws IOException {
        assertExplained("A directory without contracts", Files.createDirectory(directory.resolve("empty")));
    }

    private void assertExplained(String title, Path path) throws IOException {
        ContractFormatException problem =
                catchThrowableOfType(ContractFormatException.class, () -> ContractFiles.read(path));

        assertThat(problem).as(title).isNotNull();
        TroubleshootingPage.assertShows(title, Trouble.withoutChance(String.valueOf(problem.getMessage()), directory));
    }
}
