package dev.wspact.internal.matching;

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
import java.util.Base64;
import java.util.List;

/**
 * An expected message and one that is received, as tests write them. In files, {@code contract.json} holds Pact's
 * {@code contents} and {@code matchingRules}, and {@code received.json} one of {@code json}, {@code text}, {@code base64}.
 */
record MatchingCase(Contents contents, JsonText rules, boolean unexpectedKeysFail, Payload received) {
    static final Duration PLENTY = Duration.ofSeconds(30);

    static MatchingCase read(Path directory) throws Exception {
        JsonNode contract = StrictJson.read(Files.readString(directory.resolve("contract.json")));
        JsonNode received = StrictJson.read(Files.readString(directory.resolve("received.json")));
        return new MatchingCase(
                contents(contract.get("contents")),
                contract.has("matchingRules") ? StrictJson.text(contract.get("matchingRules")) : JsonText.EMPTY_OBJECT,
                contract.path("unexpectedKeysFail").booleanValue(),
                payload(received));
    }

    /** JSON contents, with rules for the body. */
    static MatchingCase json(String example, String bodyRules, String received) {
        return new MatchingCase(
                Contents.json(example),
                new JsonText("{\"body\": " + bodyRules + "}"),
                false,
                new Payload.Text(received));
    }

    /** Text or other contents, with rules for the body. */
    static MatchingCase of(String contentType, String example, String bodyRules, String received) {
        return new MatchingCase(
                new Contents(new Payload.Text(example), contentType, null),
                new JsonText("{\"body\": " + bodyRules + "}"),
                false,
                new Payload.Text(received));
    }

    List<Difference> differences() throws UnjudgeableException {
        return differences(Deadline.after(PLENTY));
    }

    List<Difference> differences(Deadline deadline) throws UnjudgeableException {
        return matcher().match(new ReceivedPayload(received), deadline);
    }

    MessageMatcher matcher() throws UnjudgeableException {
        return MessageMatcher.of(
                new ExpectedMessage(
                        contents,
                        null,
                        new Shape.Rules(rules),
                        JsonText.EMPTY_OBJECT,
                        JsonText.EMPTY_OBJECT,
                        new Place("a contract", "", 0)),
                unexpectedKeysFail);
    }

    static Contents contents(JsonNode json) {
        String contentType = json.get("contentType").textValue();
        String hint = json.path("contentTypeHint").textValue();
        JsonNode content = json.get("content");
        if (json.path("encoded").asText().equals("base64")) {
            return new Contents(bytes(content), contentType, hint);
        }
        Contents asJson = new Contents(new Payload.Text(content.toString()), contentType, hint);
        return asJson.isJson() || !content.isTextual()
                ? asJson
                : new Contents(new Payload.Text(content.textValue()), contentType, hint);
    }

    private static Payload payload(JsonNode received) {
        if (received.has("json")) {
            return new Payload.Text(received.get("json").toString());
        }
        return received.has("text")
                ? new Payload.Text(received.get("text").textValue())
                : bytes(received.get("base64"));
    }

    private static Payload bytes(JsonNode base64) {
        return Payload.Binary.of(Base64.getDecoder().decode(base64.textValue()));
    }
}
