package dev.wspact.junit5.internal;

import au.com.dius.pact.consumer.junit5.PactConsumerTestExt;
import au.com.dius.pact.core.model.BasePact;
import au.com.dius.pact.core.model.Interaction;
import au.com.dius.pact.core.model.V4Interaction;
import au.com.dius.pact.core.model.V4Pact;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;

/**
 * How to get along with pact-jvm's own {@code PactConsumerTestExt} in the same class. It keeps the providers of a test in
 * the test's store, and looks there before it looks at annotations: with none there, it starts no mock server, resolves no
 * parameter and writes no pact.
 */
public final class PactConsumer {
    private static final ExtensionContext.Namespace NAMESPACE = PactConsumerTestExt.Companion.getNAMESPACE();

    private PactConsumer() {}

    /** Has pact-jvm's extension leave this test alone. */
    public static void hide(ExtensionContext test) {
        test.getStore(NAMESPACE).put("providers", List.of());
    }

    /** Tells pact-jvm's extension, which fails for {@code @Pact} methods that no test uses, that this one was used. */
    static void executed(ExtensionContext test, Method pactMethod) {
        for (Optional<ExtensionContext> each = Optional.of(test);
                each.isPresent();
                each = each.get().getParent()) {
            Object methods = each.get().getStore(NAMESPACE).get("executedFragments");
            if (methods instanceof Set<?> set) {
                add(set, pactMethod);
            }
        }
    }

    @SuppressWarnings("unchecked") // what pact-jvm keeps under this name is a concurrent set of methods
    private static void add(Set<?> set, Method pactMethod) {
        ((Set<Method>) set).add(pactMethod);
    }

    /** Whether a parameter is one of those that pact-jvm resolves in tests of messages. */
    public static boolean isPactParameter(Parameter parameter) {
        Class<?> type = parameter.getType();
        return type == V4Pact.class
                || type == V4Interaction.AsynchronousMessage.class
                || type == V4Interaction.SynchronousMessages.class
                || (type == List.class && ofInteractions(parameter.getParameterizedType()));
    }

    private static boolean ofInteractions(Type list) {
        return list instanceof ParameterizedType parameterized
                && parameterized.getActualTypeArguments()[0] instanceof Class<?> element
                && Interaction.class.isAssignableFrom(element);
    }

    /** The parameter's value, as pact-jvm would resolve it: of a type of interaction, the first one. */
    public static Object pactParameter(Parameter parameter, List<BasePact> pacts) {
        List<Interaction> interactions =
                pacts.stream().flatMap(pact -> pact.getInteractions().stream()).toList();
        if (parameter.getType() == List.class) {
            return interactions;
        }
        if (parameter.getType() == V4Pact.class && !pacts.isEmpty()) {
            BasePact first = pacts.get(0);
            return new V4Pact(
                    first.getConsumer(),
                    first.getProvider(),
                    new java.util.ArrayList<>(interactions),
                    first.getMetadata());
        }
        return interactions.stream()
                .filter(parameter.getType()::isInstance)
                .findFirst()
                .orElseThrow(() -> new ParameterResolutionException("The test plays no pact of pact-jvm with a "
                        + parameter.getType().getSimpleName()
                        + ": take a MockProvider, or another kind of interaction"));
    }
}
