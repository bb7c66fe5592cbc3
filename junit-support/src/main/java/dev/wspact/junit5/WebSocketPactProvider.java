package dev.wspact.junit5;

import au.com.dius.pact.provider.junit5.PactVerificationExtension;
import au.com.dius.pact.provider.junit5.PactVerificationInvocationContextProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;

/**
 * Runs pact-jvm's provider tests with a {@link WebSocketTestTarget}: takes the place of {@code
 * PactVerificationInvocationContextProvider}, and all else stays Pact's. Sources, selectors, pending pacts and publishing
 * are pact-jvm's; interactions that the target supports are judged by wspact, over a real socket; those of other targets
 * are verified as ever.
 *
 * <pre>{@code
 * @Provider("notification-service")
 * @PactBroker
 * class NotificationServiceTest {
 *     @BeforeEach
 *     void target(PactVerificationContext context) {
 *         context.setTarget(new WebSocketTestTarget(URI.create("ws://localhost:8080/notifications")));
 *     }
 *
 *     @State("a notification is published")
 *     void publish(Map<String, Object> params) {}
 *
 *     @TestTemplate
 *     @ExtendWith(WebSocketPactProvider.class)
 *     void verify(PactVerificationContext context) {
 *         context.verifyInteraction();
 *     }
 * }
 * }</pre>
 *
 * <p>{@code @State} methods of such an interaction run when wspact says so: those that the contract names in {@code
 * trigger}, or that match {@code triggerStates}, after the connection is open. A broken contract is an {@link
 * AssertionError}; what cannot be judged is a {@link NotJudgedException} and is never published.
 */
public final class WebSocketPactProvider extends PactVerificationInvocationContextProvider {
    /** Made by JUnit. */
    public WebSocketPactProvider() {}

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        return super.provideTestTemplateInvocationContexts(context)
                .map(invocation -> invocation instanceof PactVerificationExtension interaction
                        ? new PactInvocation(interaction)
                        : invocation);
    }
}
