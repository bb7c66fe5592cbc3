package dev.wspact.internal.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wspact.internal.reporting.html.HtmlReport;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However many frames went over a connection, the page stays small and shows every one that fails. */
class LongConnectionTest {
    private static final Pattern NUMBER = Pattern.compile(" (\\d+)(?:: text,| \\()");

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 400, 5_000})
    void no_failure_is_lost_and_the_page_stays_below_two_megabytes(int every) {
        String page = HtmlReport.of(List.of(LongConnection.failingAt(position -> position % every == 0)));

        assertThat(page.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(2_000_000);
        String frames = SafePage.check(page).select("table.frames").text();
        Set<Long> shown = NUMBER.matcher(frames)
                .results()
                .map(found -> Long.parseLong(found.group(1)))
                .collect(Collectors.toSet());
        assertThat(shown)
                .containsAll(LongStream.rangeClosed(1, LongConnection.FRAMES / every)
                        .map(failing -> failing * every)
                        .boxed()
                        .collect(Collectors.toSet()));
    }

    @Test
    void those_that_pass_are_counted() {
        Document page = SafePage.check(HtmlReport.of(List.of(LongConnection.failingAt(position -> false))));

        assertThat(page.select("table.frames tbody tr")).hasSize(101);
        assertThat(page.select("table.frames").text()).contains("9900 as agreed");
        assertThat(page.select(".legend").text()).contains("as agreed (10000)");
    }
}
