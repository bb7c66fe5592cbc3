package dev.wspact.example.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wspact.ContractFiles;
import dev.wspact.contract.Contract;
import dev.wspact.contract.Interaction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows is what the example does. */
class ReadmeTest {
    private static final Path CONTRACTS = Path.of("src", "contracts");
    private static final Pattern PARAMETER = Pattern.compile("<(\\w+)>[^<]+</\\1>");

    @Test
    void the_contract_in_the_readme_can_be_read(@TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("notification-service.contract.yaml"), block("yaml"));
        copy("schemas", directory);
        copy("examples", directory);

        List<Contract> contracts = ContractFiles.read(directory);

        assertThat(contracts).singleElement().satisfies(contract -> assertThat(contract.interactions())
                .extracting(Interaction::description)
                .containsExactlyInAnyOrder("a notification", "a ping", "an anonymous client", "an expired session"));
    }

    @Test
    void the_parameters_in_the_readme_are_those_of_a_build_that_runs() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));

        List<String> parameters = PARAMETER
                .matcher(between(block("xml"), "<configuration>", "</configuration>"))
                .results()
                .map(MatchResult::group)
                .map(element -> element.substring(0, element.indexOf('>') + 1))
                .toList();

        assertThat(parameters).contains("<provider>", "<url>");
        assertThat(between(pom, "<artifactId>wspact-maven-plugin</artifactId>", "</plugin>"))
                .contains(parameters);
    }

    @Test
    void the_failure_in_the_readme_is_one_that_was_really_printed() throws IOException {
        String failure = block("text").strip();

        assertThat(failure).contains("what to do");
        assertThat(Files.readString(Path.of("src", "test", "resources", "failures", "notification-ui.txt")))
                .contains(failure);
    }

    private static String block(String language) throws IOException {
        return between(Files.readString(Path.of("..", "README.md")), "```" + language + "\n", "```");
    }

    private static String between(String text, String start, String end) {
        assertThat(text).contains(start);
        int from = text.indexOf(start) + start.length();
        return text.substring(from, text.indexOf(end, from));
    }

    private static void copy(String name, Path to) throws IOException {
        Path target = Files.createDirectory(to.resolve(name));
        try (var files = Files.list(CONTRACTS.resolve(name))) {
            for (Path file : files.toList()) {
                Files.copy(file, target.resolve(file.getFileName()));
            }
        }
    }
}
