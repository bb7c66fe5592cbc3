package dev.wspact.junit5.internal;

import au.com.dius.pact.consumer.MessagePactBuilder;
import au.com.dius.pact.consumer.dsl.PactBuilder;
import au.com.dius.pact.consumer.dsl.SynchronousMessagePactBuilder;
import au.com.dius.pact.core.model.BasePact;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.wspact.junit5.dsl.WebSocketPactBuilder;
import dev.wspact.junit5.internal.pactjvm.Expressions;
import dev.wspact.junit5.internal.pactjvm.PactText;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/** The {@code @Pact} methods of a test's class, and of the classes around it. */
public final class PactMethods {
    private final ExtensionContext context;

    /** Those that a test can see. */
    public PactMethods(ExtensionContext context) {
        this.context = context;
    }

    /** The methods with these names; without names, the only one that there is for the provider. */
    public List<Method> find(List<String> names, String provider) {
        return names.isEmpty()
                ? List.of(only(provider))
                : names.stream().map(this::named).toList();
    }

    /** Whether one of the methods with these names builds its pact with our own language. */
    public boolean anyForWebSockets(List<String> names) {
        return all().stream()
                .filter(method -> names.isEmpty() || names.contains(method.getName()))
                .anyMatch(method -> takes(method, WebSocketPactBuilder.class));
    }

    /** The provider that the method's pact is with: its own, or the one that is said elsewhere. */
    public String provider(Method method, String elsewhere) {
        String own = Expressions.resolved(annotation(method).provider());
        if (own.isEmpty() && elsewhere.isEmpty()) {
            throw wrong("The method " + origin(method) + " is a pact with a provider that has no name: say"
                    + " @Pact(provider = …), @PactTestFor(providerName = …) or @WebSocketConsumerTest(provider = …)");
        }
        return own.isEmpty() ? elsewhere : own;
    }

    /** What the method builds. */
    public ToPlay.Part build(Method method, String provider) {
        BasePact pact = invoke(method, provider);
        return new ToPlay.Part(origin(method), PactText.contract(pact, origin(method)), pact);
    }

    private BasePact invoke(Method method, String provider) {
        Object instance = Modifier.isStatic(method.getModifiers())
                ? null
                : context.getRequiredTestInstances()
                        .findInstance(method.getDeclaringClass())
                        .orElseThrow(() -> wrong("There is no instance for " + origin(method)));
        Object built = ReflectionSupport.invokeMethod(
                method,
                instance,
                builder(method, Expressions.resolved(annotation(method).consumer()), provider));
        if (!(built instanceof BasePact pact)) {
            throw wrong("The method " + origin(method) + " returned "
                    + (built == null ? "null" : "a " + built.getClass().getName()) + ", but a V4Pact was expected");
        }
        PactConsumer.executed(context, method);
        return pact;
    }

    private static Object builder(Method method, String consumer, String provider) {
        if (takes(method, WebSocketPactBuilder.class)) {
            return new WebSocketPactBuilder(consumer, provider);
        }
        if (takes(method, PactBuilder.class)) {
            return new PactBuilder(consumer, provider, PactSpecVersion.V4);
        }
        if (takes(method, MessagePactBuilder.class)) {
            return new MessagePactBuilder(PactSpecVersion.V4).consumer(consumer).hasPactWith(provider);
        }
        if (takes(method, SynchronousMessagePactBuilder.class)) {
            return new SynchronousMessagePactBuilder(PactSpecVersion.V4)
                    .consumer(consumer)
                    .hasPactWith(provider);
        }
        throw wrong("The method " + origin(method) + " must take one parameter: a WebSocketPactBuilder, or pact-jvm's"
                + " PactBuilder, MessagePactBuilder or SynchronousMessagePactBuilder");
    }

    private static boolean takes(Method method, Class<?> builder) {
        return method.getParameterCount() == 1 && method.getParameterTypes()[0] == builder;
    }

    private Method named(String name) {
        return all().stream()
                .filter(method -> method.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> wrong("There is no method \"" + name + "\" with @Pact in "
                        + context.getRequiredTestClass().getName() + there(all())));
    }

    private Method only(String provider) {
        List<Method> methods =
                all().stream().filter(method -> ofProvider(method, provider)).toList();
        if (methods.size() == 1) {
            return methods.get(0);
        }
        throw wrong(
                methods.isEmpty()
                        ? "There is no method with @Pact" + (provider.isEmpty() ? "" : " for \"" + provider + '"')
                                + " in " + context.getRequiredTestClass().getName() + there(all())
                        : "It is not clear which pact the test is about: say @PactTestFor(pactMethod = …)"
                                + there(methods));
    }

    private static boolean ofProvider(Method method, String provider) {
        String own = Expressions.resolved(annotation(method).provider());
        return provider.isEmpty() || own.isEmpty() || own.equals(provider);
    }

    private static String there(List<Method> methods) {
        return methods.isEmpty()
                ? ""
                : "; there is " + methods.stream().map(Method::getName).collect(Collectors.joining(", "));
    }

    /** Innermost class first, in which a method hides those of the same name further out. */
    private List<Method> all() {
        return DeclaredBy.classes(context).stream()
                .flatMap(each ->
                        AnnotationSupport.findAnnotatedMethods(each, Pact.class, HierarchyTraversalMode.TOP_DOWN)
                                .stream())
                .toList();
    }

    private static Pact annotation(Method method) {
        return AnnotationSupport.findAnnotation(method, Pact.class).orElseThrow();
    }

    /** The method as texts name it: without its package. */
    private static String origin(Method method) {
        Class<?> type = method.getDeclaringClass();
        int prefix = type.getPackageName().isEmpty() ? 0 : type.getPackageName().length() + 1;
        return type.getName().substring(prefix).replace('$', '.') + "." + method.getName();
    }

    private static ExtensionConfigurationException wrong(String message) {
        return new ExtensionConfigurationException(message);
    }
}
