package dev.wspact.internal.broker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wspact.ContractFiles;
import dev.wspact.PactBroker;
import dev.wspact.broker.PactText;
import dev.wspact.broker.PacticipantVersion;
import dev.wspact.broker.Publication;
import dev.wspact.contract.Contract;
import dev.wspact.internal.broker.ScriptedBroker.Reply;
import dev.wspact.internal.broker.ScriptedBroker.Request;
import dev.wspact.internal.json.MalformedJsonException;
import dev.wspact.internal.json.StrictJson;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaContractsThroughBrokerTest {
    private static final String CONTRACT =
            """
            consumer: ui
            provider: svc
            channel: { path: /notifications, subprotocols: [v1.notify] }
            receives:
              a notification:
                given: a notification exists for user 42
                send: { type: subscribe, topic: news }
                schema: { type: object, required: [type, price], properties: { type: { const: tick }, price: { type: number } } }
                example: { type: tick, price: 1.5 }
                within: 5s
            sends:
              a ping:
                schema: { type: object, required: [id] }
                example: { type: ping, id: 7 }
                replies: [ { schema: { type: object, required: [id] }, example: { type: pong, id: 7 } } ]
            refuses:
              an anonymous client: { status: 401 }
            closes:
              an expired session: { given: the token expires at once, code: 4001, within: 10s }
            """;

    private final AtomicReference<String> stored = new AtomicReference<>("");

    /** Keeps what is published, and serves it with what a broker adds. */
    private @Nullable Reply reply(Request request) {
        try {
            if (request.isIndex()) {
                return null;
            }
            if (request.method().equals("POST")) {
                String content = StrictJson.read(request.body())
                        .at("/contracts/0/content")
                        .asText();
                stored.set(new String(Base64.getDecoder().decode(content), StandardCharsets.UTF_8));
                return Reply.json(200, "{\"_embedded\": {\"version\": {\"number\": \"1\"}}}");
            }
            ObjectNode pact = (ObjectNode) StrictJson.read(stored.get());
            pact.put("createdAt", "2026-11-22T10:30:23+00:00");
            pact.putObject("_links").putObject("self").put("href", "BASE/pact");
            pact.path("interactions").forEach(one -> ((ObjectNode) one).put("_id", "an id"));
            return Reply.json(200, pact.toString());
        } catch (MalformedJsonException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode written(Contract contract) throws MalformedJsonException {
        ObjectNode pact = (ObjectNode) StrictJson.read(ContractFiles.toPact(contract));
        pact.remove(List.of("createdAt", "_links"));
        pact.path("interactions").forEach(one -> ((ObjectNode) one).remove("_id"));
        return pact;
    }

    @Test
    void a_schema_contract_comes_back_from_the_broker_as_it_was_in_the_file(@TempDir Path directory) throws Exception {
        Path file = Files.writeString(directory.resolve("svc.contract.yaml"), CONTRACT);
        Contract fromFile = ContractFiles.read(file).get(0);
        try (ScriptedBroker server = new ScriptedBroker(this::reply);
                PactBroker broker = PactBroker.of(server.options().build())) {
            broker.publish(new Publication(
                    new PacticipantVersion("ui", "1"),
                    List.of(new PactText("ui", "svc", ContractFiles.toPact(fromFile)))));
            Contract fromBroker = broker.fetch(URI.create(server.url() + "/pacts/provider/svc/pact-version/abc"));

            assertThat(broker.fetch(URI.create(
                                    "http://me:s3cret@" + server.url().getAuthority() + "/pact-version/abc"))
                            .source())
                    .isEqualTo(server.url() + "/pact-version/abc");
            assertThat(fromBroker.interactions()).hasSize(4);
            assertThat(written(fromBroker)).isEqualTo(written(fromFile));
        }
    }
}
