package dev.wspact.junit5;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The contracts that a provider test verifies: {@code *.contract.yaml}, Pact files or bare JSON Schemas in one directory,
 * or a single one of them. Each {@code @TestTemplate} method with a {@link WebSocketVerificationContext} runs once for
 * each interaction with the provider that {@code @Provider} names, and with the consumer that {@code @Consumer} names if
 * it is there. States are changed by {@code @State} methods, as in pact-jvm's tests.
 *
 * <pre>{@code
 * @Provider("notification-service")
 * @WebSocketContractFolder("src/contracts")
 * class NotificationServiceTest {
 *     @BeforeEach
 *     void target(WebSocketVerificationContext context) {
 *         context.setTarget(new WebSocketTestTarget(URI.create("ws://localhost:8080/notifications")));
 *     }
 *
 *     @TestTemplate
 *     void verify(WebSocketVerificationContext context) {
 *         context.verifyInteraction();
 *     }
 * }
 * }</pre>
 *
 * <p>A broken contract is an {@link AssertionError}; what cannot be judged is a {@link NotJudgedException}; an
 * interaction that is {@code pending} aborts its test in either case. Results are not published: use pact-jvm's {@code @PactBroker} with
 * {@link WebSocketPactProvider}, or the Maven goals, for contracts that are in a broker.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(ContractFolderTests.class)
public @interface WebSocketContractFolder {
    /** The directory or file: relative to the working directory, which is the module's, or else on the class path. */
    String value();
}
