package dev.wspact.internal.broker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wspact.broker.BrokerException;
import dev.wspact.broker.ConsumerVersionSelector;
import dev.wspact.broker.PactToVerify;
import dev.wspact.broker.PactsQuery;
import dev.wspact.contract.Contract;
import dev.wspact.contract.Interaction;
import dev.wspact.internal.contractfile.ContractReader;
import dev.wspact.internal.json.MalformedJsonException;
import dev.wspact.internal.json.StrictJson;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Finds what a provider has to verify ({@code pb:provider-pacts-for-verification}), and reads it. */
public final class PactsForVerification {
    private static final String PENDING_NOTICE = "pending state";

    private final BrokerClient broker;

    /** Asks by this client. */
    public PactsForVerification(BrokerClient broker) {
        this.broker = broker;
    }

    /**
     * The selectors in a JSON text, a list of objects, as Pact's {@code rawjson} property has it.
     *
     * @throws IllegalArgumentException if it is anything else
     */
    public static List<ConsumerVersionSelector> selectors(String json) {
        try {
            JsonNode tree = StrictJson.read(json);
            if (!tree.isArray()) {
                throw new IllegalArgumentException("the selectors are no JSON list, such as [{\"mainBranch\": true}]");
            }
            return StreamSupport.stream(tree.spliterator(), false)
                    .map(PactsForVerification::selector)
                    .toList();
        } catch (MalformedJsonException e) {
            throw new IllegalArgumentException("the selectors are no JSON: " + e.problem(), e);
        }
    }

    private static ConsumerVersionSelector selector(JsonNode selector) {
        if (!selector.isObject()) {
            throw new IllegalArgumentException("a selector is no JSON object, such as {\"mainBranch\": true}");
        }
        Map<String, Object> members = new LinkedHashMap<>();
        selector.properties()
                .forEach(member -> members.put(
                        member.getKey(),
                        member.getValue().isBoolean()
                                ? (Object) member.getValue().booleanValue()
                                : member.getValue().asText()));
        return new ConsumerVersionSelector(members);
    }

    /**
     * The pacts that the broker selects; none if nothing matches.
     *
     * @throws BrokerException {@code NOT_FOUND} if the broker does not know the provider
     */
    public List<PactToVerify> list(PactsQuery query) {
        URI url = broker.link("pb:provider-pacts-for-verification", Map.of("provider", query.provider()));
        Hal answer = broker.document(
                Call.repeatablePost("finding the pacts for " + query.provider() + " to verify", url, body(query)));
        return answer.object("_embedded").objects("pacts").stream()
                .map(PactsForVerification::pact)
                .map(pact -> query.includePending() ? pact : notPending(pact))
                .toList();
    }

    private static ObjectNode body(PactsQuery query) {
        ObjectNode body = BrokerClient.object();
        if (query.branch() != null) {
            body.put("providerVersionBranch", query.branch());
        }
        if (!query.tags().isEmpty()) {
            ArrayNode tags = body.putArray("providerVersionTags");
            query.tags().forEach(tags::add);
        }
        if (query.includePending()) {
            body.put("includePendingStatus", true);
        }
        if (query.includeWipSince() != null) {
            body.put("includeWipPactsSince", query.includeWipSince().toString());
        }
        ArrayNode selectors = body.putArray("consumerVersionSelectors");
        for (ConsumerVersionSelector selector : query.selectors()) {
            ObjectNode members = selectors.addObject();
            selector.members().forEach((name, value) -> {
                if (value instanceof Boolean flag) {
                    members.put(name, flag);
                } else {
                    members.put(name, value.toString());
                }
            });
        }
        return body;
    }

    private static PactToVerify pact(Hal pact) {
        Hal properties = pact.object("verificationProperties");
        String reason = pact.optionalText("shortDescription");
        return new PactToVerify(
                pact.object("_links").object("self").text("name"),
                reason == null ? "" : reason,
                pact.link("self"),
                properties.tree().path("pending").asBoolean(false),
                properties.tree().path("wip").asBoolean(false),
                properties.notices("when"));
    }

    /** The Pact Broker 2.120.0 calls pacts pending wherever it is told a branch; then a break would pass unasked. */
    private static PactToVerify notPending(PactToVerify pact) {
        return new PactToVerify(
                pact.name(),
                pact.reason(),
                pact.url(),
                false,
                pact.wip(),
                pact.notices().stream()
                        .filter(notice -> !notice.text().contains(PENDING_NOTICE))
                        .toList());
    }

    /**
     * The contract of a listed pact. Where the pact is pending, so is each of its interactions.
     *
     * @throws BrokerException if it cannot be had
     * @throws dev.wspact.contract.ContractFormatException if it cannot be understood
     */
    public Contract fetch(PactToVerify listed) {
        Contract contract = fetch(listed.url());
        return listed.pending() ? pending(contract) : contract;
    }

    /**
     * The contract at the URL of a pact, such as a webhook hands over.
     *
     * @throws BrokerException if it cannot be had
     * @throws dev.wspact.contract.ContractFormatException if it cannot be understood
     */
    public Contract fetch(URI url) {
        PactDocument document = PactDocument.fetch(broker, url);
        return ContractReader.readPact(document.json(), document.contentUrl().toString());
    }

    private static Contract pending(Contract contract) {
        List<Interaction> interactions = contract.interactions().stream()
                .map(one -> new Interaction(
                        one.description(), one.key(), true, one.setup(), one.expectation(), one.origin()))
                .toList();
        return new Contract(
                contract.consumer(),
                contract.provider(),
                contract.source(),
                interactions,
                contract.notes(),
                contract.extras());
    }
}
