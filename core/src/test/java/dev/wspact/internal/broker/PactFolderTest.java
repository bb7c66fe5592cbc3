package dev.wspact.internal.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wspact.PactBroker;
import dev.wspact.broker.PactText;
import dev.wspact.contract.ContractFormatException;
import dev.wspact.internal.json.StrictJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PactFolderTest {
    @TempDir
    private Path directory;

    private static String interaction(String description, String content) {
        return "{\"type\": \"Asynchronous/Messages\", \"description\": \"" + description
                + "\", \"contents\": {\"content\": " + content + "}}";
    }

    private Path write(String name, String version, String... interactions) throws IOException {
        return Files.writeString(
                directory.resolve(name),
                """
                {"consumer": {"name": "ui"}, "provider": {"name": "svc"}, "interactions": [%s],
                 "metadata": {"pactSpecification": {"version": "%s"}}}
                """
                        .formatted(String.join(",", interactions), version));
    }

    @Test
    void a_single_file_keeps_its_text_to_the_letter() throws IOException {
        Path file = write("a.json", "4.0", interaction("a tick", "{\"price\":  1.0}"));

        assertThat(PactBroker.pactsIn(directory)).containsExactly(new PactText("ui", "svc", Files.readString(file)));
        assertThat(PactBroker.pactsIn(file)).isEqualTo(PactBroker.pactsIn(directory));
    }

    @Test
    void several_files_of_one_pair_are_merged_and_what_stands_twice_stands_once() throws Exception {
        write("a.json", "4.0", interaction("a tick", "1"), interaction("both", "{\"a\": 1, \"b\": 2}"));
        Files.createDirectory(directory.resolve("more"));
        write("more/b.json", "4.0", interaction("both", "{\"b\": 2, \"a\": 1.0}"), interaction("a pong", "3"));
        Files.writeString(directory.resolve("notes.txt"), "no pact");

        List<PactText> pacts = PactBroker.pactsIn(directory);

        assertThat(pacts).hasSize(1);
        JsonNode merged = StrictJson.read(pacts.get(0).json());
        assertThat(merged.path("interactions").findValuesAsText("description"))
                .containsExactly("a tick", "both", "a pong");
        assertThat(merged.at("/metadata/pactSpecification/version").asText()).isEqualTo("4.0");
    }

    @Test
    void a_clash_names_both_files() throws IOException {
        Path a = write("a.json", "4.0", interaction("a tick", "1"));
        Path b = write("b.json", "4.0", interaction("a tick", "2"));

        assertThatThrownBy(() -> PactBroker.pactsIn(directory))
                .isInstanceOf(ContractFormatException.class)
                .hasMessage(b + ": \"a tick\" is not the same as in " + a
                        + ". Give one of them another description or other provider states, or remove the file that is out"
                        + " of date (mvn clean).");
    }

    @Test
    void one_description_under_two_states_is_no_clash() throws IOException {
        write("a.json", "4.0", interaction("a tick", "1"));
        write(
                "b.json",
                "4.0",
                interaction("a tick", "2")
                        .replace("\"contents\"", "\"providerStates\": [{\"name\": \"x\"}], \"contents\""));

        assertThat(PactBroker.pactsIn(directory)).hasSize(1);
    }

    @Test
    void pacts_of_two_versions_of_the_specification_are_not_merged() throws IOException {
        write("a.json", "4.0", interaction("a tick", "1"));
        write("b.json", "3.0.0", interaction("a pong", "2"));

        assertThatThrownBy(() -> PactBroker.pactsIn(directory))
                .hasMessageContaining("it is of version 3.0.0 of the Pact specification");
    }

    @Test
    void what_is_no_pact_is_named() throws IOException {
        Path file = Files.writeString(directory.resolve("a.json"), "{\"consumer\": {\"name\": \"ui\"}}");
        assertThatThrownBy(() -> PactBroker.pactsIn(directory))
                .hasMessageStartingWith(file + ": this is no pact: it names no consumer or no provider.");

        Files.writeString(file, "{\n\n nonsense");
        assertThatThrownBy(() -> PactBroker.pactsIn(directory)).hasMessageStartingWith(file + ":3: ");

        write("a.json", "4.0");
        assertThatThrownBy(() -> PactBroker.pactsIn(directory)).hasMessageContaining("the pact has no interactions");
    }

    @Test
    void an_empty_directory_has_no_pacts_and_a_missing_one_is_an_error() throws IOException {
        assertThat(PactBroker.pactsIn(directory)).isEmpty();
        assertThatThrownBy(() -> PactBroker.pactsIn(directory.resolve("nowhere")))
                .isInstanceOf(IOException.class);
    }
}
