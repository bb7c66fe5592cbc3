package dev.wspact.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class VerdictTest {
    static List<Arguments> verdicts() {
        return List.of(
                Arguments.of(Verdict.PASSED, "passed"),
                Arguments.of(new Verdict.Failed(List.of(ResultsTest.MISMATCH), 0), "failed"),
                Arguments.of(new Verdict.NotSeen("a tick", Duration.ZERO, List.of(), "wait"), "not-seen"),
                Arguments.of(new Verdict.Errored("nothing listens", "start the server"), "errored"),
                Arguments.of(new Verdict.Pending(Verdict.PASSED), "pending"));
    }

    @ParameterizedTest
    @MethodSource("verdicts")
    void has_the_word_of_its_kind_and_calls_the_method_of_its_kind(Verdict verdict, String word) {
        assertThat(verdict.word()).isEqualTo(word);
        assertThat(verdict.accept(new Naming())).isEqualTo(word + " " + verdict);
    }

    private static final class Naming implements Verdict.Visitor<String> {
        @Override
        public String passed(Verdict.Passed verdict) {
            return "passed " + verdict;
        }

        @Override
        public String failed(Verdict.Failed verdict) {
            return "failed " + verdict;
        }

        @Override
        public String notSeen(Verdict.NotSeen verdict) {
            return "not-seen " + verdict;
        }

        @Override
        public String errored(Verdict.Errored verdict) {
            return "errored " + verdict;
        }

        @Override
        public String pending(Verdict.Pending verdict) {
            return "pending " + verdict;
        }
    }
}
