package dev.wspact.internal.contractfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DidYouMeanTest {
    private static final List<String> KNOWN = List.of("within", "atLeast", "atMost", "order", "per");

    @ParameterizedTest
    @CsvSource({"witin, within", "wihtin, within", "atleast, atLeast", "at_most, atMost", "Order, order", "pre, per"})
    void finds_the_name_that_was_meant(String misspelt, String meant) {
        assertThat(DidYouMean.nearest(misspelt, KNOWN)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"x", "timeout", "perhaps", "xyz"})
    void finds_none_where_none_is_near(String unknown) {
        assertThat(DidYouMean.nearest(unknown, KNOWN)).isEmpty();
    }

    @Test
    void prefers_the_nearest_and_then_the_first_in_the_alphabet() {
        assertThat(DidYouMean.nearest("at", List.of("bat", "cat", "at"))).contains("at");
        assertThat(DidYouMean.nearest("zat", List.of("cat", "bat"))).contains("bat");
    }

    @Test
    void lists_all_where_none_is_near() {
        assertThat(DidYouMean.remedy("x", List.of("b", "a"))).isEqualTo("Known here: \"a\", \"b\"");
    }
}
