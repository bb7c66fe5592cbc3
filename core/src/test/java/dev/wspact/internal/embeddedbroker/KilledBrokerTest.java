package dev.wspact.internal.embeddedbroker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import dev.wspact.EmbeddedBroker;
import dev.wspact.PactBroker;
import dev.wspact.broker.BrokerOptions;
import dev.wspact.broker.EmbeddedBrokerOptions;
import dev.wspact.broker.PactText;
import dev.wspact.broker.PacticipantVersion;
import dev.wspact.broker.Publication;
import dev.wspact.broker.PublicationAnswer;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
    private static final int PROCESSES = 4;
    /** What each process publishes at the same time. */
    private static final int AT_ONCE = 4;

    /**
     * Serves a store and says where. Each line of its standard input is the name of versions to be published at once, and
     * answered by a line when they are; the input's end ends it in order.
     */
    static final class Main {
        private Main() {}

        public static void main(String[] args) throws Exception {
            try (EmbeddedBroker broker = EmbeddedBroker.start(Path.of(args[0]), EmbeddedBrokerOptions.defaults());
                    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
                say(broker.getUrl() + " " + broker.isServing());
                for (String name = in.readLine(); name != null; name = in.readLine()) {
                    publishAtOnce(broker.getUrl(), name);
                    say("published " + name);
                }
            }
        }

        private static void say(String line) {
            System.out.println(line);
            System.out.flush();
        }

        private static void publishAtOnce(URI url, String name) throws Exception {
            ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
            try (PactBroker broker = PactBroker.of(BrokerOptions.of(url).build())) {
                List<Callable<PublicationAnswer>> publications = new ArrayList<>();
                for (int i = 0; i < AT_ONCE; i++) {
                    String version = name + "-" + i;
                    publications.add(() -> broker.publish(new Publication(
                            new PacticipantVersion("web", version, "main", List.of(), null),
                            List.of(new PactText(
                                    "web", "feed", BrokerClient.pact("web", "feed", "text of " + version))))));
                }
                for (Future<PublicationAnswer> publication : threads.invokeAll(publications)) {
                    publication.get();
                }
            } finally {
                threads.shutdownNow();
            }
        }
    }

    /** A process, what it says, and where its broker is. */
    private record Forked(Process process, BufferedReader out, URI url, boolean isServing) implements AutoCloseable {
        static Forked on(Path store) throws IOException {
            return started(start(store));
        }

        static Process start(Path store) throws IOException {
            return new ProcessBuilder(
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
        }

        /** One that was started, once its broker can be reached. */
        static Forked started(Process process) throws IOException {
            BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
            String line = out.readLine();
            assertThat(line).as("what the process says first").isNotNull();
            String[] words = line.split(" ", 2);
            return new Forked(process, out, URI.create(words[0]), Boolean.parseBoolean(words[1]));
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

        /** Has it publish versions of that name; does not wait. */
        void publish(String name) throws IOException {
            process.getOutputStream().write((name + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        }

        /** Waits until it has. */
        void awaitPublished(String name) throws IOException {
            assertThat(out.readLine()).isEqualTo("published " + name);
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
            areThere(broker.getUrl(), acknowledged);
        }
    }

    private static void areThere(URI broker, List<String> versions) throws IOException {
        for (String version : versions) {
            BrokerClient.Reply pact =
                    new BrokerClient(broker).get("/pacts/provider/feed/consumer/web/version/" + version);
            assertThat(pact.status()).as(version).isEqualTo(200);
            assertThat(pact.json().at("/interactions/0/contents/content/text").asText())
                    .isEqualTo("text of " + version);
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

    @Test
    void what_four_processes_publish_at_once_on_one_store_is_all_there(@TempDir Path store) throws Exception {
        List<Process> processes = new ArrayList<>();
        List<String> versions = new ArrayList<>();
        try {
            for (int i = 0; i < PROCESSES; i++) {
                processes.add(Forked.start(store));
            }
            List<Forked> builds = new ArrayList<>();
            for (Process process : processes) {
                builds.add(Forked.started(process));
            }
            assertThat(builds).filteredOn(Forked::isServing).as("one serves").hasSize(1);
            for (int i = 0; i < PROCESSES; i++) {
                builds.get(i).publish("build" + i);
            }
            for (int i = 0; i < PROCESSES; i++) {
                builds.get(i).awaitPublished("build" + i);
                for (int n = 0; n < AT_ONCE; n++) {
                    versions.add("build" + i + "-" + n);
                }
            }
            areThere(builds.get(0).url(), versions);
            // the one that serves waits for the others
            builds.sort(Comparator.comparing(Forked::isServing));
            for (Forked build : builds) {
                build.end();
            }
        } finally {
            processes.forEach(Process::destroyForcibly);
        }
        assertThat(versions).hasSize(PROCESSES * AT_ONCE);
        try (EmbeddedBroker broker = EmbeddedBroker.start(store, EmbeddedBrokerOptions.defaults())) {
            assertThat(broker.isServing()).isTrue();
            areThere(broker.getUrl(), versions);
        }
    }
}
