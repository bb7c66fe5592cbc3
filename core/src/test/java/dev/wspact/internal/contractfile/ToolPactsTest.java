package dev.wspact.internal.contractfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wspact.contract.Contract;
import dev.wspact.contract.Expectation;
import dev.wspact.contract.Interaction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Files that other Pact tools wrote, as they wrote them: {@code contractfile/tools/<tool>.json}, and beside each what it
 * is in our canonical form, in {@code <tool>.canonical.txt}. {@code -Dgolden.update=true} rewrites that.
 */
class ToolPactsTest {
    private static final Path TOOLS = Path.of("src/test/resources/contractfile/tools");

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(TOOLS)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void there_are_files_of_several_tools() throws Exception {
        assertThat(files())
                .extracting(file -> file.getFileName().toString().replaceFirst("-v[0-9].*", ""))
                .contains("pact-js", "pact-jvm");
    }

    @ParameterizedTest
    @MethodSource("files")
    void nothing_is_lost_of_what_a_tool_wrote(Path file) throws Exception {
        Contract contract = ContractReader.read(file, "").get(0);
        String canonical = PactWriter.write(contract);
        Path golden = Path.of(file.toString().replaceFirst("\\.json$", ".canonical.txt"));
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(golden, canonical);
        }

        assertThat(canonical).isEqualTo(Files.readString(golden));
        assertThat(contract.interactions())
                .isNotEmpty()
                .extracting(Interaction::expectation)
                .noneMatch(Expectation.NotCheckable.class::isInstance);
        assertThat(contract.notes()).isEmpty();
        assertThat(PactWriter.write(ContractReader.readPact(canonical, "canonical")))
                .isEqualTo(canonical);
    }
}
