package dev.wspact.hostile;

import dev.wspact.ContractFiles;
import dev.wspact.contract.Contract;
import dev.wspact.contract.Interaction;
import dev.wspact.contract.Setup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;

/** The contract that hostile servers are verified against: it relies on one pushed tick. */
final class TickContract {
    /** What honors it. */
    static final String TICK = "{\"type\":\"tick\",\"price\":12.5}";

    private TickContract() {}

    /** The contract of a consumer that only listens. */
    static List<Contract> read() throws IOException {
        return read("");
    }

    /** The contract of a consumer that first sends the same text so many times. */
    static List<Contract> sending(int times, int length) throws IOException {
        String step =
                "{\"content\": \"" + "x".repeat(length) + "\", \"contentType\": \"text/plain\", \"encoded\": false}";
        Contract once = read("\"comments\": {\"websocket\": {\"version\": 1, \"send\": [" + step + "]}},")
                .get(0);
        Interaction tick = once.interactions().get(0);
        Setup setup = tick.setup();
        // in memory, so that there is one text and not as many
        var repeated = new Interaction(
                tick.description(),
                tick.key(),
                tick.pending(),
                new Setup(
                        setup.states(),
                        setup.channel(),
                        Collections.nCopies(times, setup.send().get(0)),
                        setup.trigger()),
                tick.expectation(),
                tick.origin());
        return List.of(new Contract(
                once.consumer(), once.provider(), once.source(), List.of(repeated), once.notes(), once.extras()));
    }

    private static List<Contract> read(String comments) throws IOException {
        Path file = Files.createTempFile("price-feed", ".json");
        try {
            Files.writeString(file, pact(comments));
            return ContractFiles.read(file);
        } finally {
            Files.delete(file);
        }
    }

    private static String pact(String comments) {
        return """
                {
                  "consumer": {"name": "trading-desk"},
                  "provider": {"name": "price-feed"},
                  "interactions": [
                    {
                      "type": "Asynchronous/Messages",
                      "description": "a tick",
                      "pending": false,
                      %s
                      "contents": {"content": %s, "contentType": "application/json", "encoded": false},
                      "matchingRules": {"body": {"$.price": {"combine": "AND", "matchers": [{"match": "decimal"}]}}}
                    }
                  ],
                  "metadata": {"pactSpecification": {"version": "4.0"}}
                }
                """
                .formatted(comments, TICK);
    }
}
