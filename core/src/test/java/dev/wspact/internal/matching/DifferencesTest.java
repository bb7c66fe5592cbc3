package dev.wspact.internal.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DifferencesTest {
    private static Difference number(int i) {
        return new Difference("$[" + i + "]", "type", "a string", String.valueOf(i));
    }

    private static Differences numbers(int first, int end) {
        Differences differences = new Differences();
        IntStream.range(first, end).mapToObj(DifferencesTest::number).forEach(differences::add);
        return differences;
    }

    @Test
    void each_is_listed_once_in_the_order_it_was_found() {
        Differences differences = numbers(0, 3);
        differences.add(number(1));

        assertThat(differences.toList()).containsExactly(number(0), number(1), number(2));
        assertThat(differences.isEmpty()).isFalse();
        assertThat(new Differences().isEmpty()).isTrue();
    }

    @Test
    void those_beyond_the_limit_are_counted_and_the_listed_ones_not_again() {
        assertThat(numbers(0, 1000).toList()).hasSize(1000).last().isEqualTo(number(999));

        Differences more = numbers(0, 1002);
        more.add(number(5));

        assertThat(more.toList())
                .hasSize(1001)
                .last()
                .extracting(Difference::actual)
                .isEqualTo("2 more");
    }

    @Test
    void the_counts_of_two_are_added() {
        Differences differences = numbers(0, 1003);
        differences.addAll(numbers(2000, 3004));

        assertThat(differences.toList()).last().extracting(Difference::actual).isEqualTo("1007 more");
    }
}
