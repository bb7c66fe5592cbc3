package dev.wspact.trouble;

import dev.wspact.ContractFiles;
import dev.wspact.ProviderVerifier;
import dev.wspact.Reports;
import dev.wspact.contract.Contract;
import dev.wspact.verdict.ContractResult;
import dev.wspact.verdict.VerificationResult;
import dev.wspact.verification.VerificationOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Contracts and verifications that go wrong, and the texts that come of it without what differs from run to run. */
final class Trouble {
    /** How long a verification waits. */
    static final Duration TIMEOUT = Duration.ofSeconds(2);

    /** A message that every contract here relies on. */
    static final String TICK = "{\"type\":\"tick\",\"price\":12.5}";

    private Trouble() {}

    /** A pact with one pushed tick whose price has a matching rule. */
    static String pact(String rule) {
        return """
                {
                  "consumer": {"name": "trading-desk"},
                  "provider": {"name": "price-feed"},
                  "interactions": [
                    {
                      "type": "Asynchronous/Messages",
                      "description": "a tick",
                      "pending": false,
                      "contents": {"content": %s, "contentType": "application/json", "encoded": false},
                      "matchingRules": {"body": {"$.price": {"combine": "AND", "matchers": [%s]}}}
                    }
                  ],
                  "metadata": {"pactSpecification": {"version": "4.0"}}
                }
                """
                .formatted(TICK, rule);
    }

    /** A schema contract with one pushed tick. */
    static String contract(String schema, String example) {
        return """
                consumer: trading-desk
                provider: price-feed
                receives:
                  a tick:
                    schema: %s
                    example: %s
                """
                .formatted(schema, example);
    }

    /** The contracts in a file with this text. */
    static List<Contract> read(Path directory, String file, String text) throws IOException {
        return ContractFiles.read(Files.writeString(directory.resolve(file), text));
    }

    /** Verifies a tick with a decimal price at the URL. */
    static VerificationResult verify(Path directory, URI url) throws IOException {
        return verify(directory, "{\"match\": \"decimal\"}", VerificationOptions.of(url));
    }

    /** Verifies a tick whose price has this rule. */
    static VerificationResult verify(Path directory, String rule, VerificationOptions.Builder options)
            throws IOException {
        return verify(directory, rule, options.timeout(TIMEOUT).build());
    }

    /** Verifies a tick whose price has this rule, with a timeout that is in the options. */
    static VerificationResult verify(Path directory, String rule, VerificationOptions options) throws IOException {
        return ProviderVerifier.of(options).verify(read(directory, "price-feed.json", pact(rule)));
    }

    /** What the user reads, with the directory, the port and the times of this run replaced. */
    static String text(VerificationResult result, Path directory) {
        StringBuilder text = new StringBuilder();
        for (ContractResult contract : result.contracts()) {
            Reports.console(contract).forEach(line -> text.append(line).append('\n'));
        }
        return withoutChance(text.toString(), directory);
    }

    /** The text with the directory, the port and the times of this run replaced. */
    static String withoutChance(String text, Path directory) {
        return text.replace(directory.toString(), "src/contracts")
                .replaceAll("(localhost|127\\.0\\.0\\.1):\\d+", "$1:8080")
                .replaceAll("\\b\\d+(\\.\\d+)? ms\\b", "12 ms")
                .replaceAll("\\b[12](\\.\\d+)? s\\b", "2 s")
                .replaceAll("\\(took [^)]*\\)", "(took …)")
                .replaceAll("\\d+ (ms|s) after (open|it was open)", "12 ms after $2");
    }
}
