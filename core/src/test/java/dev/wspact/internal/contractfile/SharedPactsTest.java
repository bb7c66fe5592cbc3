package dev.wspact.internal.contractfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wspact.contract.Contract;
import dev.wspact.contract.Expectation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("shared")
class SharedPactsTest {
    private static final Path DATA = Path.of(System.getProperty("wspact.shared", "../../shared"), "data");

    @Test
    void reads_and_writes_the_canonical_contract_byte_for_byte() throws IOException {
        Path file = DATA.resolve("contract-format/canonical.json");
        Contract contract = ContractReader.read(file, "").get(0);

        String written = PactWriter.write(contract);

        assertThat(written).isEqualTo(Files.readString(file));
        assertThat(ContractReader.readPact(written, file.toString())).isEqualTo(contract);
    }

    static List<Path> pacts() throws IOException {
        try (Stream<Path> files = Files.walk(DATA)) {
            List<Path> pacts = files.filter(Files::isRegularFile)
                    .filter(file ->
                            file.endsWith("pact.json") || file.getParent().endsWith("pact-js"))
                    .sorted()
                    .toList();
            assertThat(pacts).hasSizeGreaterThanOrEqualTo(38);
            return pacts;
        }
    }

    @ParameterizedTest
    @MethodSource("pacts")
    void writes_a_form_that_it_reads_and_writes_again_without_a_change(Path file) {
        Contract contract = ContractReader.read(file, "").get(0);

        String written = PactWriter.write(contract);
        Contract again = ContractReader.readPact(written, "again.json");

        assertThat(PactWriter.write(again)).isEqualTo(written);
        assertThat(again.interactions()).hasSameSizeAs(contract.interactions());
        assertThat(contract.interactions())
                .noneMatch(interaction -> interaction.expectation() instanceof Expectation.NotCheckable);
        assertThat(again.extras()).isEqualTo(contract.extras());
    }
}
