package dev.wspact.internal.embeddedbroker.resources;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimilarNamesTest {
    @ParameterizedTest
    @ValueSource(strings = {"My Consumer", "MyConsumer", "my_consumers", "my-consumer-api", "My-Consumer Service"})
    void differ_only_in_case_separators_plural_and_fillers(String name) {
        assertThat(SimilarNames.of(name, List.of("other", "my-consumer"))).containsExactly("my-consumer");
    }

    @Test
    void a_known_name_is_like_no_other() {
        assertThat(SimilarNames.of("MyConsumer", List.of("my-consumer", "MyConsumer")))
                .isEmpty();
        assertThat(SimilarNames.of("your-consumer", List.of("my-consumer"))).isEmpty();
    }
}
