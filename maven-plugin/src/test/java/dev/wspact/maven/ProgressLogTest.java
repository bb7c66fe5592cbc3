package dev.wspact.maven;

import static dev.wspact.maven.Results.NOT_SEEN;
import static dev.wspact.maven.Results.interaction;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wspact.contract.Contract;
import dev.wspact.verdict.Verdict;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressLogTest {
    private final RecordingLog log = new RecordingLog();
    private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 1);
    private final ProgressLog progress = new ProgressLog(log, clock::get);

    @Test
    void speaks_at_most_every_five_seconds_while_it_goes_on() {
        progress.contractStarted(new Contract("ui", "feed", "ui-feed.json", List.of(), List.of(), Map.of()));
        progress.connecting(URI.create("ws://localhost/?token=secret"));
        after(4_999).messagesJudged(10);
        assertThat(log.lines).isEmpty();

        after(1).messagesJudged(12_345);
        after(4_000).messagesJudged(20_000);
        progress.interactionFinished(interaction("a", Verdict.PASSED));
        after(1_000).connecting(URI.create("ws://localhost/?token=secret"));

        assertThat(log.lines)
                .containsExactly(
                        "INFO Still verifying the pact between ui and feed: 0 of 0 interactions judged, 12,345 messages on this connection",
                        "INFO Still verifying the pact between ui and feed: 1 of 0 interactions judged, 0 messages on this connection");
    }

    @Test
    void says_what_it_waits_for_while_nothing_comes() {
        progress.contractStarted(new Contract("ui", "feed", "ui-feed.json", List.of(), List.of(), Map.of()));
        after(4_000).waiting("\"a tick\"", 0, Duration.ofSeconds(6));
        assertThat(log.lines).isEmpty();

        after(1_000).waiting("\"a tick\"", 1, Duration.ofMillis(4_990));
        after(5_000).waiting("\"a\u001b[31m\ntick\" and 2 more", 3, Duration.ofMillis(61_500));

        assertThat(log.lines)
                .containsExactly(
                        "INFO Still verifying the pact between ui and feed: 0 of 0 interactions judged, 1 message on this connection; waiting for \"a tick\", 5 s left",
                        "INFO Still verifying the pact between ui and feed: 0 of 0 interactions judged, 3 messages on this connection; waiting for \"a\uFFFD[31m\uFFFDtick\" and 2 more, 1 min 2 s left");
    }

    @Test
    void shows_a_good_report_as_information() {
        progress.contractFinished(Results.of(interaction("a", Verdict.PASSED)));

        assertThat(log.lines)
                .contains("INFO Verifying a pact between ui and feed")
                .allMatch(line -> line.startsWith("INFO "));
    }

    @Test
    void shows_a_bad_report_as_an_error() {
        progress.contractFinished(Results.of(interaction("a", NOT_SEEN)));

        assertThat(log.lines)
                .contains("ERROR Verifying a pact between ui and feed")
                .allMatch(line -> line.startsWith("ERROR "));
    }

    @Test
    void shows_a_pending_break_as_a_warning() {
        progress.contractFinished(Results.of(interaction("a", new Verdict.Pending(NOT_SEEN))));

        assertThat(log.lines).isNotEmpty().allMatch(line -> line.startsWith("WARN "));
    }

    private ProgressLog after(long millis) {
        clock.addAndGet(Duration.ofMillis(millis).toNanos());
        return progress;
    }
}
