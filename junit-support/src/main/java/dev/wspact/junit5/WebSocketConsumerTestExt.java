package dev.wspact.junit5;

import au.com.dius.pact.consumer.junit5.ForProvider;
import dev.wspact.MockProvider;
import dev.wspact.junit5.internal.MockSession;
import dev.wspact.junit5.internal.PactConsumer;
import dev.wspact.junit5.internal.PactDirectories;
import dev.wspact.junit5.internal.PactFiles;
import dev.wspact.junit5.internal.ToPlay;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives every test of a consumer a {@link MockProvider} that plays the test's pact, proves after the test that the client
 * has really used all of it, and only then writes the pact. Used beside pact-jvm's {@code PactConsumerTestExt}, in any
 * order, or by {@link WebSocketConsumerTest @WebSocketConsumerTest}.
 *
 * <p>A test is about WebSockets if {@code @PactTestFor} says {@code providerType} {@code ASYNCH} or {@code SYNCH_MESSAGE}, if
 * it has a {@link WebSocketContract @WebSocketContract}, if its class is a {@code @WebSocketConsumerTest}, or if its
 * {@code @Pact} method takes a {@code WebSocketPactBuilder}. All others, and those with {@code @PactIgnore}, are left to
 * pact-jvm. The mock lives from before the {@code @BeforeEach} methods to after the {@code @AfterEach} methods, and is a
 * parameter of any of them and of the test.
 */
public final class WebSocketConsumerTestExt implements BeforeEachCallback, AfterEachCallback, ParameterResolver {
    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(WebSocketConsumerTestExt.class);

    /** Made by JUnit. */
    public WebSocketConsumerTestExt() {}

    @Override
    public void beforeEach(ExtensionContext context) {
        List<ToPlay> played = new DeclaredContracts(context).find();
        if (!played.isEmpty()) {
            PactConsumer.hide(context);
            context.getStore(NAMESPACE).put(MockSession.class, MockSession.start(played));
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        MockSession session = session(context);
        if (session == null) {
            return;
        }
        try (session) {
            Optional<Throwable> failure = context.getExecutionException();
            if (failure.isPresent()) {
                session.explain(failure.get());
            } else {
                session.requireProof();
                session.write(pactFiles(context), PactDirectories.of(context));
            }
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        if (parameter.getParameter().getType() == MockProvider.class) {
            return true;
        }
        MockSession session = session(context);
        return session != null && PactConsumer.isPactParameter(parameter.getParameter());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        MockSession session = session(context);
        if (session == null) {
            throw new ParameterResolutionException(
                    context.getTestMethod().isEmpty()
                            ? "A MockProvider lives as long as one test: take it as a parameter of the test method, or of a"
                                    + " method with @BeforeEach or @AfterEach"
                            : "There is no MockProvider for this test, since it is not about WebSockets: say"
                                    + " @PactTestFor(providerType = ProviderType.ASYNCH), or use @WebSocketConsumerTest");
        }
        String provider = parameter
                .findAnnotation(ForProvider.class)
                .map(ForProvider::value)
                .orElse("");
        MockSession.Mock mock = session.mock(provider);
        return parameter.getParameter().getType() == MockProvider.class
                ? mock.provider()
                : PactConsumer.pactParameter(parameter.getParameter(), mock.pacts());
    }

    private static @Nullable MockSession session(ExtensionContext context) {
        return context.getStore(NAMESPACE).get(MockSession.class, MockSession.class);
    }

    /** What the tests of this run have written; known to all of them, so that a clash is found. */
    private static PactFiles pactFiles(ExtensionContext context) {
        return context.getRoot().getStore(NAMESPACE).getOrComputeIfAbsent(PactFiles.class);
    }
}
