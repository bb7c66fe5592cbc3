package dev.wspact.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wspact.ContractFiles;
import dev.wspact.ProviderVerifier;
import dev.wspact.Reports;
import dev.wspact.contract.Contract;
import dev.wspact.contract.Expectation;
import dev.wspact.verdict.ContractResult;
import dev.wspact.verdict.InteractionResult;
import dev.wspact.verdict.Mismatch;
import dev.wspact.verdict.Verdict;
import dev.wspact.verification.VerificationOptions;
import dev.wspact.wire.Script;
import dev.wspact.wire.ScriptedServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The quick form: a directory of JSON Schemas, none of which has an example, and a URL. */
@Timeout(120)
class BareSchemasTest {
    private static final String DRAFT = "\"$schema\": \"https://json-schema.org/draft/2020-12/schema\", ";
    private static final String TICK =
            "{" + DRAFT + "\"type\": \"object\", \"required\": [\"type\", \"price\"], \"properties\":"
                    + " {\"type\": {\"const\": \"tick\"}, \"price\": {\"type\": \"number\"}}}";
    private static final String NEWS = "{" + DRAFT + "\"$ref\": \"#/$defs/news\", \"$defs\": {\"news\": {\"required\":"
            + " [\"type\", \"title\"], \"properties\": {\"type\": {\"enum\": [\"news\", \"flash\"]},"
            + " \"title\": {\"type\": \"string\"}}}}}";

    @TempDir
    private Path temporary;

    private Path directory = Path.of("");

    @BeforeEach
    void make_a_directory_with_the_consumers_name() throws IOException {
        directory = Files.createDirectory(temporary.resolve("trading-desk"));
    }

    private void schema(String name, String text) throws IOException {
        Files.writeString(directory.resolve(name + ".schema.json"), text);
    }

    /** Verifies the directory against a server that plays this. */
    private ContractResult verify(Script script) throws Exception {
        List<Contract> contracts = ContractFiles.read(directory, "price-feed");
        assertThat(contracts).singleElement().satisfies(contract -> assertThat(contract.interactions())
                .allSatisfy(interaction -> assertThat(interaction.expectation())
                        .isInstanceOfSatisfying(Expectation.Push.class, push -> assertThat(
                                        push.message().contents().hasExample())
                                .isFalse())));
        try (ScriptedServer server = ScriptedServer.start(script)) {
            VerificationOptions options = VerificationOptions.of(server.uri("/ticks"))
                    .timeout(Duration.ofSeconds(2))
                    .build();
            return ProviderVerifier.of(options).verify(contracts).contracts().get(0);
        }
    }

    private static Script pushing(String... messages) {
        return peer -> {
            peer.accept();
            for (String message : messages) {
                peer.text(message);
            }
            peer.closeWhenAsked();
        };
    }

    private static Map<String, String> words(ContractResult result) {
        return result.interactions().stream()
                .collect(Collectors.toMap(found -> found.subject().description(), found -> found.verdict()
                        .word()));
    }

    private static List<Mismatch> mismatches(ContractResult result, String description) {
        return result.interactions().stream()
                .filter(found -> found.subject().description().equals(description))
                .map(InteractionResult::verdict)
                .filter(Verdict.Failed.class::isInstance)
                .map(Verdict.Failed.class::cast)
                .findFirst()
                .orElseThrow()
                .mismatches();
    }

    private String text(ContractResult result) {
        return String.join("\n", Reports.console(result))
                .replace(directory.toString(), "trading-desk")
                .replaceAll("(localhost|127\\.0\\.0\\.1):\\d+", "$1:8080")
                .replaceAll("\\b\\d+(\\.\\d+)? ms\\b", "12 ms")
                .replaceAll("\\(took [^)]*\\)", "(took …)");
    }

    @Test
    void each_schema_judges_the_messages_that_its_constants_name() throws Exception {
        schema("tick", TICK);
        schema("news", NEWS);

        ContractResult result = verify(pushing(
                "{\"type\":\"beat\"}", "{\"type\":\"flash\",\"title\":\"up\"}", "{\"type\":\"tick\",\"price\":1}"));

        assertThat(words(result)).isEqualTo(Map.of("tick", "passed", "news", "passed"));
        assertThat(result.successful()).isTrue();
        assertThat(result.subject().consumer()).isEqualTo("trading-desk");
        assertThat(result.subject().provider()).isEqualTo("price-feed");
        assertThat(result.uncontracted().arrivals())
                .extracting(arrival -> arrival.type())
                .containsExactly("beat");
        assertThat(result.connections()).as("one for all schemas").hasSize(1);
    }

