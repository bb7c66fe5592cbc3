package dev.wspact.example.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.HarContentPolicy;
import dev.wspact.ContractFiles;
import dev.wspact.RecordingVerifier;
import dev.wspact.TrafficRecorder;
import dev.wspact.contract.Contract;
import dev.wspact.example.contract.ContractVerification;
import dev.wspact.verdict.InteractionResult;
import dev.wspact.verdict.Mismatch;
import dev.wspact.verdict.Verdict;
import dev.wspact.verdict.VerificationResult;
import dev.wspact.verification.RecordingPlan;
import dev.wspact.verification.StateChange;
import dev.wspact.verification.VerificationOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whoever recorded the traffic of a service, it is judged as the service itself is. */
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RecordedTraffic {
    static final String PUSH = "a notification on a subscribed topic";
    static final String BURST = "a burst of news";
    static final String SUBSCRIPTION = "a subscription";
    static final String PING = "a ping";
    static final String CLOSE = "an expired session is closed";

    private static final List<Contract> CONTRACTS =
            ContractFiles.read(Path.of("src", "contracts"), "notification-service");

    @LocalServerPort
    private int port;

    @TempDir
    private Path directory;

    private Path byVerifier;
    private VerificationResult live;
    private Chromium chromium;

    /** Whether the service answers pings. */
    abstract boolean pongs();

    @BeforeAll
    void verify(@TempDir Path lasting) {
        byVerifier = lasting.resolve("verifier.jsonl");
        live = ContractVerification.ofServiceAt(port, options -> options.recordTo(byVerifier));
        chromium = new Chromium();
    }

    @AfterAll
    void quit() {
        chromium.close();
    }

    @Test
    void a_recording_of_the_verifier_has_the_verdicts_of_the_live_run() {
        assertThat(timeless(verdicts(judged(byVerifier)))).hasSize(9).isEqualTo(timeless(verdicts(live)));
    }

    @Test
    void a_recording_of_the_proxy_does_not_differ_from_the_live_run() throws Exception {
        Path file = directory.resolve("proxy.jsonl");
        VerificationOptions proxy = VerificationOptions.of(URI.create("ws://127.0.0.1:" + port))
                .recordTo(file)
                .build();
        CompletableFuture<Integer> listening = new CompletableFuture<>();
        Thread relay = new Thread(() -> {
            try {
                TrafficRecorder.of(proxy).relay(0, RecordingPlan.UNBOUNDED, listening::complete);
            } catch (IOException e) {
                listening.completeExceptionally(e);
            }
        });
        relay.start();
        VerificationResult relayed;
        try {
            relayed = ContractVerification.ofServiceAt(
                    listening.get(1, TimeUnit.MINUTES), options -> options.stateChange(states()));
        } finally {
            relay.interrupt();
            relay.join(60_000);
        }

        assertAgrees(judged(file), relayed, PUSH, BURST, SUBSCRIPTION, CLOSE);
    }

    @Test
    void recordings_of_a_browser_do_not_differ_from_the_live_run() throws Exception {
        Path lines = directory.resolve("page.jsonl");
        Path har = directory.resolve("page.har");
        try (BrowserContext context = context(new Browser.NewContextOptions())) {
            PageRecorder recorder = new PageRecorder();
            use(context, recorder);
            recorder.write(lines);
        }
        try (BrowserContext context = context(
                new Browser.NewContextOptions().setRecordHarPath(har).setRecordHarContent(HarContentPolicy.EMBED))) {
            use(context, null);
        }

        String[] shown =
                pongs() ? new String[] {PUSH, BURST, SUBSCRIPTION, PING} : new String[] {PUSH, BURST, SUBSCRIPTION};
        assertAgrees(judged(lines), live, shown);
        assertAgrees(judged(har), live, shown);
    }

    @Test
    void a_browser_shows_how_the_service_closes() throws Exception {
        Path file = directory.resolve("close.jsonl");
        change("the token expires at once", "setup");
        try (BrowserContext context = context(new Browser.NewContextOptions())) {
            PageRecorder recorder = new PageRecorder();
            Page page = context.newPage();
            recorder.watch(page);
            page.navigate(page());
            PlaywrightAssertions.assertThat(page.locator("#state")).hasText(pongs() ? "signed out" : "disconnected");
            recorder.write(file);
        } finally {
            change("the token expires at once", "teardown");
        }

        assertAgrees(judged(file), live, CLOSE);
    }

    private void use(BrowserContext context, @Nullable PageRecorder recorder) throws Exception {
        Page page = context.newPage();
        if (recorder != null) {
            recorder.watch(page);
        }
        page.navigate(page());
        PlaywrightAssertions.assertThat(page.locator("#state")).hasText("subscribed to news");
        change("three notifications are published", "setup");
        PlaywrightAssertions.assertThat(page.locator("#badge")).hasText("3");
        page.locator("#ping").click();
        if (pongs()) {
            PlaywrightAssertions.assertThat(page.locator("#state")).hasText("still there");
        }
    }

    private BrowserContext context(Browser.NewContextOptions options) {
        BrowserContext context = chromium.browser().newContext(options);
        context.addCookies(List.of(new Cookie("notification_token", "contract-test").setUrl(page())));
        return context;
    }

    private String page() {
        return "http://127.0.0.1:" + port + "/index.html";
    }

    private StateChange states() {
        return new StateChange(URI.create("http://127.0.0.1:" + port + "/provider-states"), true, true);
    }

    private void change(String state, String action) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(states().url())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"state\": \"%s\", \"action\": \"%s\"}".formatted(state, action)))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(request, HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(200);
    }

    private static VerificationResult judged(Path recording) {
        return RecordingVerifier.of(VerificationOptions.ofRecording()
                        .timeout(Duration.ofSeconds(30))
                        .build())
                .verify(CONTRACTS, recording);
    }

    /** The interactions that it shows are judged as on the live connection, and of the others none is green that is not so live. */
    private static void assertAgrees(VerificationResult recorded, VerificationResult live, String... shown) {
        Map<String, Verdict> expected = verdicts(live);
        Map<String, Verdict> verdicts = verdicts(recorded);
        assertThat(verdicts).containsOnlyKeys(expected.keySet()).containsKeys(shown);
        for (String interaction : shown) {
            assertThat(gist(verdicts.get(interaction)))
                    .as("%s: %s, live %s", interaction, verdicts.get(interaction), expected.get(interaction))
                    .isEqualTo(gist(expected.get(interaction)));
        }
        verdicts.forEach((interaction, verdict) -> {
            if (verdict.equals(Verdict.PASSED)) {
                assertThat(expected.get(interaction)).as(interaction).isEqualTo(Verdict.PASSED);
            }
        });
    }

    /** To the last word, but for when it was: a close is recorded a moment after it was judged. */
    private static Map<String, Verdict> timeless(Map<String, Verdict> verdicts) {
        verdicts.replaceAll((interaction, verdict) -> verdict instanceof Verdict.Failed failed
                ? new Verdict.Failed(
                        failed.mismatches().stream()
                                .map(RecordedTraffic::timeless)
                                .toList(),
                        failed.omitted())
                : verdict);
        return verdicts;
    }

    private static Mismatch timeless(Mismatch mismatch) {
        Mismatch.Address seen = mismatch.address();
        return new Mismatch(
                new Mismatch.Address(seen.connection(), seen.message(), Duration.ZERO, seen.path(), seen.contract()),
                mismatch.rule(),
                mismatch.expected(),
                mismatch.actual(),
                mismatch.remedy());
    }

    /** What does not depend on how many messages came, and when. */
    private static String gist(Verdict verdict) {
        return verdict instanceof Verdict.Failed failed
                ? failed.mismatches().stream()
                        .map(RecordedTraffic::gist)
                        .sorted()
                        .distinct()
                        .toList()
                        .toString()
                : verdict.getClass().getSimpleName();
    }

    private static String gist(Mismatch mismatch) {
        return mismatch.address().path() + " " + mismatch.rule() + " " + mismatch.expected();
    }

    private static Map<String, Verdict> verdicts(VerificationResult result) {
        Map<String, Verdict> verdicts = new TreeMap<>();
        result.contracts().forEach(contract -> contract.interactions()
                .forEach(interaction -> verdicts.put(name(interaction), interaction.verdict())));
        return verdicts;
    }

    private static String name(InteractionResult interaction) {
        return interaction.subject().description();
    }
}
