package dev.wspact.maven;

import static dev.wspact.maven.Results.NOT_SEEN;
import static dev.wspact.maven.Results.REFUSED;
import static dev.wspact.maven.Results.interaction;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wspact.maven.Outcome.Kind;
import dev.wspact.verdict.ContractResult;
import dev.wspact.verdict.InteractionResult;
import dev.wspact.verdict.Verdict;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ResultSummaryTest {
    private static final String LAST =
            "\nWhat was expected, what came and what to do stands in the report above and in results.";

    @Test
    void honored_and_pending_contracts_need_no_words() {
        assertThat(summary(
                        Results.of(interaction("a", Verdict.PASSED), interaction("b", new Verdict.Pending(NOT_SEEN)))))
                .isEqualTo(new Outcome(Kind.PASSED, ""));
    }

    @Test
    void nothing_verified_is_no_success() {
        assertThat(summary())
                .isEqualTo(new Outcome(Kind.WRONG_CONTRACT, "Nothing was verified: there was no contract."));
        assertThat(summary(Results.of()))
                .isEqualTo(new Outcome(
                        Kind.WRONG_CONTRACT,
                        "The contract between ui and feed has no interactions, so nothing was verified (ui-feed.json)."
                                + LAST));
    }

    @Test
    void pending_errors_need_no_words_either_unless_there_is_nothing_else() {
        InteractionResult unjudged = interaction("b", new Verdict.Pending(REFUSED));

        assertThat(summary(Results.of(interaction("a", Verdict.PASSED)), Results.of(unjudged)))
                .isEqualTo(new Outcome(Kind.PASSED, ""));
        assertThat(summary(Results.of(unjudged)))
                .isEqualTo(new Outcome(
                        Kind.NOT_JUDGED,
                        "Nothing could be judged. All of it is pending, which fails no build, but a verification that has"
                                + " judged nothing is no success. What stood in the way is in the report above and in"
                                + " results."));
    }

    @Test
    void names_the_broken_interactions() {
        assertThat(summary(Results.of(interaction("a", Verdict.PASSED), interaction("b", NOT_SEEN))))
                .isEqualTo(new Outcome(
                        Kind.BROKEN,
                        "feed breaks its contract with ui (1 of 2 interactions):\n  \"b\": not seen" + LAST));
    }

    @Test
    void says_each_reason_for_not_judging_once() {
        assertThat(summary(Results.of(interaction("a", REFUSED), interaction("b", REFUSED))))
                .isEqualTo(new Outcome(
                        Kind.NOT_JUDGED,
                        "The contract of ui with feed could not be judged (2 of 2 interactions):\n"
                                + "  Nothing listens at ws://localhost:1/. Start the server, or correct wspact.url."
                                + LAST));
    }

    @Test
    void a_broken_contract_weighs_more_than_one_that_could_not_be_judged() {
        Outcome outcome = summary(Results.of(interaction("a", REFUSED)), Results.of(interaction("b", NOT_SEEN)));

        assertThat(outcome.kind()).isEqualTo(Kind.BROKEN);
        assertThat(outcome.message()).contains("could not be judged", "\"b\": not seen");
    }

    @Test
    void uncontracted_messages_fail_where_they_must() {
        assertThat(summary(Results.withUncontracted(interaction("a", Verdict.PASSED))))
                .isEqualTo(new Outcome(
                        Kind.BROKEN,
                        "feed sent messages that its contract with ui does not name, and wspact.failOnUncontracted is set."
                                + LAST));
    }

    @Test
    void shows_ten_of_many() {
        InteractionResult[] many = IntStream.rangeClosed(1, 12)
                .mapToObj(i -> interaction("m" + i, NOT_SEEN))
                .toArray(InteractionResult[]::new);

        assertThat(summary(Results.of(many)).message())
                .contains("(12 of 12 interactions)", "\"m10\"", "\n  and 2 more\n")
                .doesNotContain("\"m11\"");
    }

    @Test
    void a_name_cannot_write_lines_of_its_own() {
        assertThat(summary(Results.of(interaction("a\n[INFO] BUILD SUCCESS\u001b[2J", NOT_SEEN)))
                        .message())
                .contains("\"a\uFFFD[INFO] BUILD SUCCESS\uFFFD[2J\": not seen");
    }

    private static Outcome summary(ContractResult... results) {
        return ResultSummary.of(List.of(results), "results");
    }
}
