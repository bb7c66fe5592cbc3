package dev.wspact.junit5;

import au.com.dius.pact.provider.junit5.PactVerificationContext;
import au.com.dius.pact.provider.junit5.PactVerificationExtension;
import au.com.dius.pact.provider.junit5.PactVerificationStateChangeExtension;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;

/**
 * pact-jvm's test of one interaction, changed where the target is a WebSocket: its verifier is ours, and it runs no
 * {@code @State} methods, since the verification does.
 */
final class PactInvocation implements TestTemplateInvocationContext {
    private static final ExtensionContext.Namespace PACT = ExtensionContext.Namespace.create("pact-jvm");

    private final PactVerificationExtension pact;
    private final PublishedVerdicts results;

    PactInvocation(PactVerificationExtension pact) {
        this.pact = pact;
        this.results = new PublishedVerdicts(pact.getTestResultAccumulator());
        pact.setTestResultAccumulator(results);
    }

    @Override
    public String getDisplayName(int invocationIndex) {
        return pact.getDisplayName(invocationIndex);
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
        List<Extension> extensions = new ArrayList<>();
        for (Extension extension : pact.getAdditionalExtensions()) {
            extensions.add(
                    extension instanceof PactVerificationStateChangeExtension states
                            ? new StatesOfOtherTargets(states)
                            : extension);
        }
        // behind pact's own, which makes the verifier that is replaced here
        extensions.add((BeforeTestExecutionCallback) this::replaceVerifier);
        return extensions;
    }

    private void replaceVerifier(ExtensionContext test) {
        PactVerificationContext context = context(test);
        webSocket(test).ifPresent(target -> {
            results.awaitVerdict();
            context.setVerifier(new WebSocketProviderVerifier(
                    Objects.requireNonNull(context.getVerifier(), "pact-jvm's verifier"),
                    new PactJudge(pact.getPact(), pact.getInteraction(), target, context, test),
                    results));
        });
    }

    private static PactVerificationContext context(ExtensionContext test) {
        return test.getStore(PACT).get("interactionContext", PactVerificationContext.class);
    }

    private static Optional<WebSocketTestTarget> webSocket(ExtensionContext test) {
        return context(test).currentTarget() instanceof WebSocketTestTarget target
                ? Optional.of(target)
                : Optional.empty();
    }

    /** pact-jvm's calls of {@code @State} methods, left out where the target is a WebSocket. */
    private record StatesOfOtherTargets(PactVerificationStateChangeExtension pact)
            implements BeforeTestExecutionCallback, AfterTestExecutionCallback {
        @Override
        public void beforeTestExecution(ExtensionContext test) {
            if (webSocket(test).isEmpty()) {
                pact.beforeTestExecution(test);
            }
        }

        @Override
        public void afterTestExecution(ExtensionContext test) {
            if (webSocket(test).isEmpty()) {
                pact.afterTestExecution(test);
            }
        }
    }
}
