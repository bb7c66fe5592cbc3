package dev.wspact.internal.verification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wspact.contract.Expectation;
import dev.wspact.contract.Interaction;
import dev.wspact.internal.json.MalformedJsonException;
import dev.wspact.internal.json.StrictJson;
import dev.wspact.internal.matching.Difference;
import dev.wspact.internal.matching.UnjudgeableException;
import dev.wspact.internal.websocket.ConnectOutcome;
import dev.wspact.message.CapturedMessage;
import dev.wspact.message.Direction;
import dev.wspact.message.HandshakeResponse;
import dev.wspact.message.Payload;
import dev.wspact.message.ResponseBody;
import dev.wspact.verdict.Mismatch;
import dev.wspact.verdict.Verdict;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Judges an answer to the opening handshake, as an ordinary JSON document of {@code status}, {@code headers}, {@code body}. */
final class HandshakeJudge {
    private final Interaction interaction;
    private final Candidate answer;
    private final Findings findings;

    HandshakeJudge(Interaction interaction, Candidate answer, Findings findings) {
        this.interaction = interaction;
        this.answer = answer;
        this.findings = findings;
    }

    Interaction interaction() {
        return interaction;
    }

    Findings findings() {
        return findings;
    }

    static HandshakeJudge of(
            Interaction interaction, Expectation.Handshake handshake, Findings findings, Surroundings surroundings)
            throws UnjudgeableException {
        return new HandshakeJudge(interaction, Candidate.of(handshake.answer(), false, surroundings), findings);
    }

    /** Whether the answer that the contract describes is a redirect. */
    boolean describesRedirect() {
        JsonNode example = answer.example();
        return example != null && Refusal.isRedirect(example.path("status").asInt());
    }

    /** The verdict on an answer; {@code unsound} if it was a 101 that RFC 6455 forbids. */
    Verdict verdict(
            HandshakeResponse response,
            ConnectOutcome.@Nullable Unsound unsound,
            int connection,
            boolean addedCredentials) {
        List<Difference> differences;
        try {
            differences = answer.compare(seen(response, connection));
        } catch (UnjudgeableException e) {
            findings.notCheckable(e);
            return Objects.requireNonNull(findings.proven());
        }
        if (!differences.isEmpty()
                && addedCredentials
                && Refusal.isAboutCredentials(response)
                && differences.stream().anyMatch(difference -> difference.path().equals("$.status"))) {
            return Outcomes.credentialsRefused(response);
        }
        for (Difference difference : differences) {
            String rule = difference.path().equals("$.status") ? "status" : difference.rule();
            add(connection, difference.path(), rule, difference.expected(), difference.actual());
        }
        if (unsound != null && differences.isEmpty()) {
            add(connection, "$", unsound.rule(), unsound.expected(), unsound.actual());
        }
        Verdict proven = findings.proven();
        return proven == null ? Verdict.PASSED : proven;
    }

    private void add(int connection, String path, String rule, String expected, String actual) {
        findings.add(new Mismatch(
                Findings.noMessage(connection, path, answer.place()),
                rule,
                expected,
                actual,
                findings.parties().loosen(rule, path)));
    }

    private Incoming seen(HandshakeResponse response, int connection) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("status", response.status());
        json.set("headers", headers(response));
        JsonNode example = answer.example();
        if (example != null && example.has("body")) {
            json.set("body", body(response.body(), example.path("body").isTextual()));
        }
        var text = new Payload.Text(StrictJson.text(json).value());
        return Incoming.of(connection, new CapturedMessage(Direction.RECEIVED, 1, Duration.ZERO, text));
    }

    /** The body as the contract speaks of it: as text, or as the JSON that the text is. */
    private static JsonNode body(ResponseBody body, boolean asText) {
        if (!(body.content() instanceof Payload.Text text)) {
            return JsonNodeFactory.instance.textNode(body.content() + " that are no text");
        }
        try {
            return asText ? JsonNodeFactory.instance.textNode(text.value()) : StrictJson.read(text.value());
        } catch (MalformedJsonException e) {
            // a body that is no JSON differs from one that is, and is shown as it came
            return JsonNodeFactory.instance.textNode(text.value());
        }
    }

    /** The fields as the contract spells them, since names match without case (RFC 9110 section 5.1). */
    private ObjectNode headers(HandshakeResponse response) {
        Map<String, JsonNode> expected = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        JsonNode example = answer.example();
        if (example != null && example.path("headers").isObject()) {
            Iterator<Map.Entry<String, JsonNode>> fields =
                    example.path("headers").properties().iterator();
            fields.forEachRemaining(field -> expected.put(field.getKey(), field.getValue()));
        }
        Map<String, String> spelling = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        expected.keySet().forEach(name -> spelling.put(name, name));
        ObjectNode headers = JsonNodeFactory.instance.objectNode();
        response.headers().fields().forEach((name, values) -> {
            JsonNode as = expected.get(name);
            headers.set(
                    spelling.getOrDefault(name, name),
                    as != null && as.isTextual()
                            ? JsonNodeFactory.instance.textNode(String.join(", ", values))
                            : array(values));
        });
        return headers;
    }

    private static ArrayNode array(List<String> values) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        values.forEach(array::add);
        return array;
    }
}
