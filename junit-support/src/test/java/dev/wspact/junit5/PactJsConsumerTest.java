package dev.wspact.junit5;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wspact.ContractFiles;
import dev.wspact.ProviderVerifier;
import dev.wspact.contract.Contract;
import dev.wspact.contract.Interaction;
import dev.wspact.verdict.Verdict;
import dev.wspact.verification.VerificationOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A pact that pact-js has just written, with the call that docs/contract-format.md shows. pact-js is from npm. */
@Tag("foreign")
@Timeout(500)
class PactJsConsumerTest {
    private static final Npm PACT_JS = new Npm("@pact-foundation/pact", "16.5.0");
    private static final Pattern DOCUMENTED = Pattern.compile("```js\n(import .*?)```", Pattern.DOTALL);

    @TempDir
    private Path directory;

    @Test
    void what_the_documented_call_writes_is_read_and_verified() throws Exception {
        Contract contract = written();

        assertThat(contract.consumer()).isEqualTo("notification-ui");
        assertThat(contract.interactions())
                .singleElement()
                .extracting(Interaction::description)
                .isEqualTo("a notification");
        assertThat(ContractFiles.toPact(contract)).contains("\"trigger\"", "\"PT5S\"", "\"/notifications\"");
        assertThat(verdict(contract, "7")).isEqualTo(Verdict.PASSED);
        assertThat(verdict(contract, "\"seven\"")).isInstanceOf(Verdict.Failed.class);
    }

    /** On a service that pushes such a number to each client that subscribes. */
    private static Verdict verdict(Contract contract, String seq) {
        try (ScriptedServer server = ScriptedServer.playing(client -> {
            client.accept();
            assertThat(client.read()).contains("subscribe", "news");
            client.text("{\"type\":\"notification\",\"seq\":" + seq + "}");
            while (client.read() != null) {
                // until the verification closes
            }
        })) {
            VerificationOptions options = VerificationOptions.of(server.url("/"))
                    .timeout(Duration.ofSeconds(30))
                    .build();
            return ProviderVerifier.of(options)
                    .verify(List.of(contract))
                    .contracts()
                    .get(0)
                    .interactions()
                    .get(0)
                    .verdict();
        }
    }

    /** Runs the snippet of the documentation, as a module beside pact-js. */
    private Contract written() throws Exception {
        Matcher snippet = DOCUMENTED.matcher(Files.readString(Path.of("..", "docs", "contract-format.md")));
        assertThat(snippet.find()).as("the snippet").isTrue();
        Path home = PACT_JS.installed().resolve("../../..").normalize();
        Path script = Files.createTempFile(home, "consumer", ".mjs");
        try {
            Files.writeString(
                    script,
                    snippet.group(1)
                                    .replace(
                                            "provider: 'notification-service'",
                                            "provider: 'notification-service', dir: "
                                                    + "process.argv[2], logLevel: 'error'")
                            + "\nfunction showNotification(content) { if (content.type !== 'notification') throw content; }\n");
            PACT_JS.node(script.toString(), List.of(directory.toString()), Map.of());
        } finally {
            Files.deleteIfExists(script);
        }
        return ContractFiles.read(directory).get(0);
    }
}
