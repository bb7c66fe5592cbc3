package dev.wspact.internal.embeddedbroker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wspact.EmbeddedBroker;
import dev.wspact.broker.EmbeddedBrokerOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class EmbeddedBrokerTest {
    private static final EmbeddedBrokerOptions DEFAULTS = EmbeddedBrokerOptions.defaults();
    private static final int PUBLISHERS = 16;
    private static final int MEBIBYTE = 1 << 20;

    private static String random() {
        return "x" + UUID.randomUUID().toString().substring(0, 8);
    }

    @Test
    void listens_on_this_machine_only() throws IOException {
        try (EmbeddedBroker broker = EmbeddedBroker.startInMemory(DEFAULTS)) {
            assertThat(broker.getUrl().toString()).matches("http://127\\.0\\.0\\.1:\\d+");
            assertThat(broker.isServing()).isTrue();
            // as a page that has its own name point to this machine would call it
            BrokerClient.Reply reply =
                    new BrokerClient(broker.getUrl()).send("GET", "/", Map.of("host", "evil.example:80"), "");
            assertThat(reply.status()).isEqualTo(403);
            assertThat(reply.body()).contains("evil.example").contains("127.0.0.1");
        }
    }

    @Test
    void names_the_port_that_it_cannot_open() throws IOException {
        try (EmbeddedBroker broker = EmbeddedBroker.startInMemory(DEFAULTS)) {
            int taken = broker.getUrl().getPort();

            assertThatThrownBy(() -> EmbeddedBroker.startInMemory(DEFAULTS.withPort(taken)))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("cannot open port " + taken)
                    .hasMessageContaining("Choose another one");
        }
    }

    @Test
    void asks_for_the_user_name_and_the_password() throws IOException {
        try (EmbeddedBroker broker = EmbeddedBroker.startInMemory(DEFAULTS.withBasicAuth("ann", "s3cret:ü"))) {
            BrokerClient client = new BrokerClient(broker.getUrl());

            BrokerClient.Reply without = client.get("/pacticipants");
            assertThat(without.status()).isEqualTo(401);
            assertThat(without.headers()).containsEntry("www-authenticate", "Basic realm=\"wspact\"");
            assertThat(client.send("GET", "/", auth("ann:wrong"), "").status()).isEqualTo(401);
            assertThat(client.send("GET", "/", auth("ann:s3cret:ü"), "").status())
                    .isEqualTo(200);
            assertThat(client.get("/diagnostic/status/heartbeat").status()).isEqualTo(200);
        }
    }

    private static Map<String, String> auth(String userAndPassword) {
        return Map.of("authorization", "Basic " + BrokerClient.base64(userAndPassword));
    }

    @Test
    void keeps_what_was_published_for_the_next_one(@TempDir Path directory) throws IOException {
        String consumer = random();
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory, DEFAULTS)) {
            assertThat(publish(broker, consumer, "1", "hello").status()).isEqualTo(200);
        }
        assertThat(directory.resolve("broker.url")).doesNotExist();
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory, DEFAULTS)) {
            BrokerClient.Reply pact =
                    new BrokerClient(broker.getUrl()).get("/pacts/provider/feed/consumer/" + consumer + "/version/1");
            assertThat(pact.json().at("/interactions/0/contents/content/text").asText())
                    .isEqualTo("hello");
        }
    }

    private static BrokerClient.Reply publish(EmbeddedBroker broker, String consumer, String version, String text)
            throws IOException {
        return new BrokerClient(broker.getUrl())
                .publish(consumer, version, "main", "feed", BrokerClient.pact(consumer, "feed", text));
    }

    @Test
    void others_in_this_process_use_the_one_that_serves(@TempDir Path directory) throws IOException {
        try (EmbeddedBroker host = EmbeddedBroker.start(directory, DEFAULTS);
                EmbeddedBroker guest = EmbeddedBroker.start(directory, DEFAULTS);
                EmbeddedBroker other = EmbeddedBroker.start(directory, DEFAULTS)) {
            assertThat(host.isServing()).isTrue();
            assertThat(guest.isServing()).isFalse();
            assertThat(guest.getUrl()).isEqualTo(host.getUrl()).isEqualTo(other.getUrl());
            int otherPort = host.getUrl().getPort() == 2000 ? 2001 : 2000;
            assertThatThrownBy(() -> EmbeddedBroker.start(directory, DEFAULTS.withPort(otherPort)))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("is served at " + host.getUrl())
                    .hasMessageContaining("Use that address, or another directory");
        }
    }

    @Test
    void the_one_that_serves_waits_for_those_who_use_it(@TempDir Path directory) throws Exception {
        ExecutorService executor = Executors.newSingleThreadExecutor();
        try (EmbeddedBroker host = EmbeddedBroker.start(directory, DEFAULTS)) {
            EmbeddedBroker guest = EmbeddedBroker.start(directory, DEFAULTS);
            Future<?> closing = executor.submit(host::close);
            awaitGone(directory.resolve("broker.url"));
            // it takes no new guests, and still answers the old one
            assertThat(publish(guest, random(), "1", "late").status()).isEqualTo(200);
            assertThat(closing.isDone()).isFalse();
            guest.close();
            closing.get();
            assertThatThrownBy(() -> publish(guest, random(), "1", "too late")).isInstanceOf(IOException.class);
        } finally {
            executor.shutdownNow();
        }
    }

    private static void awaitGone(Path file) {
        while (Files.exists(file)) {
            Thread.onSpinWait();
        }
    }

    @Test
    void an_address_that_a_killed_process_left_is_not_believed(@TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("broker.url"), "http://127.0.0.1:1\n" + Long.MAX_VALUE + "\n");
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory, DEFAULTS)) {
            assertThat(broker.isServing()).isTrue();
            assertThat(Files.readString(directory.resolve("broker.url"))).startsWith(broker.getUrl() + "\n");
        }
    }

    @Test
    void sixteen_publish_at_once_and_nothing_is_lost(@TempDir Path directory) throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(PUBLISHERS);
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory, DEFAULTS)) {
            String name = random();
            List<Callable<Integer>> publishers = new ArrayList<>();
            for (int i = 0; i < PUBLISHERS; i++) {
                String version = "v" + i;
                // half of them are the same consumer, with the same content
                String consumer = i % 2 == 0 ? name : name + "other" + "x".repeat(i);
                publishers.add(() -> publish(broker, consumer, version, "same").status());
            }
            for (Future<Integer> status : executor.invokeAll(publishers)) {
                assertThat(status.get()).isEqualTo(200);
            }
            JsonNode pacticipants =
                    new BrokerClient(broker.getUrl()).get("/pacticipants").json();
            assertThat(pacticipants.at("/_embedded/pacticipants")).hasSize(PUBLISHERS / 2 + 2);
            JsonNode versions = new BrokerClient(broker.getUrl())
                    .get("/pacticipants/" + name + "/versions")
                    .json();
            assertThat(versions.at("/_embedded/versions")).hasSize(PUBLISHERS / 2);
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void one_version_published_at_once_with_different_contents_gets_one_of_them() throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(PUBLISHERS);
        try (EmbeddedBroker broker = EmbeddedBroker.startInMemory(DEFAULTS)) {
            List<Callable<Integer>> publishers = new ArrayList<>();
            for (int i = 0; i < PUBLISHERS; i++) {
                String text = "text " + i;
                publishers.add(() -> publish(broker, "web", "1", text).status());
            }
            List<Integer> answers = new ArrayList<>();
            for (Future<Integer> status : executor.invokeAll(publishers)) {
                answers.add(status.get());
            }
            assertThat(answers).containsOnlyOnce(200).contains(409).containsOnly(200, 409);
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void takes_a_contract_of_five_mebibytes_and_gives_it_back() throws IOException {
        String text = "0123456789abcdef".repeat(5 * MEBIBYTE / 16);
        try (EmbeddedBroker broker = EmbeddedBroker.startInMemory(DEFAULTS)) {
            assertThat(publish(broker, "web", "1", text).status()).isEqualTo(200);

            BrokerClient.Reply pact = new BrokerClient(broker.getUrl()).get("/pacts/provider/feed/consumer/web/latest");
            assertThat(pact.json().at("/interactions/0/contents/content/text").asText())
                    .isEqualTo(text);
        }
    }

    @Test
    void refuses_a_body_beyond_its_limit() throws IOException {
        try (EmbeddedBroker broker = EmbeddedBroker.startInMemory(DEFAULTS)) {
            URI url = broker.getUrl();
            BrokerClient.Reply reply =
                    new BrokerClient(url).send("POST", "/contracts/publish", " ".repeat(33 * MEBIBYTE));
            assertThat(reply.status()).isEqualTo(413);
            assertThat(reply.body()).contains("32 MiB");
        }
    }

    @Test
    void a_refused_publication_leaves_nothing() throws IOException {
        try (EmbeddedBroker broker = EmbeddedBroker.startInMemory(DEFAULTS)) {
            assertThat(publish(broker, "web", "1", "one").status()).isEqualTo(200);
            assertThat(publish(broker, "web", "1", "two").status()).isEqualTo(409);
            BrokerClient client = new BrokerClient(broker.getUrl());
            BrokerClient.Reply similar =
                    client.publish("Web", "1", "main", "feed", BrokerClient.pact("Web", "feed", "x"));
            assertThat(similar.status()).isEqualTo(409);
            assertThat(similar.json().at("/errors/contracts/0").asText())
                    .contains("very similar")
                    .contains("* web");
            assertThat(client.get("/pacticipants/Web").status()).isEqualTo(404);
            assertThat(client.get("/pacts/provider/feed/consumer/web/versions")
                            .json()
                            .at("/_embedded/pacts"))
                    .hasSize(1);
        }
    }

    @Test
    void says_of_what_it_does_not_serve_that_it_does_not() throws IOException {
        try (EmbeddedBroker broker = EmbeddedBroker.startInMemory(DEFAULTS)) {
            BrokerClient client = new BrokerClient(broker.getUrl());
            BrokerClient.Reply reply = client.send("POST", "/webhooks", "{}");
            assertThat(reply.status()).isEqualTo(404);
            assertThat(reply.json().path("error").asText())
                    .isEqualTo(
                            "The embedded broker of wspact does not serve webhooks. Teams run the real Pact Broker, see"
                                    + " https://docs.pact.io/pact_broker.");
            assertThat(client.send("GET", "/", Map.of("accept", "application/xml"), "")
                            .status())
                    .isEqualTo(406);
            assertThat(client.get("/pacticipants/%zz").status()).isEqualTo(400);
        }
    }
}
