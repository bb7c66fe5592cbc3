package dev.wspact.junit5;

import au.com.dius.pact.core.model.V4Interaction;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.provider.IConsumerInfo;
import au.com.dius.pact.provider.IProviderInfo;
import au.com.dius.pact.provider.IProviderVerifier;
import au.com.dius.pact.provider.ProviderVerifier;
import au.com.dius.pact.provider.VerificationFailureType;
import au.com.dius.pact.provider.VerificationResult;
import dev.wspact.Reports;
import dev.wspact.contract.ContractFormatException;
import dev.wspact.junit5.internal.provider.PactVerdict;
import dev.wspact.verdict.ContractResult;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Stands in pact-jvm's verifier for one interaction: wspact judges it, pact-jvm reports it. */
final class WebSocketProviderVerifier extends ProviderVerifier {
    private final PactJudge judge;
    private final PublishedVerdicts results;
    private String text = "";

    /** Takes over the reporters of the verifier that pact-jvm made. */
    WebSocketProviderVerifier(IProviderVerifier original, PactJudge judge, PublishedVerdicts results) {
        this.judge = judge;
        this.results = results;
        setReporters(original.getReporters());
        setVerificationSource(original.getVerificationSource());
        getReporters().forEach(reporter -> reporter.setVerifier(this));
    }

    @Override
    public VerificationResult verifyInteractionViaPlugin(
            IProviderInfo provider,
            IConsumerInfo consumer,
            V4Pact pact,
            V4Interaction interaction,
            @Nullable Object client,
            @Nullable Object request,
            Map<String, ?> context) {
        ContractResult result;
        try {
            result = judge.judge(consumer.getPending());
        } catch (ContractFormatException e) {
            return unjudged(interaction, String.valueOf(e.getMessage()), consumer.getPending());
        }
        text = String.join("\n", Reports.failures(result));
        if (result.errored()) {
            return unjudged(interaction, text, consumer.getPending());
        }
        results.judged();
        return new PactVerdict(result, judge.interaction(), consumer.getPending()).result();
    }

    /** A pending pact never fails the build of a provider, not even by states that are not there yet. */
    private static VerificationResult unjudged(V4Interaction interaction, String problem, boolean pending) {
        if (!pending) {
            throw new NotJudgedException(problem);
        }
        String id = Objects.requireNonNullElse(interaction.getInteractionId(), "");
        return new VerificationResult.Failed(
                "The interaction could not be judged",
                interaction.getDescription() + ": could not be judged",
                Map.of(id, List.of(new VerificationFailureType.InvalidInteractionFailure(problem))),
                true);
    }

    /** What the user reads in the failure of the test. */
    @Override
    public String generateErrorStringFromVerificationResult(List<VerificationResult.Failed> failures) {
        return text.isEmpty() ? super.generateErrorStringFromVerificationResult(failures) : "\n\n" + text + "\n";
    }
}
