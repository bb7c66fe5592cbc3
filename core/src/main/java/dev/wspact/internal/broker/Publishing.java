package dev.wspact.internal.broker;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wspact.broker.BrokerException;
import dev.wspact.broker.PactText;
import dev.wspact.broker.PacticipantVersion;
import dev.wspact.broker.Publication;
import dev.wspact.broker.PublicationAnswer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** Publishes pacts ({@code pb:publish-contracts}): all of one consumer by one request, so that all are there or none. */
public final class Publishing {
    private final BrokerClient broker;

    /** Publishes by this client. */
    public Publishing(BrokerClient broker) {
        this.broker = broker;
    }

    /**
     * Publishes the pacts. May be sent again after a fault: pacts that are there already, unchanged, are taken once more.
     *
     * @throws BrokerException {@code CONFLICT} if other pacts were published for this version before
     */
    public PublicationAnswer publish(Publication publication) {
        PacticipantVersion version = publication.version();
        String purpose = "publishing the pacts of " + version.pacticipant() + ", version " + version.number();
        Hal answer = broker.document(
                Call.repeatablePost(purpose, broker.link("pb:publish-contracts", Map.of()), body(publication)));
        String published = answer.object("_embedded").object("version").text("number");
        if (!published.equals(version.number())) {
            throw Failures.notUnderstood(answer.call(), "it speaks of version " + published);
        }
        return new PublicationAnswer(answer.notices("type"), answer.targets("pb:contracts"));
    }

    private static ObjectNode body(Publication publication) {
        PacticipantVersion version = publication.version();
        ObjectNode body = BrokerClient.object();
        body.put("pacticipantName", version.pacticipant());
        body.put("pacticipantVersionNumber", version.number());
        if (version.branch() != null) {
            body.put("branch", version.branch());
        }
        if (!version.tags().isEmpty()) {
            ArrayNode tags = body.putArray("tags");
            version.tags().forEach(tags::add);
        }
        if (version.buildUrl() != null) {
            body.put("buildUrl", version.buildUrl().toString());
        }
        ArrayNode contracts = body.putArray("contracts");
        publication.pacts().forEach(pact -> contracts.add(contract(pact)));
        return body;
    }

    private static ObjectNode contract(PactText pact) {
        ObjectNode contract = BrokerClient.object();
        contract.put("consumerName", pact.consumer());
        contract.put("providerName", pact.provider());
        contract.put("specification", "pact");
        contract.put("contentType", "application/json");
        contract.put("content", Base64.getEncoder().encodeToString(pact.json().getBytes(StandardCharsets.UTF_8)));
        return contract;
    }
}
