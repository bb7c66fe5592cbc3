package dev.wspact.internal.reporting;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import dev.wspact.verdict.Verdict;
import java.util.List;

/** Makes the JSON tree of a result file; {@link ResultReader} is its mirror. */
final class ResultWriter {
    /** The version of the format; {@code docs/result.schema.json} describes it. */
    static final int FORMAT_VERSION = 1;

    private ResultWriter() {}

    /** The document for a result. */
    static ObjectNode tree(ContractResult result) {
        ObjectNode file = object();
        file.put("formatVersion", FORMAT_VERSION);
        file.put("success", result.successful());
        file.put("provider", result.subject().provider());
        file.put("consumer", result.subject().consumer());
        file.put("source", result.subject().source());
        strings(file.putArray("notes"), result.subject().notes());
        file.put("started", result.period().started().toString());
        file.put("took", result.period().took().toString());
        if (result.command() != null) {
            file.put("command", result.command());
        }
        ArrayNode interactions = file.putArray("interactions");
        result.interactions().forEach(interaction -> interactions.add(interaction(interaction)));
        ArrayNode connections = file.putArray("connections");
        result.connections().forEach(connection -> connections.add(connection(connection)));
        ObjectNode uncontracted = file.putObject("uncontracted");
        uncontracted.put("failing", result.uncontracted().failing());
        uncontracted.set("arrivals", arrivals(result.uncontracted().arrivals()));
        return file;
    }

    private static ObjectNode interaction(InteractionResult result) {
        ObjectNode interaction = object();
        interaction.put("description", result.subject().description());
        interaction.put("key", result.subject().key());
        strings(interaction.putArray("states"), result.subject().states());
        interaction.put("type", result.subject().type().word());
        interaction.set("contract", place(result.subject().place()));
        interaction.put("verdict", result.verdict().word());
        interaction.put("messages", result.messages());
        interaction.put("connection", result.connection());
        Latency latency = result.latency();
        if (latency != null) {
            interaction
                    .putObject("latency")
                    .put("messages", latency.messages())
                    .put("min", latency.min().toString())
                    .put("median", latency.median().toString())
                    .put("p95", latency.p95().toString())
                    .put("p99", latency.p99().toString())
                    .put("max", latency.max().toString())
                    .set("steps", steps(latency.steps()));
        }
        interaction.putArray("mismatches");
        result.verdict().accept(new Details(interaction));
        return interaction;
    }

    private static ArrayNode steps(List<Latency.Step> steps) {
        ArrayNode tree = JsonNodeFactory.instance.arrayNode();
        steps.forEach(step -> tree.add(object().put("over", step.over().toString())
                .put("upTo", step.upTo().toString())
                .put("messages", step.messages())));
        return tree;
    }

    private static ObjectNode mismatch(Mismatch mismatch) {
        ObjectNode tree = object();
        tree.put("connection", mismatch.address().connection());
        tree.put("message", mismatch.address().message());
        tree.put("sinceOpen", mismatch.address().sinceOpen().toString());
        tree.put("path", mismatch.address().path());
        tree.put("rule", mismatch.rule());
        tree.put("expected", mismatch.expected());
        tree.put("actual", mismatch.actual());
        tree.set("contract", place(mismatch.address().contract()));
        tree.put("remedy", mismatch.remedy());
        return tree;
    }

    private static ObjectNode place(Place place) {
        return object().put("source", place.source())
                .put("pointer", place.pointer())
                .put("line", place.line());
    }

    private static ObjectNode connection(ConnectionRecord connection) {
        ObjectNode tree = object();
        tree.put("number", connection.number());
        tree.put("url", connection.url().toString());
        if (!connection.request().isEmpty()) {
            headers(tree.putObject("request"), connection.request());
        }
        HandshakeResponse handshake = connection.handshake();
        if (handshake != null) {
            ObjectNode answer = tree.putObject("handshake").put("status", handshake.status());
            headers(answer, handshake.headers());
            if (!handshake.body().equals(ResponseBody.NONE)) {
                TranscriptJson.put(answer.putObject("body"), handshake.body().content())
                        .put("complete", handshake.body().whole());
            }
        }
        tree.set("transcript", TranscriptJson.tree(connection.transcript(), connection.judgments()));
        CloseStatus close = connection.close();
        if (close != null) {
            tree.putObject("close").put("code", close.code()).put("reason", close.reason());
        }
        Direction closedBy = connection.closedBy();
        if (closedBy != null) {
            tree.put("closedBy", closedBy == Direction.SENT ? "client" : "server");
        }
        return tree;
    }

    private static void headers(ObjectNode side, Headers headers) {
        ObjectNode fields = side.putObject("headers");
        headers.fields().forEach((name, values) -> strings(fields.putArray(name), values));
    }

    private static ArrayNode arrivals(List<Arrival> arrivals) {
        ArrayNode tree = JsonNodeFactory.instance.arrayNode();
        arrivals.forEach(arrival -> tree.add(object().put("type", arrival.type())
                .put("count", arrival.count())
                .put("sample", arrival.sample())));
        return tree;
    }

    private static void strings(ArrayNode array, List<String> values) {
        values.forEach(array::add);
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** Adds to an interaction what its verdict carries. */
    private record Details(ObjectNode interaction) implements Verdict.Visitor<ObjectNode> {
        @Override
        public ObjectNode passed(Verdict.Passed passed) {
            return interaction;
        }

        @Override
        public ObjectNode failed(Verdict.Failed failed) {
            ArrayNode mismatches = interaction.putArray("mismatches");
            failed.mismatches().forEach(mismatch -> mismatches.add(mismatch(mismatch)));
            return interaction.put("omittedMismatches", failed.omitted());
        }

        @Override
        public ObjectNode notSeen(Verdict.NotSeen notSeen) {
            ObjectNode details = interaction.putObject("notSeen");
            details.put("expected", notSeen.expected());
            details.put("waited", notSeen.waited().toString());
            details.set("instead", arrivals(notSeen.instead()));
            details.put("remedy", notSeen.remedy());
            return interaction;
        }

        @Override
        public ObjectNode errored(Verdict.Errored errored) {
            interaction.putObject("error").put("problem", errored.problem()).put("remedy", errored.remedy());
            return interaction;
        }

        @Override
        public ObjectNode pending(Verdict.Pending pending) {
            interaction.put("underneath", pending.underneath().word());
            return pending.underneath().accept(this);
        }
    }
}
