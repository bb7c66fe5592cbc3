package dev.wspact.junit5.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.core.support.json.JsonParser;
import dev.wspact.EmbeddedBroker;
import dev.wspact.PactBroker;
import dev.wspact.broker.BrokerOptions;
import dev.wspact.broker.EmbeddedBrokerOptions;
import dev.wspact.broker.PacticipantVersion;
import dev.wspact.broker.Publication;
import dev.wspact.broker.PublicationAnswer;
import dev.wspact.junit5.Npm;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the extension writes is published by the Pact Foundation's own command, which is from npm. */
@Tag("foreign")
@Timeout(400)
class PublishedPactTest {
    private static final Npm CLI = new Npm("@pact-foundation/pact-cli", "18.1.2");

    @TempDir
    private Path pacts;

    @Test
    void the_stock_command_publishes_it_and_the_broker_has_the_same_content() throws Exception {
        assertThat(Run.of(pacts, Cases.TwoPacts.class).failures()).isEmpty();
        Path file = pacts.resolve("notification-ui-inbox.json");
        String written = Files.readString(file);

        try (EmbeddedBroker broker = EmbeddedBroker.startInMemory(EmbeddedBrokerOptions.defaults())) {
            String said = CLI.node(
                    "bin/pact-broker.js",
                    List.of("publish", file.toString(), "-a", "1", "--branch", "main"),
                    Map.of("PACT_BROKER_BASE_URL", broker.getUrl().toString()));
            assertThat(said).contains("Pact successfully published for notification-ui version 1 and provider inbox.");
            try (PactBroker client =
                    PactBroker.of(BrokerOptions.of(broker.getUrl()).build())) {
                PublicationAnswer answer = client.publish(
                        new Publication(new PacticipantVersion("notification-ui", "2"), PactBroker.pactsIn(file)));
                assertThat(answer).isNotNull();
            }

            String published = get(broker.getUrl(), "1");
            assertThat(contentHash(published)).isEqualTo(contentHash(get(broker.getUrl(), "2")));
            assertThat(interactions(published).replaceAll("\"_id\":\"[0-9a-f]{40}\",", ""))
                    .as("all but the ids that the broker gives to interactions")
                    .isEqualTo(interactions(written));
        }
    }

    private static String get(URI broker, String version) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        broker.resolve("/pacts/provider/inbox/consumer/notification-ui/version/" + version))
                .header("Accept", "application/hal+json")
                .build();
        HttpResponse<String> response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body();
    }

    private static String interactions(String pact) {
        return JsonParser.parseString(pact).get("interactions").serialise();
    }

    /** By which the broker tells whether two pacts say the same. */
    private static String contentHash(String pact) {
        return JsonParser.parseString(pact)
                .get("_links")
                .get("pb:pact-version")
                .get("name")
                .asString();
    }
}
