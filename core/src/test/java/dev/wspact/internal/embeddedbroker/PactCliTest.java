package dev.wspact.internal.embeddedbroker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wspact.broker.EmbeddedBrokerOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The pact CLI of the Pact Foundation against the embedded broker. It comes from npm, once into the build directory. */
@Tag("foreign")
@Timeout(300)
class PactCliTest {
    private static NodePackage cli;

    @TempDir
    private static Path directory;

    @BeforeAll
    static void install() throws Exception {
        cli = NodePackage.installed("@pact-foundation/pact-cli", "18.1.2");
    }

    /** The CLI with a broker. */
    private record Cli(URI broker, Map<String, String> environment) {
        /** The output of a command that must end with this exit code. */
        String run(int code, String... arguments) throws Exception {
            NodePackage.Ended ended = cli.node(
                    cli.directory().resolve("bin").resolve("pact-broker.js"), environment, Arrays.asList(arguments));
            assertThat(ended.code())
                    .as("%s: %s", List.of(arguments), ended.output())
                    .isEqualTo(code);
            return ended.output();
        }

        static Cli of(URI broker, Map<String, String> more) {
            Map<String, String> environment = new HashMap<>(more);
            environment.put("PACT_BROKER_BASE_URL", broker.toString());
            return new Cli(broker, environment);
        }
    }

    private static Path pact() throws IOException {
        return Files.writeString(directory.resolve("pact.json"), BrokerClient.pact("ui", "feed", "hello"));
    }

