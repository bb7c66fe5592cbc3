package dev.wspact.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wspact.MockProvider;
import dev.wspact.contract.Contract;
import dev.wspact.mock.MockOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class MockServingTest {
    private static final String CONTRACT =
            """
            consumer: greeter-ui
            provider: greeter
            receives:
              a greeting: { schema: schemas/greeting.schema.json, example: { hello: world } }
            """;

    private final RecordingLog log = new RecordingLog();

    @TempDir
    Path directory;

    @Test
    void contracts_that_change_are_played_and_those_that_are_wrong_are_told() throws Exception {
        write("schemas/greeting.schema.json", "{\"type\":\"object\"}");
        Path file = write("greeter.contract.yaml", CONTRACT);
        ContractWatch watch = new ContractWatch(file, "");
        List<Contract> contracts = watch.read();
        try (MockProvider mock = MockProvider.start(contracts, MockOptions.DEFAULT)) {
            MockServing serving = new MockServing(mock, List.of(), watch, log);
            serving.begin(contracts);
            serving.reloadIfChanged();
            assertThat(log.lines)
                    .filteredOn(line -> !line.contains("draft"))
                    .containsExactly(
                            "INFO Playing greeter to greeter-ui: " + file + " (1 interactions)",
                            "INFO The mock provider listens on " + mock.getUrl());
            log.lines.clear();

            write("greeter.contract.yaml", CONTRACT + "sends: {}\n");
            serving.reloadIfChanged();
            serving.reloadIfChanged();
            assertThat(log.lines)
                    .singleElement()
                    .asString()
                    .startsWith("ERROR The contracts have changed and cannot be played; they are played as they were. "
                            + file);
            log.lines.clear();

            write("greeter.contract.yaml", CONTRACT);
            serving.reloadIfChanged();
            assertThat(log.lines).first().isEqualTo("INFO The contracts have changed and are played as they are now.");
            log.lines.clear();

            write("schemas/greeting.schema.json", "{\"type\":\"object\",\"required\":[\"goodbye\"]}");
            serving.reloadIfChanged();
            assertThat(log.lines)
                    .singleElement()
                    .asString()
                    .startsWith("ERROR ")
                    .contains("goodbye");
        }
    }

    @Test
    void it_ends_when_its_time_is_up_or_it_is_told_to() throws Exception {
        write("schemas/greeting.schema.json", "{\"type\":\"object\"}");
        ContractWatch watch = new ContractWatch(write("greeter.contract.yaml", CONTRACT), "greeter");
        try (MockProvider mock = MockProvider.start(watch.read(), MockOptions.DEFAULT)) {
            MockServing serving = new MockServing(mock, List.of(), watch, log);
            serving.run(Duration.ofMillis(50), new CountDownLatch(1));
            serving.run(null, new CountDownLatch(0));
        }
        assertThat(log.lines).isEmpty();
    }

    private Path write(String name, String text) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
