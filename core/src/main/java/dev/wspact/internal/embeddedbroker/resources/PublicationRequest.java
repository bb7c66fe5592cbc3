package dev.wspact.internal.embeddedbroker.resources;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wspact.internal.embeddedbroker.content.PactContent;
import dev.wspact.internal.json.MalformedJsonException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Pacts of one version of a consumer, as a client sends them. */
record PublicationRequest(
        String pacticipant,
        String version,
        @Nullable String branch,
        List<String> tags,
        @Nullable String buildUrl,
        List<Contract> contracts) {
    /** A pact and the provider it is for. */
    record Contract(String provider, PactContent content) {}

    /** Reads a request, and refuses one with errors, all of them at once. */
    static PublicationRequest read(JsonNode document) {
        Fields fields = new Fields(document);
        String pacticipant = fields.required("pacticipantName");
        String version = fields.required("pacticipantVersionNumber");
        String branch = fields.optionalFilled("branch");
        List<String> tags = fields.texts("tags");
        String buildUrl = fields.optional("buildUrl");
        List<Contract> contracts = new ArrayList<>();
        JsonNode elements = fields.get("contracts");
        if (elements.isMissingNode()) {
            fields.error("contracts", "is missing");
        } else if (!elements.isArray() || elements.isEmpty()) {
            fields.error("contracts", elements.isArray() ? "must not be empty" : "must be an array");
        }
        for (int i = 0; i < elements.size(); i++) {
            contract(elements.get(i), i, pacticipant, fields).ifPresent(contracts::add);
        }
        fields.check();
        return new PublicationRequest(pacticipant, version, branch, tags, buildUrl, contracts);
    }

    private static Optional<Contract> contract(JsonNode element, int index, String pacticipant, Fields errors) {
        List<String> problems = new ArrayList<>();
        if (!element.isObject()) {
            errors.error("contracts", "must be a hash" + at(index));
            return Optional.empty();
        }
        for (String field : List.of("consumerName", "providerName", "content", "contentType", "specification")) {
            JsonNode value = element.path(field);
            if (!value.isTextual() || value.textValue().isBlank()) {
                problems.add(field + (value.isMissingNode() ? " is missing" : " must be filled"));
            }
        }
        oneOf(element, "contentType", "application/json", problems);
        oneOf(element, "specification", "pact", problems);
        String consumer = element.path("consumerName").asText();
        if (element.hasNonNull("consumerName") && !pacticipant.isEmpty() && !consumer.equals(pacticipant)) {
            problems.add("consumerName ('" + consumer + "') must match pacticipantName ('" + pacticipant + "')");
        }
        Optional<PactContent> content =
                element.path("content").isTextual() ? content(element, problems) : Optional.empty();
        problems.forEach(problem -> errors.error("contracts", problem + at(index)));
        return problems.isEmpty()
                ? content.map(pact -> new Contract(element.path("providerName").textValue(), pact))
                : Optional.empty();
    }

    private static String at(int index) {
        return " (at index " + index + ")";
    }

    private static void oneOf(JsonNode element, String field, String only, List<String> problems) {
        JsonNode value = element.path(field);
        if (value.isTextual()
                && !value.textValue().isBlank()
                && !value.textValue().equals(only)) {
            problems.add(field + " must be one of: " + only);
        }
    }

    private static Optional<PactContent> content(JsonNode element, List<String> problems) {
        try {
            PactContent content = PactContent.read(
                    Base64.getDecoder().decode(element.path("content").textValue()));
            if (!content.tree().isObject()) {
                problems.add("parsed content was expected to be a Hash but was a "
                        + content.tree().getNodeType().name().toLowerCase(Locale.ROOT));
                return Optional.empty();
            }
            sameName(content, "consumer", element, problems);
            sameName(content, "provider", element, problems);
            return Optional.of(content);
        } catch (IllegalArgumentException e) {
            problems.add("is not valid Base64");
        } catch (MalformedJsonException e) {
            problems.add("content could not be parsed as application/json: " + e.problem());
        }
        return Optional.empty();
    }

    private static void sameName(PactContent content, String role, JsonNode element, List<String> problems) {
        String field = role + "Name";
        content.name(role)
                .filter(name -> !name.equals(element.path(field).asText()))
                .ifPresent(name -> problems.add(role + " name in contract content ('" + name + "') must match " + field
                        + " in contract params ('" + element.path(field).asText() + "')"));
    }
}
