package dev.wspact.junit5.internal.provider;

import au.com.dius.pact.core.matchers.BodyMismatch;
import au.com.dius.pact.core.model.Interaction;
import au.com.dius.pact.provider.VerificationFailureType;
import au.com.dius.pact.provider.VerificationResult;
import dev.wspact.Reports;
import dev.wspact.verdict.ContractResult;
import dev.wspact.verdict.Mismatch;
import dev.wspact.verdict.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Says in pact-jvm's terms what was found about an interaction: what its reporters show and what it publishes, under the
 * id by which the broker knows the interaction.
 */
public final class PactVerdict implements Verdict.Visitor<List<VerificationFailureType>> {
    private final ContractResult result;
    private final Interaction interaction;
    private final boolean pending;

    /**
     * Starts from the result of a contract with that interaction alone.
     *
     * @param pending whether a break does not fail the build
     */
    public PactVerdict(ContractResult result, Interaction interaction, boolean pending) {
        this.result = result;
        this.interaction = interaction;
        this.pending = pending;
    }

    /** The result for pact-jvm. Where nothing fails although something is broken, its output says so in full. */
    public VerificationResult result() {
        List<VerificationFailureType> failures = Stream.concat(
                        result.interactions().stream().flatMap(found -> found.verdict().accept(this).stream()),
                        uncontracted())
                .toList();
        String id = Objects.requireNonNullElse(interaction.getInteractionId(), "");
        return failures.isEmpty()
                ? new VerificationResult.Ok(id, List.of(passed()))
                : new VerificationResult.Failed(
                        "WebSocket messages had differences",
                        interaction.getDescription() + ": is honored over a WebSocket",
                        Map.of(id, failures),
                        pending,
                        List.of(),
                        pending ? Reports.failures(result) : List.of());
    }

    @Override
    public List<VerificationFailureType> passed(Verdict.Passed passed) {
        return List.of();
    }

    @Override
    public List<VerificationFailureType> failed(Verdict.Failed failed) {
        return failed.mismatches().stream().map(this::mismatch).toList();
    }

    @Override
    public List<VerificationFailureType> notSeen(Verdict.NotSeen notSeen) {
        return List.of(new VerificationFailureType.InvalidInteractionFailure(
                notSeen.expected() + ": not seen within " + notSeen.waited().toMillis() + " ms"));
    }

    @Override
    public List<VerificationFailureType> errored(Verdict.Errored errored) {
        return List.of(new VerificationFailureType.InvalidInteractionFailure("not judged: " + errored.problem()));
    }

    @Override
    public List<VerificationFailureType> pending(Verdict.Pending pending) {
        return pending.underneath().accept(this);
    }

    private String passed() {
        long messages = result.interactions().get(0).messages();
        return "    is honored over a WebSocket (OK" + (messages > 1 ? ", " + messages + " messages)" : ")");
    }

    private VerificationFailureType mismatch(Mismatch mismatch) {
        String text =
                "expected " + mismatch.expected() + " (rule: " + mismatch.rule() + "), but was " + mismatch.actual();
        return new VerificationFailureType.MismatchFailure(
                new BodyMismatch(
                        mismatch.expected(),
                        mismatch.actual(),
                        text,
                        mismatch.address().path()),
                interaction,
                null);
    }

    private Stream<VerificationFailureType> uncontracted() {
        return result.uncontracted().failed()
                ? Stream.of(new VerificationFailureType.InvalidInteractionFailure(
                        "messages arrived that no contract names, which was asked to fail"))
                : Stream.of();
    }
}
