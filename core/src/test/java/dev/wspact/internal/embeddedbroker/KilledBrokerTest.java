package dev.wspact.internal.embeddedbroker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import dev.wspact.EmbeddedBroker;
import dev.wspact.broker.EmbeddedBrokerOptions;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Brokers in processes of their own, which end without a word. */
@Timeout(180)
class KilledBrokerTest {
    private static final int KILLS = 3;

    /** Serves a store and says where; its standard input ends it in order. */
    static final class Main {
        private Main() {}

        public static void main(String[] args) throws IOException {
            try (EmbeddedBroker broker = EmbeddedBroker.start(Path.of(args[0]), EmbeddedBrokerOptions.defaults())) {
                System.out.println(broker.getUrl() + " " + broker.isServing());
                System.out.flush();
                while (System.in.read() >= 0) {
                    // until the parent closes it
                }
            }
        }
    }

    /** A process, and where its broker is. */
    private record Forked(Process process, URI url, boolean isServing) implements AutoCloseable {
        static Forked on(Path store) throws IOException {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xshare:auto",
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            classPath(),
                            Main.class.getName(),
                            store.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
            String line = out.readLine();
            assertThat(line).as("what the process says first").isNotNull();
            String[] words = line.split(" ", 2);
            return new Forked(process, URI.create(words[0]), Boolean.parseBoolean(words[1]));
        }

        /** Where this process has its classes from, whatever runner has started it. */
        private static String classPath() {
            return Stream.concat(
                            Stream.of(
                                            Main.class,
                                            EmbeddedBroker.class,
                                            JsonNode.class,
                                            JsonParser.class,
                                            JsonInclude.class,
                                            NullMarked.class,
                                            JdbcDataSource.class)
                                    .map(type -> type.getProtectionDomain()
                                            .getCodeSource()
                                            .getLocation())
                                    .map(location -> Path.of(URI.create(location.toString()))
                                            .toString()),
                            Stream.of(System.getProperty("java.class.path")))
                    .collect(Collectors.joining(File.pathSeparator));
        }

        BrokerClient client() {
            return new BrokerClient(url);
        }

        void kill() throws InterruptedException {
            process.destroyForcibly();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        }

        /** Ends it in order. */
        void end() throws IOException, InterruptedException {
            process.getOutputStream().close();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }

    @Test
    void what_was_acknowledged_survives_a_kill_in_the_middle_of_a_publication(@TempDir Path store) throws Exception {
        List<String> acknowledged = new ArrayList<>();
        for (int kill = 0; kill < KILLS; kill++) {
            try (Forked broker = Forked.on(store)) {
                publishUntilKilled(broker, "k" + kill, 3 + kill, acknowledged);
            }
        }
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(KILLS * 3);
        try (EmbeddedBroker broker = EmbeddedBroker.start(store, EmbeddedBrokerOptions.defaults())) {
            for (String version : acknowledged) {
                BrokerClient.Reply pact =
                        new BrokerClient(broker.getUrl()).get("/pacts/provider/feed/consumer/web/version/" + version);
                assertThat(pact.status()).as(version).isEqualTo(200);
                assertThat(pact.json()
                                .at("/interactions/0/contents/content/text")
                                .asText())
                        .isEqualTo("text of " + version);
            }
        }
    }

    /** Another thread kills it once it has acknowledged some, while the next publication is under way. */
    private static void publishUntilKilled(Forked broker, String prefix, int first, List<String> acknowledged)
            throws InterruptedException {
        Thread killer = new Thread(() -> broker.process().destroyForcibly());
        try {
            for (int i = 0; broker.process().isAlive(); i++) {
                String version = prefix + "-" + i;
                if (i == first) {
                    killer.start();
                }
                BrokerClient.Reply reply = broker.client()
                        .publish(
                                "web", version, "main", "feed", BrokerClient.pact("web", "feed", "text of " + version));
                assertThat(reply.status()).isEqualTo(200);
                acknowledged.add(version);
            }
        } catch (IOException expected) {
            assertThat(killer.getState()).isNotEqualTo(Thread.State.NEW);
        }
        killer.join();
        broker.kill();
    }

    @Test
    void two_processes_share_a_store_and_the_next_one_takes_over(@TempDir Path store) throws Exception {
        try (Forked first = Forked.on(store);
                Forked second = Forked.on(store)) {
            assertThat(first.isServing()).isTrue();
            assertThat(second.isServing()).isFalse();
            assertThat(second.url()).isEqualTo(first.url());
            second.client().publish("web", "1", "main", "feed", BrokerClient.pact("web", "feed", "by the second"));
            second.end();
            first.kill();
            assertThat(Files.exists(store.resolve("broker.url")))
                    .as("what a kill leaves")
                    .isTrue();
            try (Forked third = Forked.on(store)) {
                assertThat(third.isServing()).isTrue();
                assertThat(third.client()
                                .get("/pacts/provider/feed/consumer/web/latest")
                                .body())
                        .contains("by the second");
                third.end();
                assertThat(Files.exists(store.resolve("broker.url"))).isFalse();
            }
        }
    }
}