    @Test
    void only_the_schema_of_the_message_is_broken_by_it() throws Exception {
        schema("tick", TICK);
        schema("news", NEWS);

        ContractResult result =
                verify(pushing("{\"type\":\"tick\",\"price\":\"12,50\"}", "{\"type\":\"news\",\"title\":\"up\"}"));

        assertThat(words(result)).isEqualTo(Map.of("tick", "failed", "news", "passed"));
        assertThat(text(result))
                .isEqualTo(
                        """
                Verifying a pact between trading-desk and price-feed
                  [Using trading-desk]

                  news
                    pushes a message as agreed (OK)

                  tick
                    pushes a message as agreed (FAILED)

                Failures:

                1) price-feed breaks its contract with trading-desk

                   interaction    : "tick"
                   contract       : trading-desk/tick.schema.json:1
                   message        : 1st received, 12 ms after open
                   at             : $.price
                   expected       : a number   (rule: schema type)
                   but was        : "12,50" (a string)
                   session so far : ← {"type":"tick","price":"12,50"}
                   what to do     : fix price-feed, or ask trading-desk to loosen the schema at $.price

                2 interactions: 1 passed, 1 failed (took …)""");
    }

    @Test
    void a_message_that_does_not_come_is_named_by_its_file_and_no_example_is_made_up() throws Exception {
        schema("tick", TICK);
        schema("news", NEWS);

        ContractResult result = verify(pushing("{\"type\":\"news\",\"title\":\"up\"}"));

        assertThat(words(result)).isEqualTo(Map.of("tick", "not-seen", "news", "passed"));
        assertThat(text(result))
                .isEqualTo(
                        """
                Verifying a pact between trading-desk and price-feed
                  [Using trading-desk]

                  news
                    pushes a message as agreed (OK)

                  tick
                    pushes a message as agreed (FAILED: not seen)

                Failures:

                1) price-feed did not show in time what its contract with trading-desk asks for

                   interaction    : "tick"
                   contract       : trading-desk/tick.schema.json:1
                   expected       : a message that matches "tick"
                   but was        : not seen within 2 s
                   instead        : 1 × news   (such as {"type":"news","title":"up"})
                   connected to   : ws://localhost:8080/ticks
                   session so far : ← {"type":"news","title":"up"}
                   what to do     : let price-feed send it in the provider states of the interaction, ask trading-desk whether \
                it still needs it, or give it more time
                                    ("within" in the contract, the verifier's timeout)

                2 interactions: 1 passed, 1 not seen (took …)""");
    }

    @Test
    void without_constants_a_schema_claims_what_fits_and_nothing_else() throws Exception {
        schema(
                "price",
                "{" + DRAFT + "\"required\": [\"price\"], \"properties\": {\"price\": {\"type\": \"number\"}}}");
        schema(
                "title",
                "{" + DRAFT + "\"required\": [\"title\"], \"properties\": {\"title\": {\"type\": \"string\"}}}");

        ContractResult result = verify(pushing("{\"hello\":1}", "{\"title\":\"up\"}", "{\"price\":12.5}"));

        assertThat(words(result)).isEqualTo(Map.of("price", "passed", "title", "passed"));
        assertThat(result.interactions())
                .extracting(InteractionResult::messages)
                .containsExactly(1L, 1L);
        assertThat(result.uncontracted().arrivals())
                .extracting(arrival -> arrival.sample())
                .containsExactly("{\"hello\":1}");
    }

    @Test
    void without_constants_the_closest_message_is_the_failure() throws Exception {
        schema(
                "price",
                "{" + DRAFT + "\"required\": [\"price\", \"at\"], \"properties\":"
                        + " {\"price\": {\"type\": \"number\"}, \"at\": {\"type\": \"integer\"}}}");

        ContractResult result = verify(pushing("{\"hello\":1}", "{\"price\":\"12,50\",\"at\":1}"));

        assertThat(mismatches(result, "price").get(0)).satisfies(mismatch -> {
            assertThat(mismatch.address().message()).isEqualTo(2);
            assertThat(mismatch.address().path()).isEqualTo("$.price");
            assertThat(mismatch.rule()).isEqualTo("schema type");
        });
    }

    @Test
    void a_schema_that_fits_every_message_does_not_hide_a_break() throws Exception {
        schema("tick", TICK);
        schema("envelope", "{" + DRAFT + "\"required\": [\"type\"]}");

        ContractResult result = verify(pushing("{\"type\":\"tick\",\"price\":\"12,50\"}"));

        assertThat(words(result)).containsEntry("envelope", "passed");
        assertThat(mismatches(result, "tick"))
                .extracting(mismatch -> mismatch.address().path())
                .containsExactly("$.price");
    }

    @Test
    void what_cannot_be_read_and_what_comes_in_the_wrong_frame_fails() throws Exception {
        schema("tick", TICK);

        assertThat(mismatches(verify(pushing("{\"type\":\"tick\",")), "tick"))
                .extracting(Mismatch::rule)
                .containsExactly("json");
        assertThat(mismatches(
                        verify(peer -> peer.accept()
                                .binary("{\"type\":\"tick\",\"price\":1}".getBytes(StandardCharsets.UTF_8))
                                .closeWhenAsked()),
                        "tick"))
                .extracting(Mismatch::rule)
                .containsExactly("frame");
    }
}
