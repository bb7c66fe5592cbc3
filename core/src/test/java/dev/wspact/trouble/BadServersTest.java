package dev.wspact.trouble;

import static dev.wspact.trouble.Trouble.TICK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.wspact.ProviderVerifier;
import dev.wspact.Reports;
import dev.wspact.verdict.VerificationResult;
import dev.wspact.verification.HttpProxy;
import dev.wspact.verification.KeyStoreFile;
import dev.wspact.verification.Tls;
import dev.wspact.verification.VerificationOptions;
import dev.wspact.wire.Connection;
import dev.wspact.wire.Script;
import dev.wspact.wire.ScriptedServer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.Arguments.ArgumentSet;
import org.junit.jupiter.params.provider.MethodSource;

/** Servers that cannot be judged or that break everything: each ends in time, in the text that docs/troubleshooting.md shows. */
@Timeout(120)
class BadServersTest {
    /** What may come on top of the timeout: ten times the second that the page promises. */
    private static final Duration SLACK = Duration.ofSeconds(10);

    /** For what ends by itself: the first TLS handshake of a JVM takes seconds on a busy machine. */
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(10);

    private static final int TWENTY_MEGABYTES = 20 << 20;

    @TempDir
    private Path directory;

    private Set<Thread> before = Set.of();

    private static List<ArgumentSet> scripts() {
        return List.of(
                refusal(
                        401,
                        "Unauthorized: the server wants credentials",
                        "{\n  \"error\": \"invalid_token\",\n  \"error_description\": \"expired\"\n}",
                        "WWW-Authenticate: Bearer realm=\"ticks\"",
                        "Content-Type: application/json"),
                refusal(403, "Forbidden: the server does not want this client", "this Origin may not connect"),
                refusal(
                        404,
                        "Not found: nothing listens at the path",
                        "<html>\r\n<head><title>404</title></head>\r\n<body>Not Found</body>\r\n</html>\r\n",
                        "Content-Type: text/html"),
                refusal(
                        426,
                        "Upgrade required: the server speaks another version of the protocol",
                        "",
                        "Upgrade: websocket",
                        "Sec-WebSocket-Version: 8, 7"),
                refusal(
                        302,
                        "Moved: the server sends its clients elsewhere",
                        "",
                        "Location: wss://feed.example/ticks?token=abc"),
                refusal(503, "Unavailable: the server is not ready", "starting up", "Retry-After: 30"),
                script("A plain HTTP server", peer -> peer.refuse(200, List.of("Content-Type: text/html"), "<html>")),
                script("A server that accepts and stays silent", peer -> peer.accept()
                        .holdSilently()),
                script("A server that never answers the handshake", peer -> {
                    peer.request();
                    peer.holdSilently();
                }),
                script("A server that masks its frames", peer -> peer.accept()
                        .raw(new byte[] {(byte) 0x81, (byte) 0x82, 1, 2, 3, 4, 'z' ^ 1, 'z' ^ 2})
                        .awaitClose()),
                script("Text that is not UTF-8", peer -> peer.accept()
                        .raw(new byte[] {(byte) 0x81, 2, 'a', (byte) 0xFF})
                        .awaitClose()),
                script(
                        "A server that closes at once",
                        peer -> peer.accept().close(1013, "try again later").awaitClose()),
                script("A server that hangs up during the handshake", peer -> {
                    peer.request();
                    peer.drop();
                }),
                pushing("Text that is not JSON", "tick 12.5"),
                pushing("JSON with a member twice", "{\"type\":\"tick\",\"price\":12.5,\"price\":13.5}"),
                pushing("JSON with something behind it", TICK + " // the last one"),
                pushing("JSON that is nested 10,000 deep", "[".repeat(10_000) + "]".repeat(10_000)),
                script("Binary where text is expected", peer -> peer.accept()
                        .binary(TICK.getBytes(StandardCharsets.UTF_8))
                        .closeWhenAsked()),
                script("A message of 20 MB", peer -> peer.accept()
                        .untilGone(server -> server.text("\"" + "x".repeat(TWENTY_MEGABYTES) + "\"")
                                .closeWhenAsked())));
    }

    private static ArgumentSet refusal(int status, String title, String body, String... headers) {
        return script(title, peer -> peer.refuse(status, List.of(headers), body));
    }

    private static ArgumentSet pushing(String title, String text) {
        return script(title, peer -> peer.accept().text(text).closeWhenAsked());
    }

    private static ArgumentSet script(String title, Script script) {
        return Arguments.argumentSet(title, title, script);
    }

    @BeforeEach
    void remember_the_threads() {
        before = liveThreads();
    }

