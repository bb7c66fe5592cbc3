package dev.wspact.internal.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wspact.internal.reporting.html.HtmlReport;
import dev.wspact.message.CapturedMessage;
import dev.wspact.message.Direction;
import dev.wspact.message.Payload;
import dev.wspact.message.Transcript;
import dev.wspact.verdict.ConnectionRecord;
import dev.wspact.verdict.ContractResult;
import dev.wspact.verdict.Judgment;
import dev.wspact.verdict.Uncontracted;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However many frames went over a connection, the page stays small and shows every one that fails. */
class LongConnectionTest {
    private static final int FRAMES = 10_000;
    private static final Pattern NUMBER = Pattern.compile(" (\\d+)(?:: text,| \\()");

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 400, 5_000})
    void no_failure_is_lost_and_the_page_stays_below_two_megabytes(int every) {
        String page = HtmlReport.of(List.of(result(position -> position % every == 0)));

        assertThat(page.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(2_000_000);
        String frames = SafePage.check(page).select("table.frames").text();
        Set<Long> shown = NUMBER.matcher(frames)
                .results()
                .map(found -> Long.parseLong(found.group(1)))
                .collect(Collectors.toSet());
        assertThat(shown)
                .containsAll(LongStream.rangeClosed(1, FRAMES / every)
                        .map(failing -> failing * every)
                        .boxed()
                        .collect(Collectors.toSet()));
    }

    @Test
    void those_that_pass_are_counted() {
        Document page = SafePage.check(HtmlReport.of(List.of(result(position -> false))));

        assertThat(page.select("table.frames tbody tr")).hasSize(101);
        assertThat(page.select("table.frames").text()).contains("9900 as agreed");
        assertThat(page.select(".legend").text()).contains("as agreed (10000)");
    }

    private static ContractResult result(LongPredicate fails) {
        List<CapturedMessage> messages = new ArrayList<>();
        Map<Long, Judgment> judgments = new HashMap<>();
        for (long position = 1; position <= FRAMES; position++) {
            messages.add(new CapturedMessage(
                    Direction.RECEIVED,
                    position,
                    Duration.ofMillis(3 * position),
                    new Payload.Text(
                            "{\"type\":\"tick\",\"seq\":" + position + ",\"text\":\"" + "x".repeat(80) + "\"}")));
            judgments.put(position, fails.test(position) ? Judgment.FAILED : Judgment.PASSED);
        }
        return Results.contract(
                List.of(),
                List.of(new ConnectionRecord(
                        1, URI.create("ws://localhost:1/"), null, new Transcript(messages, 0), null, null, judgments)),
                new Uncontracted(List.of(), false));
    }
}