    private static void verify(URI broker, String version) throws IOException {
        BrokerClient client = new BrokerClient(broker);
        String pact = client.send("POST", "/pacts/provider/feed/for-verification", "{}")
                .json()
                .at("/_embedded/pacts/0/_links/self/href")
                .asText();
        assertThat(client.send(
                                "POST",
                                URI.create(pact).getRawPath() + "/verification-results",
                                "{\"success\": true, \"providerApplicationVersion\": \"" + version + "\"}")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void publishes_records_and_asks() throws Exception {
        try (BrokerServer broker = BrokerServer.inMemory(EmbeddedBrokerOptions.defaults())) {
            Cli cli = Cli.of(broker.url(), Map.of());
            assertThat(cli.run(0, "publish", pact().toString(), "-a", "1", "--branch", "main", "-t", "dev"))
                    .contains("Created ui version 1 with branch main and tags dev")
                    .contains("Pact successfully published for ui version 1 and provider feed.");
            cli.run(0, "create-environment", "--name", "live", "--production");
            assertThat(cli.run(0, "list-environments")).contains("live").contains("Live");
            cli.run(0, "create-or-update-version", "-a", "feed", "-e", "p1", "--branch", "main");

            assertThat(cli.run(1, "can-i-deploy", "-a", "ui", "-e", "1", "--to-environment", "live"))
                    .contains("Computer says no")
                    .contains("no version is currently recorded as deployed/released in this environment");
            cli.run(0, "record-deployment", "-a", "feed", "-e", "p1", "--environment", "live");
            assertThat(cli.run(1, "can-i-deploy", "-a", "ui", "-e", "1", "--to-environment", "live"))
                    .contains(
                            "There is no verified pact between version 1 of ui and the version of feed currently in live (p1)");
            cli.run(1, "can-i-merge", "-a", "ui", "-e", "1");
            verify(broker.url(), "p1");
            assertThat(cli.run(0, "can-i-deploy", "-a", "ui", "-e", "1", "--to-environment", "live"))
                    .contains("Computer says yes")
                    .contains("All required verification results are published and successful");
            assertThat(cli.run(0, "can-i-merge", "-a", "ui", "-e", "1")).contains("Computer says yes");

            cli.run(0, "record-undeployment", "-a", "feed", "--environment", "live");
            cli.run(1, "can-i-deploy", "-a", "ui", "-e", "1", "--to-environment", "live");
            cli.run(0, "record-release", "-a", "feed", "-e", "p1", "--environment", "live");
            cli.run(0, "can-i-deploy", "-a", "ui", "-e", "1", "--to-environment", "live");
            cli.run(0, "record-support-ended", "-a", "feed", "-e", "p1", "--environment", "live");
            cli.run(1, "can-i-deploy", "-a", "ui", "-e", "1", "--to-environment", "live");
        }
    }

    @Test
    void reads_and_changes_versions_branches_tags_and_pacticipants() throws Exception {
        try (BrokerServer broker =
                BrokerServer.inMemory(EmbeddedBrokerOptions.defaults().withBasicAuth("ann", "secret"))) {
            Cli.of(broker.url(), Map.of()).run(1, "list-pacticipants");
            Cli cli = Cli.of(broker.url(), Map.of("PACT_BROKER_USERNAME", "ann", "PACT_BROKER_PASSWORD", "secret"));
            cli.run(0, "publish", pact().toString(), "-a", "1", "--branch", "main", "-t", "dev");
            cli.run(0, "create-version-tag", "-a", "ui", "-e", "1", "-t", "prod");
            assertThat(cli.run(0, "describe-version", "-a", "ui", "-e", "1")).contains("dev, prod");
            assertThat(cli.run(0, "describe-version", "-a", "ui", "-l", "prod")).contains("dev, prod");
            assertThat(cli.run(0, "list-latest-pact-versions"))
                    .contains("\"ui\"")
                    .contains("\"feed\"");
            assertThat(cli.run(0, "get-pacts", "--provider", "feed")).contains("Pact between ui (1) and feed");
            assertThat(cli.run(0, "list-pacticipants")).contains("\"Feed\"").contains("\"Ui\"");
            cli.run(0, "create-or-update-pacticipant", "--name", "ui", "--main-branch", "trunk");
            assertThat(cli.run(0, "describe-pacticipant", "--name", "ui")).contains("Main Branch: trunk");
            cli.run(0, "delete-branch", "-a", "ui", "--branch", "main");
            cli.run(1, "publish", changed().toString(), "-a", "1", "--branch", "main");
            cli.run(1, "create-webhook", "http://127.0.0.1/x", "--request", "POST", "--provider", "feed");
        }
    }

    @Test
    void changes_environments_and_asks_without_consequences() throws Exception {
        try (BrokerServer broker = BrokerServer.inMemory(EmbeddedBrokerOptions.defaults())) {
            Cli cli = Cli.of(broker.url(), Map.of());
            cli.run(0, "publish", pact().toString(), "-a", "1", "--branch", "main");
            cli.run(0, "create-environment", "--name", "live", "--production");
            String uuid = new BrokerClient(broker.url())
                    .get("/environments")
                    .json()
                    .at("/_embedded/environments/0/uuid")
                    .asText();
            cli.run(0, "update-environment", "--uuid", uuid, "--name", "live", "--display-name", "Now", "--production");
            assertThat(cli.run(0, "describe-environment", "--uuid", uuid)).contains("Display Name: Now");

            cli.run(0, "create-or-update-version", "-a", "feed", "-e", "p1", "--branch", "main");
            cli.run(
                    0,
                    "record-deployment",
                    "-a",
                    "feed",
                    "-e",
                    "p1",
                    "--environment",
                    "live",
                    "--application-instance",
                    "eu");
            assertThat(cli.run(0, "describe-version", "-a", "feed", "--environment", "live"))
                    .contains("Deployed")
                    .contains("eu");
            assertThat(cli.run(0, "can-i-deploy", "-a", "ui", "-e", "1", "--to-environment", "live", "--dry-run"))
                    .contains("Computer says no");
            cli.run(0, "record-undeployment", "-a", "feed", "--environment", "live", "--application-instance", "eu");

            cli.run(0, "create-version-tag", "-a", "feed", "-e", "p1", "-t", "dev");
            cli.run(0, "delete-version-tag", "-a", "feed", "-e", "p1", "-t", "dev");
            assertThat(cli.run(0, "describe-version", "-a", "feed", "-e", "p1")).doesNotContain("dev");
            cli.run(0, "delete-environment", "--uuid", uuid);
            assertThat(cli.run(0, "list-environments")).doesNotContain("live");
        }
    }

    private static Path changed() throws IOException {
        return Files.writeString(directory.resolve("changed.json"), BrokerClient.pact("ui", "feed", "goodbye"));
    }
}
