package dev.wspact.internal.embeddedbroker.resources;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wspact.internal.embeddedbroker.matrix.Deployability;
import dev.wspact.internal.embeddedbroker.matrix.Matrix;
import dev.wspact.internal.embeddedbroker.matrix.MatrixRow;
import dev.wspact.internal.embeddedbroker.matrix.Reason;
import dev.wspact.internal.embeddedbroker.store.BranchVersion;
import dev.wspact.internal.embeddedbroker.store.EnvironmentVersion;
import dev.wspact.internal.embeddedbroker.store.Pact;
import dev.wspact.internal.embeddedbroker.store.Presence;
import dev.wspact.internal.embeddedbroker.store.Result;
import dev.wspact.internal.embeddedbroker.store.Tables;
import dev.wspact.internal.embeddedbroker.store.Tag;
import dev.wspact.internal.embeddedbroker.web.Urls;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The matrix as a document: the answer, its reasons, and the rows it follows from. */
final class MatrixDocument {
    private final Urls urls;
    private final Tables tables;

    MatrixDocument(Urls urls, Tables tables) {
        this.urls = urls;
        this.tables = tables;
    }

    ObjectNode of(Matrix matrix) {
        Deployability answer = matrix.deployability();
        ObjectNode document = Hal.object();
        ObjectNode summary = document.putObject("summary");
        summary.put("deployable", answer.deployable())
                .put("reason", answer.reasons().stream().map(Reason::text).collect(Collectors.joining("\n")))
                .put("success", answer.success())
                .put("failed", answer.failed())
                .put("unknown", answer.unknown());
        if (answer.ignored() != null) {
            summary.put("ignored", answer.ignored());
        }
        document.set("notices", Hal.array(answer.reasons(), reason -> Hal.object()
                .put("type", reason.type())
                .put("text", reason.text())));
        ArrayNode rows = document.putArray("matrix");
        matrix.considered().forEach(row -> rows.add(row(row)));
        matrix.ignored().forEach(row -> rows.add(row(row).put("ignored", true)));
        return document;
    }

    private ObjectNode row(MatrixRow row) {
        Pact pact = row.pact();
        Result result = row.result();
        ObjectNode document = Hal.object();
        ObjectNode consumer = document.putObject("consumer").put("name", pact.consumer());
        consumer.set("version", version(pact.consumer(), pact.consumerVersion(), pact.consumerVersionId()));
        Hal.self(consumer, Hal.link(urls.pacticipant(pact.consumer())));
        ObjectNode provider = document.putObject("provider").put("name", pact.provider());
        if (result == null) {
            provider.putNull("version");
        } else {
            provider.set("version", version(pact.provider(), result.providerVersion(), result.providerVersionId()));
        }
        Hal.self(provider, Hal.link(urls.pacticipant(pact.provider())));
        document.set(
                "pact",
                Hal.self(
                        Hal.object().put("createdAt", Hal.time(pact.createdAt())),
                        Hal.link(Documents.pactUrl(urls, pact))));
        if (result == null) {
            document.putNull("verificationResult");
        } else {
            document.set("verificationResult", result(pact, result));
        }
        return document;
    }

    private ObjectNode result(Pact pact, Result result) {
        return Hal.self(
                Hal.object().put("success", result.success()).put("verifiedAt", Hal.time(result.createdAt())),
                Hal.link(urls.between(
                        pact.provider(),
                        pact.consumer(),
                        "pact-version",
                        pact.sha(),
                        "metadata",
                        Metadata.write("cvn", pact.consumerVersion()),
                        "verification-results",
                        Long.toString(result.number()))));
    }

    private ObjectNode version(String pacticipant, String number, long id) {
        List<BranchVersion> branches = tables.branches().of(id);
        ObjectNode document = Hal.object().put("number", number);
        document.put(
                "branch",
                branches.isEmpty() ? null : branches.get(branches.size() - 1).branch());
        for (String name : List.of("branches", "branchVersions")) {
            document.set(
                    name, Hal.array(branches, branch -> Documents.branchVersion(urls, pacticipant, number, branch)));
        }
        List<Long> environments = Stream.of(Presence.values())
                .flatMap(presence -> tables.environmentVersions().of(presence, id).stream())
                .filter(version -> version.endedAt() == null)
                .sorted(Comparator.comparing(EnvironmentVersion::createdAt))
                .map(EnvironmentVersion::environmentId)
                .distinct()
                .toList();
        document.set(
                "environments",
                Hal.array(
                        environments,
                        environment -> EnvironmentResource.embedded(
                                urls, tables.environments().get(environment))));
        Hal.self(document, Hal.link(urls.version(pacticipant, number)));
        document.set("tags", Hal.array(tables.tags().of(id), tag -> tag(pacticipant, number, tag)));
        return document;
    }

    private ObjectNode tag(String pacticipant, String number, Tag tag) {
        return Hal.self(
                Hal.object().put("name", tag.name()).put("latest", tag.latest()),
                Hal.link(urls.of("pacticipants", pacticipant, "versions", number, "tags", tag.name())));
    }
}
