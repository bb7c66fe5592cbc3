package dev.wspact.internal.mock;

import dev.wspact.ContractFiles;
import dev.wspact.MockProvider;
import dev.wspact.contract.Contract;
import dev.wspact.contract.Interaction;
import dev.wspact.mock.MockOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** Contracts to play, and mock providers that play them. */
final class Feeds {
    /** Longer than anything takes that happens. */
    static final Duration LONG = Duration.ofSeconds(30);

    /** Pushes at once, since the clients of these tests stay, and waits as long as a slow machine may need. */
    static final MockOptions PROMPT =
            MockOptions.builder().pushDelay(Duration.ZERO).patience(LONG).build();

    private static final Path DIRECTORY = Path.of("src", "test", "resources", "mock");

    private Feeds() {}

    /** All of {@code feed.contract.yaml}, or some of its interactions. */
    static Contract feed(String... descriptions) {
        return some(contract("feed"), descriptions);
    }

    /** One push and nothing else. */
    static Contract greeting() {
        return contract("greeting");
    }

    static MockProvider playing(Contract contract) {
        return MockProvider.start(List.of(contract), PROMPT);
    }

    /** A contract from the text of a Pact file, whose interactions stand in it without the rest. */
    static Contract pact(String interactions) {
        return ContractFiles.parsePact(
                "{\"consumer\":{\"name\":\"ui\"},\"provider\":{\"name\":\"feed\"},\"interactions\":[" + interactions
                        + "],\"metadata\":{\"pactSpecification\":{\"version\":\"4.0\"}}}",
                "feed.json");
    }

    private static Contract contract(String name) {
        return ContractFiles.read(DIRECTORY.resolve(name + ".contract.yaml")).get(0);
    }

    private static Contract some(Contract contract, String... descriptions) {
        List<Interaction> chosen = contract.interactions().stream()
                .filter(interaction ->
                        descriptions.length == 0 || Arrays.asList(descriptions).contains(interaction.description()))
                .toList();
        return new Contract(
                contract.consumer(),
                contract.provider(),
                contract.source(),
                chosen,
                contract.notes(),
                contract.extras());
    }
}
