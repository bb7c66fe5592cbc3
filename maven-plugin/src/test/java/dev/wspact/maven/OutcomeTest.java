package dev.wspact.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.wspact.maven.Outcome.Kind;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OutcomeTest {
    @ParameterizedTest
    @EnumSource(names = {"PASSED", "SKIPPED"})
    void a_good_end_lets_the_build_go_on(Kind kind) {
        assertThatCode(() -> new Outcome(kind, "fine").end()).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @EnumSource(names = {"BROKEN", "WRONG_CONTRACT"})
    void a_broken_or_wrong_contract_is_a_failure(Kind kind) {
        assertThatExceptionOfType(MojoFailureException.class)
                .isThrownBy(() -> new Outcome(kind, "why").end())
                .withMessage("why");
    }

    @ParameterizedTest
    @EnumSource(names = {"NOT_JUDGED", "ERROR", "STARTED"})
    void what_could_not_be_judged_is_an_error(Kind kind) {
        assertThatExceptionOfType(MojoExecutionException.class)
                .isThrownBy(() -> new Outcome(kind, "why").end())
                .withMessage("why");
    }

    @Test
    void only_verdicts_can_be_ignored() {
        assertThat(Kind.values()).filteredOn(Kind::ignorable).containsExactlyInAnyOrder(Kind.BROKEN, Kind.NOT_JUDGED);
    }

    @Test
    void the_most_telling_of_several_decides_and_says_all_that_is_bad() {
        Outcome outcome = Outcome.of(List.of(
                new Outcome(Kind.PASSED, ""),
                new Outcome(Kind.SKIPPED, "skipped"),
                new Outcome(Kind.NOT_JUDGED, "server down"),
                new Outcome(Kind.BROKEN, "a broke"),
                new Outcome(Kind.BROKEN, "a broke")));

        assertThat(outcome).isEqualTo(new Outcome(Kind.BROKEN, "server down\na broke"));
    }

    @Test
    void a_skipped_one_among_passed_ones_is_told() {
        assertThat(Outcome.of(List.of(new Outcome(Kind.PASSED, ""), new Outcome(Kind.SKIPPED, "skipped"))))
                .isEqualTo(new Outcome(Kind.SKIPPED, "skipped"));
    }
}
