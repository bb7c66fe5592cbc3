package dev.wspact.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wspact.contract.InteractionType;
import dev.wspact.contract.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ResultsTest {
    private static final Place PLACE = new Place("a contract", "", 0);
    static final Mismatch MISMATCH = new Mismatch(
            new Mismatch.Address(1, 1, Duration.ZERO, "$", PLACE), "type", "a string", "1", "send a string");
    private static final Verdict FAILED = new Verdict.Failed(List.of(MISMATCH), 0);
    private static final Verdict NOT_SEEN = new Verdict.NotSeen("a tick", Duration.ZERO, List.of(), "wait");
    private static final Verdict ERRORED = new Verdict.Errored("nothing listens", "start the server");
    private static final Uncontracted NONE = new Uncontracted(List.of(), true);
    private static final Uncontracted TOLERATED = new Uncontracted(List.of(new Arrival("news", 1, "{}")), false);
    private static final Uncontracted FAILING = new Uncontracted(List.of(new Arrival("news", 1, "{}")), true);

    private static ContractResult contract(Uncontracted uncontracted, Verdict... verdicts) {
        return new ContractResult(
                new ContractResult.Subject("consumer", "provider", "a contract", List.of()),
                Stream.of(verdicts)
                        .map(verdict -> new InteractionResult(
                                new InteractionResult.Subject("a tick", null, List.of(), InteractionType.PUSH, PLACE),
                                verdict,
                                1,
                                1))
                        .toList(),
                List.of(),
                uncontracted,
                new ContractResult.Period(Instant.EPOCH, Duration.ZERO));
    }

    @Test
    void a_contract_is_honored_if_something_was_judged_and_nothing_fails() {
        assertThat(contract(NONE, Verdict.PASSED).successful()).isTrue();
        assertThat(contract(NONE, Verdict.PASSED, new Verdict.Pending(FAILED)).successful())
                .isTrue();
        assertThat(contract(TOLERATED, Verdict.PASSED).successful()).isTrue();

        assertThat(contract(NONE).successful()).isFalse();
        assertThat(contract(FAILING, Verdict.PASSED).successful()).isFalse();
        assertThat(contract(NONE, Verdict.PASSED, FAILED).successful()).isFalse();
        assertThat(contract(NONE, NOT_SEEN, Verdict.PASSED).successful()).isFalse();
        assertThat(contract(NONE, ERRORED).successful()).isFalse();
    }

    @Test
    void a_contract_is_errored_only_if_something_could_not_be_judged() {
        assertThat(contract(NONE, Verdict.PASSED, ERRORED).errored()).isTrue();

        assertThat(contract(NONE, Verdict.PASSED, FAILED, NOT_SEEN).errored()).isFalse();
        assertThat(contract(NONE).errored()).isFalse();
    }

    @Test
    void a_verification_is_as_good_as_the_worst_of_its_contracts_and_none_proves_nothing() {
        ContractResult good = contract(NONE, Verdict.PASSED);
        ContractResult bad = contract(NONE, FAILED);
        ContractResult errored = contract(NONE, ERRORED);

        assertThat(new VerificationResult(List.of(good, good)).successful()).isTrue();
        assertThat(new VerificationResult(List.of(good, bad)).successful()).isFalse();
        assertThat(new VerificationResult(List.of()).successful()).isFalse();
        assertThat(new VerificationResult(List.of(good, errored)).errored()).isTrue();
        assertThat(new VerificationResult(List.of(good, bad)).errored()).isFalse();
    }

    @Test
    void uncontracted_messages_fail_where_they_must_not_arrive() {
        assertThat(FAILING.failed()).isTrue();
        assertThat(TOLERATED.failed()).isFalse();
        assertThat(NONE.failed()).isFalse();
    }
}
