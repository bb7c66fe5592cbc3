package dev.wspact.internal.matching;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wspact.contract.Contents;
import dev.wspact.contract.ExpectedMessage;
import dev.wspact.contract.Place;
import dev.wspact.contract.Shape;
import dev.wspact.internal.json.ReceivedPayload;
import dev.wspact.internal.json.StrictJson;
import dev.wspact.internal.time.Deadline;
import dev.wspact.message.JsonText;
import dev.wspact.message.Payload;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The message cases of the Pact specification itself, V3 and V4. */
@Tag("shared")
class PactSpecificationTest {
    private static final Path CASES =
            Path.of(System.getProperty("wspact.shared", "../shared"), "data/pact-specification");

    static List<Named<Path>> v3() throws Exception {
        return cases("v3-message");
    }

    static List<Named<Path>> v4() throws Exception {
        return cases("v4-message");
    }

    private static List<Named<Path>> cases(String version) throws Exception {
        try (Stream<Path> files = Files.list(CASES.resolve(version))) {
            List<Named<Path>> cases = files.sorted()
                    .map(file -> Named.of(file.getFileName().toString(), file))
                    .toList();
            assertThat(cases).hasSize(31);
            return cases;
        }
    }

    @ParameterizedTest
    @MethodSource("v3")
    void judges_as_version_3_says(Path file) throws Exception {
        JsonNode json = StrictJson.read(Files.readString(file));
        JsonNode expected = json.get("expected");
        JsonNode actual = json.get("actual").get("contents");

        assertThat(differences(expected, expected.get("contents"), actual).isEmpty())
                .isEqualTo(json.get("match").booleanValue());
    }

    @ParameterizedTest
    @MethodSource("v4")
    void judges_as_version_4_says(Path file) throws Exception {
        JsonNode json = StrictJson.read(Files.readString(file));
        JsonNode expected = json.get("expected");
        JsonNode actual = json.get("actual").get("contents").get("content");

        assertThat(differences(expected, expected.path("contents").get("content"), actual)
                        .isEmpty())
                .isEqualTo(json.get("match").booleanValue());
    }

    private static List<Difference> differences(JsonNode message, JsonNode contents, JsonNode actual) throws Exception {
        JsonText rules =
                message.has("matchingRules") ? StrictJson.text(message.get("matchingRules")) : JsonText.EMPTY_OBJECT;
        ExpectedMessage expected = new ExpectedMessage(
                Contents.json(contents == null ? "" : contents.toString()),
                null,
                new Shape.Rules(rules),
                JsonText.EMPTY_OBJECT,
                JsonText.EMPTY_OBJECT,
                new Place("case", "", 0));
        return MessageMatcher.of(expected, false)
                .match(
                        new ReceivedPayload(new Payload.Text(actual.toString())),
                        Deadline.after(Duration.ofSeconds(30)));
    }
}
