package dev.wspact.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** No line of the table of hostile behaviors is forgotten. */
class LinesTest {
    @Test
    void every_line_has_a_behavior_and_every_behavior_its_line() throws IOException {
        List<String> behaviors = Behavior.all().stream()
                .map(behavior ->
                        behavior.offense().section() + " " + behavior.offense().line())
                .distinct()
                .toList();

        assertThat(lines()).hasSizeGreaterThan(80).doesNotHaveDuplicates();
        assertThat(behaviors).containsExactlyInAnyOrderElementsOf(lines());
    }

    @Test
    void every_behavior_has_a_name_of_its_own_and_says_what_must_come_of_it() {
        assertThat(Behavior.all()).extracting(Behavior::fullName).doesNotHaveDuplicates();
        assertThat(Behavior.all()).allSatisfy(behavior -> {
            Expected expected = behavior.offense().expected();
            assertThat(expected.verdict()).isIn("passed", "failed", "not-seen", "errored");
            assertThat(expected.words().isEmpty() && !expected.verdict().equals("passed"))
                    .isFalse();
            assertThat(expected.heard()).isNotEmpty();
        });
    }

    private static List<String> lines() throws IOException {
        try (InputStream in = Objects.requireNonNull(LinesTest.class.getResourceAsStream("lines.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }
}