    @AfterEach
    void no_thread_is_left() throws InterruptedException {
        for (Thread thread : liveThreads()) {
            if (!before.contains(thread) && thread.getName().startsWith("wspact")) {
                thread.join(SLACK.toMillis());
                assertThat(thread.isAlive()).as("%s is left", thread).isFalse();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void a_server_that_misbehaves_is_explained_in_time(String title, Script script) throws Exception {
        try (ScriptedServer server = ScriptedServer.start(script)) {
            assertExplained(title, server.uri("/ticks"));

            assertThat(server.awaitNoConnection(SLACK)).as("connections closed").isTrue();
        }
    }

    @Test
    void a_port_where_nobody_listens_is_explained() throws IOException {
        assertExplained("A port where nobody listens", URI.create("ws://localhost:" + ScriptedServer.unusedPort()));
    }

    @Test
    void an_unknown_host_is_explained() throws IOException {
        assertExplained("A host that does not exist", URI.create("ws://no-such-host.invalid:8080/ticks"));
    }

    @Test
    void wss_to_a_port_without_tls_is_explained() throws Exception {
        try (ScriptedServer server = ScriptedServer.start(Connection::holdSilently)) {
            assertExplained("wss:// to a port without TLS", secure(server.uri("/ticks")));
        }
    }

    @Test
    void a_certificate_that_nobody_vouches_for_is_explained() throws Exception {
        try (ScriptedServer server = ScriptedServer.startTls(peer -> peer.untilGone(tls -> tls.accept()))) {
            long start = System.nanoTime();
            VerificationOptions options = VerificationOptions.of(server.uri("/ticks"))
                    .timeout(LONG_ENOUGH)
                    .build();
            assertExplained(
                    "A certificate that is not trusted",
                    Trouble.verify(directory, "{\"match\": \"decimal\"}", options),
                    start);
        }
    }

    @Test
    void a_certificate_in_the_trust_store_is_trusted() throws Exception {
        try (ScriptedServer server =
                ScriptedServer.startTls(peer -> peer.accept().text(TICK).closeWhenAsked())) {
            Tls tls = new Tls(ScriptedServer.trustStore(directory), ScriptedServer.PASSWORD);

            VerificationResult result = Trouble.verify(
                    directory,
                    "{\"match\": \"decimal\"}",
                    VerificationOptions.of(server.uri("/ticks"))
                            .tls(tls)
                            .timeout(LONG_ENOUGH)
                            .build());

            assertThat(result.successful()).as(Trouble.text(result, directory)).isTrue();
        }
    }

    @Test
    void a_redirect_that_leads_back_is_explained() throws Exception {
        try (ScriptedServer server = ScriptedServer.start(peer -> {
            peer.refuse(302, List.of("Location: /ticks"), "");
            peer.holdSilently();
        })) {
            long start = System.nanoTime();
            VerificationResult result = Trouble.verify(
                    directory,
                    "{\"match\": \"decimal\"}",
                    VerificationOptions.of(server.uri("/")).followRedirects(true));

            assertExplained("A redirect that leads back to itself", result, start);
            assertThat(result.contracts().get(0).connections().get(0).url()).isEqualTo(server.uri("/ticks"));
        }
    }

    @Test
    void a_redirect_is_followed_if_asked_and_the_record_has_the_last_url() throws Exception {
        try (ScriptedServer server = ScriptedServer.startInOrder(
                peer -> {
                    peer.refuse(302, List.of("Location: /ticks"), "");
                    peer.holdSilently();
                },
                peer -> peer.accept().text(TICK).closeWhenAsked())) {
            VerificationResult result = Trouble.verify(
                    directory,
                    "{\"match\": \"decimal\"}",
                    VerificationOptions.of(server.uri("/")).followRedirects(true));

            assertThat(result.successful()).as(Trouble.text(result, directory)).isTrue();
            assertThat(result.contracts().get(0).connections().get(0).url()).isEqualTo(server.uri("/ticks"));
        }
    }

    @Test
    void a_server_that_asks_for_a_certificate_is_explained() throws Exception {
        try (ScriptedServer server = ScriptedServer.startMutualTls(peer -> peer.accept())) {
            Tls tls = new Tls(ScriptedServer.trustStore(directory), ScriptedServer.PASSWORD);
            assertExplainedWith("A server that asks for a client certificate", server, options -> options.tls(tls));
        }
    }

    @Test
    void a_key_store_with_another_password_is_explained() throws Exception {
        var keys = new KeyStoreFile(ScriptedServer.keyStore(directory, "PKCS12"), "hunter2");
        try (ScriptedServer server = ScriptedServer.startTls(peer -> peer.accept())) {
            assertExplainedWith(
                    "A key store with another password", server, options -> options.tls(new Tls(null, keys, false)));
        }
    }

    @Test
    void an_insecure_verification_says_so_in_its_result() throws Exception {
        try (ScriptedServer server =
                ScriptedServer.startTls(peer -> peer.accept().text(TICK).closeWhenAsked())) {
            VerificationResult result = Trouble.verify(
                    directory,
                    "{\"match\": \"decimal\"}",
                    VerificationOptions.of(server.uri("/ticks")).tls(new Tls(null, null, true)));

            assertThat(result.successful()).isTrue();
            assertThat(result.contracts().get(0).subject().notes()).anyMatch(note -> note.startsWith("WARNING: "));
            assertThat(Trouble.text(result, directory)).contains("[WARNING: every TLS certificate was trusted");
        }
    }

    @Test
    void a_proxy_that_wants_credentials_is_explained() throws Exception {
        try (ScriptedServer proxy = ScriptedServer.start(peer -> {
            peer.refuse(407, List.of("Proxy-Authenticate: Basic realm=\"way out\""), "");
            peer.holdSilently();
        })) {
            assertExplainedWith(
                    "A proxy that asks for credentials",
                    proxy,
                    options -> options.proxy(HttpProxy.of(URI.create("http://localhost:" + proxy.port()))));
        }
    }

    @Test
    void what_is_named_as_secret_is_in_no_text_and_no_result() throws Exception {
        try (ScriptedServer server = ScriptedServer.start(peer -> {
            peer.refuse(503, List.of("X-Trace: hunter2"), "{\"x-trace\":\"hunter2\"}");
            peer.holdSilently();
        })) {
            URI url = server.uri("/ticks?x_trace=hunter2&topic=fx");
            VerificationResult result = Trouble.verify(
                    directory,
                    "{\"match\": \"decimal\"}",
                    VerificationOptions.of(url).redact(Set.of("X-Trace")));
            Reports.write(result, directory.resolve("results"));

            assertThat(result.toString()).contains("topic=fx").doesNotContain("hunter2");
            assertThat(Trouble.text(result, directory)).contains("topic=fx").doesNotContain("hunter2");
            assertThat(Reports.read(directory.resolve("results"))).isEqualTo(result.contracts());
        }
    }

    private void assertExplainedWith(
            String title, ScriptedServer server, UnaryOperator<VerificationOptions.Builder> options) throws Exception {
        long start = System.nanoTime();
        VerificationResult result = Trouble.verify(
                directory, "{\"match\": \"decimal\"}", options.apply(VerificationOptions.of(server.uri("/ticks"))));

        assertExplained(title, result, start);
        assertThat(Trouble.text(result, directory)).doesNotContain("hunter2");
    }

    @Test
    void a_url_without_a_scheme_is_explained() throws IOException {
        IllegalArgumentException problem = catchThrowableOfType(
                IllegalArgumentException.class, () -> VerificationOptions.of(URI.create("//localhost:8080/ticks")));

        TroubleshootingPage.assertShows("A URL without a scheme", String.valueOf(problem.getMessage()));
    }

    @Test
    void an_unknown_matching_rule_is_explained() throws Exception {
        assertExplainedWithRule("An unknown matching rule", "{\"match\": \"decimals\"}", TICK);
    }

    @Test
    void a_pattern_that_never_ends_is_explained() throws Exception {
        assertExplainedWithRule(
                "A pattern that backtracks without end",
                "{\"match\": \"regex\", \"regex\": \"(.*,){20}P\"}",
                "{\"type\":\"tick\",\"price\":\"" + "1,2,3,4,5,6,7,8,9,10,".repeat(20) + "\"}");
    }

    @Test
    void a_pattern_that_never_ends_in_a_schema_is_explained() throws Exception {
        String message = "{\"type\":\"tick\",\"price\":\"" + "1,2,3,4,5,6,7,8,9,10,".repeat(20) + "\"}";
        try (ScriptedServer server =
                ScriptedServer.start(peer -> peer.accept().text(message).closeWhenAsked())) {
            VerificationOptions options = VerificationOptions.of(server.uri("/ticks"))
                    .timeout(Trouble.TIMEOUT)
                    .build();
            long start = System.nanoTime();

            VerificationResult result = ProviderVerifier.of(options)
                    .verify(Trouble.read(
                            directory,
                            "price-feed.contract.yaml",
                            // no price in the example: even where it fits, the pattern takes its time
                            Trouble.contract("{properties: {price: {pattern: '(.*,){20}P'}}}", "{type: tick}")));

            assertExplained("A pattern in a schema that backtracks without end", result, start);
        }
    }

    private void assertExplainedWithRule(String title, String rule, String message) throws Exception {
        try (ScriptedServer server =
                ScriptedServer.start(peer -> peer.accept().text(message).closeWhenAsked())) {
            long start = System.nanoTime();
            assertExplained(
                    title, Trouble.verify(directory, rule, VerificationOptions.of(server.uri("/ticks"))), start);
        }
    }

    private void assertExplained(String title, URI url) throws IOException {
        long start = System.nanoTime();
        assertExplained(title, Trouble.verify(directory, url), start);
    }

    private void assertExplained(String title, VerificationResult result, long start) throws IOException {
        Duration took = Duration.ofNanos(System.nanoTime() - start);

        assertThat(result.successful()).as(title).isFalse();
        assertThat(took).as("time for: " + title).isLessThan(Trouble.TIMEOUT.plus(SLACK));
        TroubleshootingPage.assertShows(title, Trouble.text(result, directory));
    }

    private static URI secure(URI url) {
        return URI.create(url.toString().replaceFirst("^ws:", "wss:"));
    }

    private static Set<Thread> liveThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(Thread::isAlive)
                .collect(Collectors.toSet());
    }
}
