package dev.wspact.internal.contractfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wspact.contract.Contract;
import dev.wspact.contract.ContractFormatException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ContractReaderTest {
    @TempDir
    private Path directory;

    private static String pact(String consumer, String provider) {
        return ("{'consumer':{'name':'" + consumer + "'},'provider':{'name':'" + provider
                        + "'},'messages':[{'description':'d','contents':1}]}")
                .replace('\'', '"');
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }

    /** An error's text with the directory's name taken out. */
    private void assertError(ThrowingCallable reading, String text) {
        assertThatThrownBy(reading)
                .isInstanceOf(ContractFormatException.class)
                .extracting(e -> e.getMessage().replace(directory.toString(), "DIR"))
                .isEqualTo(text);
    }

    @Test
    void reads_a_file() throws IOException {
        Path file = write("a.json", pact("c", "p"));

        List<Contract> contracts = ContractReader.read(file, "");

        assertThat(contracts).extracting(Contract::source).containsExactly(file.toString());
    }

    @Test
    void tells_a_file_without_a_known_name_by_its_first_character() throws IOException {
        assertThat(ContractReader.read(write("a.pact", "\n " + pact("c", "p")), "p"))
                .hasSize(1);
    }

    @Test
    void skips_a_byte_order_mark() throws IOException {
        assertThat(ContractReader.read(write("a.json", "\uFEFF" + pact("c", "p")), ""))
                .hasSize(1);
    }

    @Test
    void reads_the_contracts_of_a_directory_in_the_order_of_their_names() throws IOException {
        write("b.json", pact("b", "p"));
        write("a.JSON", pact("a", "p"));
        write("package.json", "{\"name\":\"x\"}");
        write("README.md", "no contract");
        Files.createDirectories(directory.resolve("examples.json"));

        assertThat(ContractReader.read(directory, "p"))
                .extracting(Contract::consumer)
                .containsExactly("a", "b");
    }

    @Test
    void leaves_out_contracts_with_other_providers_even_broken_ones() throws IOException {
        write("a.json", pact("a", "p"));
        write("b.json", "{\"consumer\":{\"name\":\"b\"},\"provider\":{\"name\":\"q\"},\"messages\":[7]}");

        assertThat(ContractReader.read(directory, "p"))
                .extracting(Contract::consumer)
                .containsExactly("a");
    }

    @Test
    void does_not_leave_out_a_contract_that_names_no_provider() throws IOException {
        write("a.json", pact("a", "p"));
        write("b.json", "{\"consumer\":{\"name\":\"b\"},\"provider\":{},\"messages\":[7]}");

        assertError(
                () -> ContractReader.read(directory, "p"),
                "DIR/b.json:1 #/provider: \"name\" is missing. Write \"provider\": {\"name\": \"…\"}.");
    }

    @Test
    void says_which_providers_there_are() throws IOException {
        write("a.json", pact("a", "price-feed"));
        write("b.json", pact("b", "order-book"));

        assertError(
                () -> ContractReader.read(directory, "price-fed"),
                "DIR: no contract here is with the provider \"price-fed\". Perhaps \"price-feed\" is meant.");
        assertError(
                () -> ContractReader.read(directory, "accounts"),
                "DIR: no contract here is with the provider \"accounts\". The providers here are: \"order-book\","
                        + " \"price-feed\".");
    }

    @Test
    void says_that_nothing_is_there() {
        assertError(
                () -> ContractReader.read(directory.resolve("none"), ""),
                "DIR/none: there is no such file or directory. Check the path; it was looked for as DIR/none.");
        assertError(
                () -> ContractReader.read(directory, ""),
                "DIR: there is no contract in this directory: no .json, .yaml or .yml file stands directly in it. Put"
                        + " Pact files, contract.yaml files or *.schema.json files there, or name another directory.");
    }

    @Test
    void says_that_no_file_is_a_contract() throws IOException {
        write("package.json", "{}");

        assertError(
                () -> ContractReader.read(directory, ""),
                "DIR: there is no contract in this directory: none of its 1 .json, .yaml and .yml files is one. Put"
                        + " Pact files, contract.yaml files or *.schema.json files there, or name another directory.");
    }

    @Test
    void says_where_below_there_are_files() throws IOException {
        Files.createDirectories(directory.resolve("empty"));
        Files.writeString(Files.createDirectories(directory.resolve("web")).resolve("a.json"), pact("c", "p"));

        assertError(
                () -> ContractReader.read(directory, ""),
                "DIR: there is no contract in this directory: no .json, .yaml or .yml file stands directly in it."
                        + " Directories below it are not searched; name one of \"DIR/web\".");
    }

    @Test
    void comes_to_an_end_on_links_that_lead_in_a_circle() throws IOException {
        Files.createSymbolicLink(directory.resolve("a.json"), directory.resolve("b.json"));
        Files.createSymbolicLink(directory.resolve("b.json"), directory.resolve("a.json"));
        Files.createSymbolicLink(directory.resolve("c.json"), directory);

        assertThatThrownBy(() -> ContractReader.read(directory, ""))
                .hasMessageContaining("there is no contract in this directory");
        assertThatThrownBy(() -> ContractReader.read(directory.resolve("a.json"), ""))
                .hasMessageContaining("there is no such file");
    }

    static Stream<Arguments> badFiles() {
        return Stream.of(
                Arguments.of("", "DIR/a.json: the file is empty. Write the contract again, or remove the file."),
                Arguments.of(" \n", "DIR/a.json: the file is empty. Write the contract again, or remove the file."),
                Arguments.of(
                        "{\n  \"a\": tru\n}",
                        "DIR/a.json:2: this is not JSON: Unrecognized token 'tru': was expecting a value,"
                                + " column 8. Correct the file"
                                + " there, or generate it again."),
                Arguments.of(
                        "{\n \"a\": 1",
                        "DIR/a.json:2: this is not JSON: Unexpected end-of-input: expected close marker for Object,"
                                + " column 8. Correct the file there, or generate it again."),
                Arguments.of(
                        "{} {}",
                        "DIR/a.json:1: this is not JSON: there is more behind the end of the value, column 4. Correct"
                                + " the file there, or generate it again."),
                Arguments.of(
                        "{\"a\":1,\n\"a\":2}",
                        "DIR/a.json:2: this is not JSON: Duplicate field 'a', column 4. Correct the file"
                                + " there, or generate it again."),
                Arguments.of(
                        "{}",
                        "DIR/a.json: this is not a contract: no Pact file (consumer, provider, and interactions or"
                                + " messages), no contract.yaml, no JSON Schema. Name a contract, or a directory of"
                                + " contracts."));
    }

    @ParameterizedTest
    @MethodSource("badFiles")
    void says_what_is_wrong_with_a_file(String content, String text) throws IOException {
        Path file = write("a.json", content);

        assertError(() -> ContractReader.read(file, ""), text);
    }

    @Test
    void reads_nothing_that_is_nested_too_deeply() throws IOException {
        Path file = write("a.json", "[".repeat(10_000) + "]".repeat(10_000));

        assertError(
                () -> ContractReader.read(file, ""),
                "DIR/a.json: this is not JSON: it is nested deeper than 500 levels. Correct"
                        + " the file there, or generate it again.");
    }

    @Test
    void reads_nothing_that_is_not_utf_8() throws IOException {
        Path file = Files.write(directory.resolve("a.json"), "{\"é\":1}".getBytes(StandardCharsets.ISO_8859_1));

        assertError(
                () -> ContractReader.read(file, ""),
                "DIR/a.json: the file is not text in UTF-8. Save it as UTF-8, or name another file.");
    }

    @Test
    void reads_nothing_that_is_too_large() throws IOException {
        Path file = directory.resolve("a.json");
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int i = 0; i <= 16; i++) {
                out.write(" ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8));
            }
        }

        assertError(
                () -> ContractReader.read(file, ""),
                "DIR/a.json: the file is larger than 16 MiB, the most that is read. Split the contract, or shorten its"
                        + " examples.");
    }

    @Test
    void says_why_a_file_cannot_be_read() {
        assertThatThrownBy(() -> ContractText.read(directory.resolve("gone.json")))
                .hasMessageContaining("this cannot be read (java.nio.file.NoSuchFileException");
    }
}
