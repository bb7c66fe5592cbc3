package dev.wspact.junit5;

import dev.wspact.ProviderVerifier;
import dev.wspact.Reports;
import dev.wspact.contract.Contract;
import dev.wspact.contract.Interaction;
import dev.wspact.junit5.internal.provider.StateMethods;
import dev.wspact.verdict.ContractResult;
import dev.wspact.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/**
 * One interaction of a {@link WebSocketContractFolder}, to be verified. A parameter of test template methods and of
 * methods that run before and after each of them; for the thread of the test.
 */
public final class WebSocketVerificationContext {
    private final Contract contract;
    private final ExtensionContext test;
    private final List<Object> stateChangeHandlers = new ArrayList<>();
    private @Nullable WebSocketTestTarget target;

    WebSocketVerificationContext(Contract contract, ExtensionContext test) {
        this.contract = contract;
        this.test = test;
    }

    /** Says which server is verified; to be called before {@link #verifyInteraction}. */
    public void setTarget(WebSocketTestTarget target) {
        this.target = Objects.requireNonNull(target, "target");
    }

    /** Adds objects with {@code @State} methods beside those of the test. */
    public void addStateChangeHandlers(Object... handlers) {
        stateChangeHandlers.addAll(List.of(handlers));
    }

    /** The contract with this interaction alone. */
    public Contract contract() {
        return contract;
    }

    /** The interaction. */
    public Interaction interaction() {
        return contract.interactions().get(0);
    }

    /**
     * Verifies the interaction: provider states, connection, messages, close, teardown of the states.
     *
     * @throws AssertionError if the provider breaks the contract; the text says what broke, where, and what to do
     * @throws NotJudgedException if it could not be judged
     * @throws IllegalStateException if there is no target
     */
    public void verifyInteraction() {
        if (target == null) {
            throw new IllegalStateException(
                    "There is no target. Call context.setTarget(new WebSocketTestTarget(…)) in a"
                            + " @BeforeEach method.");
        }
        StateMethods states = StateMethods.of(test, stateChangeHandlers);
        ContractResult result = ProviderVerifier.of(target.options(test, states))
                .verify(List.of(contract))
                .contracts()
                .get(0);
        TestResults.of(test).add(result);
        judge(result, "\n" + String.join("\n", Reports.failures(result)) + "\n");
    }

    private static void judge(ContractResult result, String text) {
        if (result.errored()) {
            throw new NotJudgedException(text);
        }
        if (!result.successful()) {
            throw new AssertionFailedError(text);
        }
        if (result.interactions().get(0).verdict() instanceof Verdict.Pending) {
            throw new TestAbortedException(text);
        }
    }
}
