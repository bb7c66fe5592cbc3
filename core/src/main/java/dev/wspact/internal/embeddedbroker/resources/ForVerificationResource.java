package dev.wspact.internal.embeddedbroker.resources;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wspact.internal.embeddedbroker.selection.ConsumerSelector;
import dev.wspact.internal.embeddedbroker.selection.Notices;
import dev.wspact.internal.embeddedbroker.selection.ProviderVersion;
import dev.wspact.internal.embeddedbroker.selection.Selection;
import dev.wspact.internal.embeddedbroker.selection.VerifiablePact;
import dev.wspact.internal.embeddedbroker.store.Pacticipant;
import dev.wspact.internal.embeddedbroker.store.Tables;
import dev.wspact.internal.embeddedbroker.web.Answer;
import dev.wspact.internal.embeddedbroker.web.Request;
import dev.wspact.internal.embeddedbroker.web.Routes;
import dev.wspact.internal.embeddedbroker.web.Urls;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which pacts a provider has to verify. */
final class ForVerificationResource {
    private final Request request;
    private final Tables tables;

    private ForVerificationResource(Request request, Tables tables) {
        this.request = request;
        this.tables = tables;
    }

    static void addTo(Routes routes) {
        String path = "/pacts/provider/{provider}/for-verification";
        routes.add("GET", path, (request, tables) -> new ForVerificationResource(request, tables).byGet());
        routes.add("POST", path, (request, tables) -> new ForVerificationResource(request, tables).byPost());
    }

    /** Some clients ask so first, only to learn where to post. */
    private Answer byGet() {
        return answer(Hal.object(), true);
    }

    private Answer byPost() {
        return answer(request.json(), false);
    }

    private Answer answer(JsonNode query, boolean isOldRequest) {
        Pacticipant provider = new Lookup(request, tables).provider();
        Selection.Request selected = read(query);
        List<VerifiablePact> pacts = new Selection(tables, provider).of(selected);
        ObjectNode document = Hal.object();
        document.putObject("_embedded").set("pacts", Hal.array(pacts, pact -> document(pact, isOldRequest)));
        return Answer.document(
                200,
                Hal.self(
                        document,
                        Hal.link(
                                request.urls().of("pacts", "provider", provider.name(), "for-verification"),
                                "Pacts to be verified")));
    }

    private Selection.Request read(JsonNode query) {
        Fields fields = new Fields(query);
        JsonNode pending = fields.get("includePendingStatus");
        if (!pending.isMissingNode() && !pending.isBoolean()) {
            fields.error("includePendingStatus", "must be one of: true, false");
        }
        Long wipSince = wipSince(fields);
        String branch = fields.optional("providerVersionBranch");
        List<String> tags = fields.texts("providerVersionTags");
        if (branch != null && branch.isBlank()) {
            if (!branch.isEmpty()) {
                fields.error("providerVersionBranch", "cannot be blank");
            } else if (tags.isEmpty() && (pending.asBoolean() || wipSince != null)) {
                fields.error(
                        "providerVersionBranch",
                        "when pending or WIP pacts are enabled and there are no tags provided,"
                                + " the provider version branch must not be an empty string, as it is used in the calculations for"
                                + " WIP/pending. A value must be provided (recommended), or it must not be set at all.");
            }
            branch = null;
        }
        List<ConsumerSelector> selectors =
                new SelectorReader(tables, branch, fields).read(fields.get("consumerVersionSelectors"));
        fields.check();
        return new Selection.Request(selectors, new ProviderVersion(branch, tags), pending.asBoolean(true), wipSince);
    }

    private static @Nullable Long wipSince(Fields fields) {
        String text = fields.optional("includeWipPactsSince");
        if (text == null) {
            return null;
        }
        try {
            return text.contains("T")
                    ? OffsetDateTime.parse(text).toInstant().toEpochMilli()
                    : LocalDate.parse(text)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant()
                            .toEpochMilli();
        } catch (DateTimeException e) {
            fields.error("includeWipPactsSince", "must be a date");
            return null;
        }
    }

    private ObjectNode document(VerifiablePact pact, boolean isOldRequest) {
        Urls urls = request.urls();
        ObjectNode document = Hal.object().put("shortDescription", pact.shortDescription());
        ObjectNode properties = document.putObject("verificationProperties");
        Boolean pending = pact.isPending();
        if (pending != null) {
            properties.put("pending", pending);
        }
        if (pact.wip()) {
            properties.put("wip", true);
        }
        String mainBranch =
                tables.pacticipants().find(pact.pact().consumer()).orElseThrow().mainBranch();
        properties.set("notices", Hal.array(Notices.of(pact, urls, mainBranch, isOldRequest), notice -> Hal.object()
                .put("when", notice.when())
                .put("text", notice.text())));
        return Hal.self(
                document, Hal.link(pact.url(urls)).put("name", pact.pact().name()));
    }
}
