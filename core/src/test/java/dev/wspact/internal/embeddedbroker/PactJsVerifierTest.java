package dev.wspact.internal.embeddedbroker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wspact.broker.EmbeddedBrokerOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The verifiers of pact-js, for HTTP and for messages, against the embedded broker. They come from npm. */
@Tag("foreign")
@Timeout(300)
class PactJsVerifierTest {
    /** Verifies a provider that says the same to everything. */
    private static final String VERIFY =
            """
            const { Verifier, MessageProviderPact } = require('@pact-foundation/pact');
            const [kind, pactBrokerUrl, providerVersion, answer] = process.argv.slice(2);
            const options = {
              pactBrokerUrl, providerVersion, providerVersionBranch: 'main', publishVerificationResult: true,
              consumerVersionSelectors: [{ mainBranch: true }], logLevel: 'warn',
            };
            const verifiers = {
              http: port => new Verifier({
                ...options, provider: 'shop', providerBaseUrl: `http://127.0.0.1:${port}`,
              }).verifyProvider(),
              messages: port => new MessageProviderPact({
                ...options, provider: 'feed', messageProviders: { 'a message': async () => ({ text: answer }) },
              }).verify(),
            };
            const server = require('http').createServer((request, response) => {
              response.setHeader('Content-Type', 'application/json');
              response.end(JSON.stringify({ text: answer }));
            });
            server.listen(0, '127.0.0.1', () => verifiers[kind](server.address().port)
              .then(() => process.exit(0), error => { console.error(error); process.exit(1); }));
            """;

    private static final String HTTP_PACT =
            """
            {"consumer": {"name": "ui"}, "provider": {"name": "shop"}, "interactions": [
              {"type": "Synchronous/HTTP", "description": "a greeting", "pending": false,
               "request": {"method": "GET", "path": "/greeting"},
               "response": {"status": 200, "headers": {"Content-Type": ["application/json"]},
                 "body": {"content": {"text": "hello"}, "contentType": "application/json", "encoded": false}}}],
             "metadata": {"pactSpecification": {"version": "4.0"}}}
            """;

    private static NodePackage pactJs;
    private static Path script;

    private final String bad = "p" + UUID.randomUUID();
    private final String good = "p" + UUID.randomUUID();
    private BrokerServer broker;
    private BrokerClient client;

    @BeforeAll
    static void install() throws Exception {
        pactJs = NodePackage.installed("@pact-foundation/pact", "16.5.0");
        // where Node.js finds the package by its name
        script = Files.writeString(pactJs.home().resolve("verify.js"), VERIFY);
    }

    @BeforeEach
    void start() throws IOException {
        broker = BrokerServer.inMemory(EmbeddedBrokerOptions.defaults());
        client = new BrokerClient(broker.url());
    }

    @AfterEach
    void stop() {
        broker.close();
    }

    private NodePackage.Ended verify(String kind, String version, String answer) throws Exception {
        return pactJs.node(script, Map.of(), List.of(kind, broker.url().toString(), version, answer));
    }

    /** Whether the consumer may be merged beside the head of the provider's main branch. */
    private String mayBeMerged() throws IOException {
        return client.get("/matrix?q[][pacticipant]=ui&q[][version]=c1&latestby=cvp&latest=true&mainBranch=true")
                .json()
                .at("/summary/deployable")
                .toString();
    }

    private void fails_and_then_passes(String kind, String provider) throws Exception {
        assertThat(mayBeMerged()).isEqualTo("null");

        NodePackage.Ended failure = verify(kind, bad, "goodbye");
        assertThat(failure.output()).contains("Expected 'goodbye' (String) to be equal to 'hello' (String)");
        assertThat(mayBeMerged()).as(failure.output()).isEqualTo("false");

        NodePackage.Ended success = verify(kind, good, "hello");
        assertThat(success.code()).as(success.output()).isZero();
        assertThat(mayBeMerged()).as(success.output()).isEqualTo("true");
        assertThat(client.get("/pacticipants/" + provider + "/branches/main/latest-version")
                        .json()
                        .path("number")
                        .asText())
                .isEqualTo(good);

        NodePackage.Ended again = verify(kind, bad, "goodbye");
        assertThat(again.code()).as("no longer pending: %s", again.output()).isEqualTo(1);
    }

    @Test
    void http_interactions_are_verified_and_the_gate_believes_it() throws Exception {
        assertThat(client.publish("ui", "c1", "main", "shop", HTTP_PACT).status())
                .isEqualTo(200);
        fails_and_then_passes("http", "shop");
    }

    @Test
    void messages_are_verified_and_the_gate_believes_it() throws Exception {
        assertThat(client.publish("ui", "c1", "main", "feed", BrokerClient.pact("ui", "feed", "hello"))
                        .status())
                .isEqualTo(200);
        fails_and_then_passes("messages", "feed");
    }
}
