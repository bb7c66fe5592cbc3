package dev.wspact.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import org.junit.jupiter.api.Test;

class PointerLinesTest {
    private static final String TEXT =
            """
            {
              "a": [
                1,
                { "b/c": {
                  "d": {
                    "e~f": [
                      "x", "y",
                      "z" ] } } }
              ],
              "a2": 2
            }
            """;

    @Test
    void finds_members_by_their_names_and_elements_by_their_values() {
        PointerLines lines = PointerLines.of(TEXT);

        assertThat(lines.line("")).isEqualTo(1);
        assertThat(lines.line("/a")).isEqualTo(2);
        assertThat(lines.line("/a/0")).isEqualTo(3);
        assertThat(lines.line("/a/1")).isEqualTo(4);
        assertThat(lines.line("/a/1/b~1c")).isEqualTo(4);
        assertThat(lines.line("/a2")).isEqualTo(10);
    }

    @Test
    void finds_what_is_deep_down() {
        PointerLines lines = PointerLines.of(TEXT);

        assertThat(lines.line("/a/1/b~1c/d/e~0f")).isEqualTo(6);
        assertThat(lines.line("/a/1/b~1c/d/e~0f/2")).isEqualTo(8);
    }

    @Test
    void gives_what_is_missing_the_line_of_its_nearest_ancestor() {
        PointerLines lines = PointerLines.of(TEXT);

        assertThat(lines.line("/a/1/b~1c/d/none/of/these")).isEqualTo(5);
        assertThat(lines.line("/none")).isEqualTo(1);
    }

    @Test
    void reads_yaml_too() {
        PointerLines lines = PointerLines.of(new YAMLFactory(), "a:\n  - 1\n  - b: 2\n");

        assertThat(lines.line("/a/1/b")).isEqualTo(3);
    }

    @Test
    void insists_that_the_text_was_read_before() {
        assertThatThrownBy(() -> PointerLines.of("{")).isInstanceOf(IllegalStateException.class);
    }
}
