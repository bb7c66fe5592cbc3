package dev.wspact.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wspact.ContractFiles;
import dev.wspact.ProviderVerifier;
import dev.wspact.Reports;
import dev.wspact.contract.Contract;
import dev.wspact.verdict.VerificationResult;
import dev.wspact.verification.VerificationListener;
import dev.wspact.verification.VerificationOptions;
import dev.wspact.wire.Connection;
import dev.wspact.wire.Script;
import dev.wspact.wire.ScriptedServer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Credentials reach the server, and nothing that a person or a tool reads. */
@Timeout(120)
class SecretsTest {
    private static final String USER = "alice:in-user-info";
    private static final String IN_QUERY = "in-query";
    private static final String IN_HEADER = "in-header";
    private static final String CONTRACT =
            """
            consumer: trading-desk
            provider: price-feed
            receives:
              a tick:
                schema: {$schema: "https://json-schema.org/draft/2020-12/schema", required: [price]}
                example: {price: 12.5}
            """;
    private static final String ANONYMOUS =
            """
            consumer: trading-desk
            provider: price-feed
            refuses:
              an anonymous client: {status: 401}
            """;

    @TempDir
    private Path directory;

    /** Verifies the contract with all kinds of credentials, and returns every text that comes of it. */
    private List<String> texts(String contract, URI url) throws IOException {
        List<String> texts = new ArrayList<>();
        List<Contract> contracts =
                ContractFiles.read(Files.writeString(directory.resolve("price-feed.contract.yaml"), contract));
        VerificationOptions options = VerificationOptions.of(withCredentials(url))
                .headers(Map.of("Authorization", List.of("Bearer " + IN_HEADER)))
                .timeout(Duration.ofSeconds(2))
                .waitFor(Duration.ofMillis(300))
                .build();

        VerificationResult result = ProviderVerifier.of(options).verify(contracts, new VerificationListener() {
            @Override
            public void waiting(String awaited, long messages, Duration left) {
                texts.add(awaited);
            }
        });

        assertThat(result.contracts()).hasSize(1);
        texts.addAll(Reports.console(result.contracts().get(0)));
        Path results = directory.resolve("results");
        Reports.write(result, results);
        try (Stream<Path> files = Files.list(results)) {
            for (Path file : files.toList()) {
                texts.add(Files.readString(file));
            }
        }
        Reports.read(results).forEach(read -> texts.add(read.toString()));
        return texts;
    }

    private static URI withCredentials(URI url) {
        return URI.create(
                url.toString().replace("://", "://" + USER + "@") + "?access_token=" + IN_QUERY + "&topic=fx");
    }

    private static void assertNoSecret(List<String> texts) {
        assertThat(texts).hasSizeGreaterThan(5).anySatisfy(text -> assertThat(text)
                .contains("access_token=redacted&topic=fx"));
        assertThat(texts).noneSatisfy(text -> assertThat(text)
                .containsAnyOf(
                        "alice",
                        "in-user-info",
                        IN_QUERY,
                        IN_HEADER,
                        Base64.getEncoder().encodeToString(USER.getBytes(StandardCharsets.UTF_8))));
    }

    private List<String> texts(String contract, Script script) throws Exception {
        try (ScriptedServer server = ScriptedServer.start(script)) {
            return texts(contract, server.uri("/ticks"));
        }
    }

    private static void assertCredentials(Connection peer) throws IOException {
        assertThat(peer.request().target()).isEqualTo("/ticks?access_token=" + IN_QUERY + "&topic=fx");
        assertThat(peer.request().headers().values("Authorization")).containsExactly("Bearer " + IN_HEADER);
    }

    @Test
    void of_a_verification_that_fails() throws Exception {
        assertNoSecret(texts(CONTRACT, peer -> {
            assertCredentials(peer);
            peer.accept("Set-Cookie: SESSION=" + IN_HEADER).text("{\"cost\":1}").closeWhenAsked();
        }));
    }

    @Test
    void of_a_connection_that_is_refused_with_the_credentials() throws Exception {
        assertNoSecret(texts(
                CONTRACT,
                peer -> peer.refuse(401, List.of("WWW-Authenticate: Bearer", "Set-Cookie: a=" + IN_HEADER), "")));
    }

    @Test
    void of_a_redirect_that_repeats_them() throws Exception {
        assertNoSecret(texts(
                CONTRACT,
                peer -> peer.refuse(
                        302, List.of("Location: wss://" + USER + "@elsewhere/ticks?access_token=" + IN_QUERY), "")));
    }

    @Test
    void of_a_server_that_is_waited_for() throws Exception {
        List<String> texts = texts(CONTRACT, URI.create("ws://localhost:" + ScriptedServer.unusedPort() + "/ticks"));

        assertNoSecret(texts);
        assertThat(texts).anySatisfy(text -> assertThat(text).startsWith("a server at ws://localhost:"));
        assertThat(texts).anySatisfy(text -> assertThat(text).startsWith("   tried "));
    }

    @Test
    void an_anonymous_client_keeps_only_what_is_in_the_query() throws Exception {
        List<String> texts = texts(ANONYMOUS, peer -> {
            assertThat(peer.request().target()).isEqualTo("/ticks?access_token=" + IN_QUERY + "&topic=fx");
            assertThat(peer.request().headers().values("Authorization")).isEmpty();
            peer.refuse(401, List.of(), "");
        });

        assertNoSecret(texts);
        assertThat(texts).anySatisfy(text -> assertThat(text).startsWith("1 interaction: 1 passed"));
    }
}
