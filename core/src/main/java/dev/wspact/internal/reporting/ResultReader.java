package dev.wspact.internal.reporting;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wspact.contract.InteractionType;
import dev.wspact.contract.Place;
import dev.wspact.message.CloseStatus;
import dev.wspact.message.Direction;
import dev.wspact.message.HandshakeResponse;
import dev.wspact.message.Headers;
import dev.wspact.message.ResponseBody;
import dev.wspact.verdict.Arrival;
import dev.wspact.verdict.ConnectionRecord;
import dev.wspact.verdict.ContractResult;
import dev.wspact.verdict.InteractionResult;
import dev.wspact.verdict.Latency;
import dev.wspact.verdict.Mismatch;
import dev.wspact.verdict.Uncontracted;
import dev.wspact.verdict.Verdict;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes a result from the JSON tree of a result file; the mirror of {@link ResultWriter}. */
final class ResultReader {
    private ResultReader() {}

    /**
     * The result that a document holds.
     *
     * @throws ResultFormatException if the document is anything else
     */
    static ContractResult result(JsonNode file) {
        JsonNode version = file.path("formatVersion");
        if (!version.isIntegralNumber()) {
            throw new ResultFormatException("", "it has no \"formatVersion\", so it is no result file of wspact");
        }
        if (!version.canConvertToInt() || version.intValue() != ResultWriter.FORMAT_VERSION) {
            throw new ResultFormatException(
                    "/formatVersion",
                    "it is written in format " + version + ", and this version of wspact reads format "
                            + ResultWriter.FORMAT_VERSION);
        }
        return Members.read(file, "", ResultReader::file);
    }

    private static ContractResult file(Members file) {
        file.smallNumber("formatVersion");
        boolean success = file.flag("success");
        ContractResult result = new ContractResult(
                new ContractResult.Subject(
                        file.text("consumer"), file.text("provider"), file.text("source"), file.texts("notes")),
                file.objects("interactions", ResultReader::interaction),
                file.objects("connections", ResultReader::connection),
                file.object("uncontracted", ResultReader::uncontracted),
                new ContractResult.Period(Instant.parse(file.text("started")), file.duration("took")),
                file.has("command") ? file.text("command") : null);
        if (result.successful() != success) {
            throw new ResultFormatException(
                    "/success", "it says " + success + ", but the verdicts below say " + result.successful());
        }
        return result;
    }

    private static InteractionResult interaction(Members interaction) {
        var subject = new InteractionResult.Subject(
                interaction.text("description"),
                interaction.textOrNull("key"),
                interaction.texts("states"),
                type(interaction.text("type")),
                interaction.object("contract", ResultReader::place));
        return new InteractionResult(
                subject,
                verdict(interaction),
                interaction.number("messages"),
                interaction.smallNumber("connection"),
                interaction.objectOrNull("latency", ResultReader::latency));
    }

    private static Latency latency(Members latency) {
        return new Latency(
                latency.number("messages"),
                latency.duration("min"),
                latency.duration("median"),
                latency.duration("p95"),
                latency.duration("p99"),
                latency.duration("max"),
                latency.objects(
                        "steps",
                        step -> new Latency.Step(
                                step.duration("over"), step.duration("upTo"), step.number("messages"))));
    }

    private static Verdict verdict(Members interaction) {
        List<Mismatch> mismatches = interaction.objects("mismatches", ResultReader::mismatch);
        String word = interaction.text("verdict");
        Verdict verdict = word.equals("pending")
                ? new Verdict.Pending(verdict(interaction.text("underneath"), interaction, mismatches))
                : verdict(word, interaction, mismatches);
        if (!mismatches.isEmpty() && !interaction.has("omittedMismatches")) {
            throw new IllegalArgumentException("verdict \"" + word + "\" has no mismatches");
        }
        return verdict;
    }

    private static Verdict verdict(String word, Members interaction, List<Mismatch> mismatches) {
        return switch (word) {
            case "passed" -> Verdict.PASSED;
            case "failed" -> new Verdict.Failed(mismatches, interaction.number("omittedMismatches"));
            case "not-seen" ->
                interaction.object(
                        "notSeen",
                        details -> new Verdict.NotSeen(
                                details.text("expected"),
                                details.duration("waited"),
                                details.objects("instead", ResultReader::arrival),
                                details.text("remedy")));
            case "errored" ->
                interaction.object(
                        "error", details -> new Verdict.Errored(details.text("problem"), details.text("remedy")));
            default -> throw new IllegalArgumentException("verdict \"" + word + "\" is unknown");
        };
    }

    private static Mismatch mismatch(Members mismatch) {
        return new Mismatch(
                new Mismatch.Address(
                        mismatch.smallNumber("connection"),
                        mismatch.number("message"),
                        mismatch.duration("sinceOpen"),
                        mismatch.text("path"),
                        mismatch.object("contract", ResultReader::place)),
                mismatch.text("rule"),
                mismatch.text("expected"),
                mismatch.text("actual"),
                mismatch.text("remedy"));
    }

    private static Place place(Members place) {
        return new Place(place.text("source"), place.text("pointer"), place.smallNumber("line"));
    }

    private static ConnectionRecord connection(Members connection) {
        TranscriptJson.Judged transcript = connection.object("transcript", TranscriptJson::judged);
        Headers request = connection.objectOrNull("request", ResultReader::headers);
        return new ConnectionRecord(
                connection.smallNumber("number"),
                URI.create(connection.text("url")),
                request == null ? Headers.NONE : request,
                connection.objectOrNull("handshake", ResultReader::handshake),
                transcript.transcript(),
                connection.objectOrNull(
                        "close", close -> new CloseStatus(close.smallNumber("code"), close.text("reason"))),
                connection.has("closedBy") ? closedBy(connection.text("closedBy")) : null,
                transcript.judgments());
    }

    private static HandshakeResponse handshake(Members handshake) {
        ResponseBody body = handshake.objectOrNull(
                "body", members -> new ResponseBody(TranscriptJson.payload(members), members.flag("complete")));
        return new HandshakeResponse(
                handshake.smallNumber("status"), headers(handshake), body == null ? ResponseBody.NONE : body);
    }

    private static Headers headers(Members side) {
        return side.object("headers", fields -> {
            Map<String, List<String>> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            fields.names().forEach(name -> values.put(name, fields.texts(name)));
            return new Headers(values);
        });
    }

    private static Uncontracted uncontracted(Members uncontracted) {
        return new Uncontracted(uncontracted.objects("arrivals", ResultReader::arrival), uncontracted.flag("failing"));
    }

    private static Arrival arrival(Members arrival) {
        return new Arrival(arrival.text("type"), arrival.number("count"), arrival.text("sample"));
    }

    private static Direction closedBy(String word) {
        return switch (word) {
            case "client" -> Direction.SENT;
            case "server" -> Direction.RECEIVED;
            default -> throw new IllegalArgumentException("closedBy \"" + word + "\" is unknown");
        };
    }

    private static InteractionType type(String word) {
        return Arrays.stream(InteractionType.values())
                .filter(type -> type.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("type \"" + word + "\" is unknown"));
    }
}
