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
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The cases of the Pact compatibility suite as frames on a WebSocket: verdicts, and the paths of all mismatches. */
@Tag("shared")
class WsConformanceTest {
    private static final Path CASES = Path.of(System.getProperty("wspact.shared", "../shared"), "data/ws-conformance");

    static List<Named<Path>> cases() throws Exception {
        try (Stream<Path> directories = Files.list(CASES)) {
            List<Named<Path>> cases = directories
                    .sorted()
                    .map(directory -> Named.of(directory.getFileName().toString(), directory))
                    .toList();
            assertThat(cases).hasSize(36);
            return cases;
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void judges_frames_as_the_suite_says(Path directory) throws Exception {
        JsonNode expect = StrictJson.read(Files.readString(directory.resolve("expect.json")));
        JsonNode pact = StrictJson.read(Files.readString(directory.resolve("pact.json")));
        JsonNode frames = StrictJson.read(Files.readString(directory.resolve("frames.json")));
        boolean strictKeys = expect.path("strictKeys").booleanValue();
        List<Difference> differences = new ArrayList<>();
        boolean pending = false;
        for (JsonNode interaction : pact.get("interactions")) {
            pending |= interaction.path("pending").booleanValue();
            for (JsonNode frame : frames) {
                if (frame.get("name")
                                .textValue()
                                .equals(interaction.get("description").textValue())
                        || interaction.get("description").equals(expect.get("scenario"))) {
                    differences.addAll(differences(interaction, frame, strictKeys));
                }
            }
        }

        boolean failsOnlyPending = pending && !expect.get("pendingErrors").isEmpty();
        assertThat(differences.isEmpty())
                .as("differences: %s", differences)
                .isEqualTo(expect.get("ok").booleanValue() && !failsOnlyPending);
        List<String> paths = StreamSupport.stream(expect.path("mismatches").spliterator(), false)
                .map(mismatch -> mismatch.get(0).textValue())
                .toList();
        // the suite names some mismatches of a case, not always all
        assertThat(differences.stream().map(Difference::path).filter(paths::contains))
                .as("paths of %s", differences)
                .containsExactlyInAnyOrderElementsOf(paths);
    }

    private static List<Difference> differences(JsonNode interaction, JsonNode frame, boolean strictKeys)
            throws Exception {
        JsonText rules = text(interaction.get("matchingRules"));
        JsonText metadata = text(interaction.get("metadata"));
        ExpectedMessage expected = new ExpectedMessage(
                contents(interaction.get("contents")),
                null,
                new Shape.Rules(rules),
                JsonText.EMPTY_OBJECT,
                metadata,
                new Place("case", "", 0));
        Payload payload = frame.get("kind").textValue().equals("text")
                ? new Payload.Text(frame.get("data").textValue())
                : Payload.Binary.of(Base64.getDecoder().decode(frame.get("data").textValue()));
        List<Difference> differences = new ArrayList<>(MessageMatcher.of(expected, strictKeys)
                .match(new ReceivedPayload(payload), Deadline.after(Duration.ofSeconds(30))));
        differences.addAll(MessageMetadata.differences(metadata, rules, text(frame.get("metadata"))));
        return differences;
    }

    private static Contents contents(JsonNode json) {
        String contentType = json.get("contentType").textValue();
        JsonNode content = json.get("content");
        if (json.get("encoded").asText().equals("base64")) {
            return new Contents(Payload.Binary.of(Base64.getDecoder().decode(content.textValue())), contentType, null);
        }
        Contents asJson = new Contents(new Payload.Text(content.toString()), contentType, null);
        return asJson.isJson() || !content.isTextual()
                ? asJson
                : new Contents(new Payload.Text(content.textValue()), contentType, null);
    }

    private static JsonText text(JsonNode json) {
        return json == null ? JsonText.EMPTY_OBJECT : StrictJson.text(json);
    }
}
