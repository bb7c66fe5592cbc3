package dev.wspact.junit5;

import au.com.dius.pact.core.model.Interaction;
import au.com.dius.pact.core.model.Pact;
import au.com.dius.pact.provider.junit5.PactVerificationContext;
import dev.wspact.ProviderVerifier;
import dev.wspact.junit5.internal.provider.PactContract;
import dev.wspact.junit5.internal.provider.PendingResult;
import dev.wspact.junit5.internal.provider.StateMethods;
import dev.wspact.verdict.ContractResult;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Verifies one interaction of pact-jvm's by wspact. */
record PactJudge(
        Pact pact,
        Interaction interaction,
        WebSocketTestTarget target,
        PactVerificationContext context,
        ExtensionContext test) {
    /**
     * Opens the connection, runs the state methods at their time, judges. The result is also one of the class's results.
     *
     * @param pending whether a break of the pact does not count yet
     * @throws dev.wspact.contract.ContractFormatException if the interaction cannot be understood
     */
    ContractResult judge(boolean pending) {
        StateMethods states = StateMethods.of(test, context.getStateChangeHandlers());
        ContractResult result = ProviderVerifier.of(target.options(test, states))
                .verify(List.of(PactContract.of(pact, interaction)))
                .contracts()
                .get(0);
        TestResults.of(test).add(pending ? PendingResult.of(result) : result);
        return result;
    }
}
