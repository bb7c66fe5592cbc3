package dev.wspact.internal.embeddedbroker.resources;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.wspact.internal.embeddedbroker.store.NewResult;
import dev.wspact.internal.embeddedbroker.store.Pact;
import dev.wspact.internal.embeddedbroker.store.Result;
import dev.wspact.internal.embeddedbroker.store.Tables;
import dev.wspact.internal.embeddedbroker.store.Version;
import dev.wspact.internal.embeddedbroker.web.Answer;
import dev.wspact.internal.embeddedbroker.web.RefusedException;
import dev.wspact.internal.embeddedbroker.web.Request;
import dev.wspact.internal.embeddedbroker.web.Routes;
import dev.wspact.internal.embeddedbroker.web.Urls;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Verification results. */
final class ResultResource {
    private final Request request;
    private final Tables tables;

    private ResultResource(Request request, Tables tables) {
        this.request = request;
        this.tables = tables;
    }

    static void addTo(Routes routes) {
        String content = "/pacts/provider/{provider}/consumer/{consumer}/pact-version/{sha}";
        for (String base : List.of(content, content + "/metadata/{metadata}")) {
            String results = base + "/verification-results";
            routes.add("POST", results, (request, tables) -> new ResultResource(request, tables).publish());
            routes.add("GET", results + "/latest", (request, tables) -> new ResultResource(request, tables).latest());
            routes.add(
                    "GET", results + "/{number}", (request, tables) -> new ResultResource(request, tables).byNumber());
        }
        routes.add(
                "GET",
                "/verification-results/consumer/{pacticipant}/version/{version}/latest",
                (request, tables) -> new ResultResource(request, tables).ofConsumerVersion());
    }

    private Answer publish() {
        Pact pact = new Lookup(request, tables).content();
        Fields fields = new Fields(request.json());
        boolean success = fields.requiredFlag("success", "must be boolean");
        String number = fields.required("providerApplicationVersion");
        String buildUrl = fields.optionalUrl("buildUrl");
        fields.check();
        JsonNode tests = fields.get("testResults");
        JsonNode verifiedBy = fields.get("verifiedBy");
        Metadata metadata = Metadata.read(request.hasVariable("metadata") ? request.variable("metadata") : null);
        Version version = tables.versions()
                .findOrCreate(tables.pacticipants().find(pact.provider()).orElseThrow(), number);
        Result result = tables.results()
                .add(
                        pact.contentId(),
                        version,
                        new NewResult(
                                success,
                                metadata.isWorkInProgress(),
                                buildUrl,
                                tests.isMissingNode() || tests.isNull() ? null : tests.toString(),
                                verifiedBy.isObject() ? verifiedBy.toString() : "{}"));
        return Answer.document(201, document(pact, result)).with("Location", url(pact, result));
    }

    private Answer latest() {
        Pact pact = new Lookup(request, tables).content();
        return Answer.document(
                200, document(pact, tables.results().latest(pact.contentId()).orElseThrow(RefusedException::notFound)));
    }

    private Answer byNumber() {
        Pact pact = new Lookup(request, tables).content();
        String number = request.variable("number");
        if (!number.matches("\\d{1,18}")) {
            throw RefusedException.notFound();
        }
        return Answer.document(
                200,
                document(
                        pact,
                        tables.results()
                                .find(pact.contentId(), Long.parseLong(number))
                                .orElseThrow(RefusedException::notFound)));
    }

    private Answer ofConsumerVersion() {
        Version version = new Lookup(request, tables).version();
        List<Pact> pacts = tables.pacts().ofVersion(version.id());
        List<String> successful = new ArrayList<>();
        List<String> failed = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        List<JsonNode> results = new ArrayList<>();
        for (Pact pact : pacts) {
            Optional<Result> latest = tables.results().latest(pact.contentId());
            latest.ifPresent(result -> results.add(document(newest(pact), result)));
            (latest.isEmpty() ? unknown : latest.get().success() ? successful : failed).add(pact.provider());
        }
        ObjectNode document = Hal.object().put("success", successful.size() == pacts.size());
        ObjectNode summary = document.putObject("providerSummary");
        summary.set("successful", Hal.array(successful, TextNode::valueOf));
        summary.set("failed", Hal.array(failed, TextNode::valueOf));
        summary.set("unknown", Hal.array(unknown, TextNode::valueOf));
        document.putObject("_embedded").putArray("verificationResults").addAll(results);
        return Answer.document(
                200,
                Hal.self(
                        document,
                        Hal.link(
                                request.url(),
                                "Latest verification results for consumer " + version.pacticipant() + " version "
                                        + version.number())));
    }

    private Pact newest(Pact pact) {
        return tables.pacts()
                .withSha(pact.consumer(), pact.provider(), pact.sha())
                .orElseThrow();
    }

    private ObjectNode document(Pact pact, Result result) {
        Urls urls = request.urls();
        ObjectNode document = Hal.object()
                .put("providerName", result.provider())
                .put("providerApplicationVersion", result.providerVersion())
                .put("success", result.success())
                .put("verificationDate", Hal.time(result.createdAt()));
        Hal.putIfPresent(document, "buildUrl", result.buildUrl());
        String tests = result.testResults();
        if (tests != null) {
            document.set("testResults", Hal.stored(tests));
        }
        document.set("verifiedBy", Hal.stored(result.verifiedBy()));
        ObjectNode links = document.putObject("_links");
        String self = url(pact, result);
        links.set(
                "self",
                Hal.link(
                        self, "Verification result", "Verification result " + result.number() + " for " + pact.name()));
        links.set(
                "pb:pact-version",
                Hal.link(
                        urls.between(
                                pact.provider(),
                                pact.consumer(),
                                "pact-version",
                                pact.sha(),
                                "metadata",
                                Metadata.write("cvn", pact.consumerVersion())),
                        "Pact",
                        pact.name()));
        links.set(
                "pb:triggered-webhooks",
                Hal.link(
                        self + "/triggered-webhooks",
                        "Webhooks triggered by the publication of this verification result"));
        return document;
    }

    private String url(Pact pact, Result result) {
        return request.urls()
                .between(
                        pact.provider(),
                        pact.consumer(),
                        "pact-version",
                        pact.sha(),
                        "verification-results",
                        Long.toString(result.number()));
    }
}
