package dev.wspact.junit5.internal.provider;

import au.com.dius.pact.provider.junitsupport.IgnoreMissingStateChange;
import au.com.dius.pact.provider.junitsupport.MissingStateChangeMethod;
import au.com.dius.pact.provider.junitsupport.State;
import au.com.dius.pact.provider.junitsupport.StateChangeAction;
import dev.wspact.contract.ProviderState;
import dev.wspact.verification.ProviderStateHandler;
import java.lang.reflect.Method;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * The {@code @State} methods of a test, called as pact-jvm calls them but when wspact says so: before opening, or after it
 * where they cause the push.
 */
@SuppressWarnings("NullAway") // JDK 17 does not show it type annotations in the class files of core, later ones do
public final class StateMethods implements ProviderStateHandler {
    private final List<Object> holders;
    private final boolean missingIsFine;

    private StateMethods(List<Object> holders, boolean missingIsFine) {
        this.holders = holders;
        this.missingIsFine = missingIsFine;
    }

    /**
     * The methods of the test instance, of those around it where it is nested, and of further handlers.
     *
     * @param handlers objects with {@code @State} methods beside the test's own
     */
    public static StateMethods of(ExtensionContext context, List<?> handlers) {
        List<Object> holders =
                new ArrayList<>(context.getRequiredTestInstances().getAllInstances());
        holders.addAll(handlers);
        return new StateMethods(
                holders, AnnotationSupport.isAnnotated(context.getRequiredTestClass(), IgnoreMissingStateChange.class));
    }

    @Override
    public Map<String, @Nullable Object> setUp(ProviderState state) throws MissingStateChangeMethod {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (StateMethod method : methods(state)) {
            if (method.does(StateChangeAction.SETUP) && method.invoke(state.params()) instanceof Map<?, ?> returned) {
                returned.forEach((name, value) -> values.put(String.valueOf(name), value));
            }
        }
        return values;
    }

    @Override
    public void tearDown(ProviderState state) throws MissingStateChangeMethod {
        for (StateMethod method : methods(state)) {
            if (method.does(StateChangeAction.TEARDOWN)) {
                method.invoke(state.params());
            }
        }
    }

    private List<StateMethod> methods(ProviderState state) throws MissingStateChangeMethod {
        List<StateMethod> methods = new ArrayList<>();
        for (Object holder : holders) {
            for (Method method : AnnotationSupport.findAnnotatedMethods(
                    holder.getClass(), State.class, HierarchyTraversalMode.TOP_DOWN)) {
                State annotation = method.getAnnotation(State.class);
                if (List.of(annotation.value()).contains(state.name())) {
                    methods.add(new StateMethod(holder, method, annotation.action()));
                }
            }
        }
        if (methods.isEmpty() && !missingIsFine) {
            throw new MissingStateChangeMethod("no method is annotated with @State(\"" + state.name() + "\")");
        }
        return methods;
    }

    /** A method of one of the holders. */
    private record StateMethod(Object holder, Method method, StateChangeAction action) {
        boolean does(StateChangeAction wanted) {
            return action == wanted;
        }

        @Nullable
        Object invoke(Map<String, @Nullable Object> params) {
            return method.getParameterCount() == 0
                    ? ReflectionSupport.invokeMethod(method, holder)
                    : ReflectionSupport.invokeMethod(method, holder, asPactHasThem(params));
        }

        private static Map<String, @Nullable Object> asPactHasThem(Map<?, ? extends @Nullable Object> params) {
            Map<String, @Nullable Object> map = new LinkedHashMap<>();
            params.forEach((name, value) -> map.put(String.valueOf(name), asPactHasIt(value)));
            return map;
        }

        /** pact-jvm reads every integer as a {@code BigInteger}, and methods that are there cast it. */
        private static @Nullable Object asPactHasIt(@Nullable Object value) {
            if (value instanceof Long number) {
                return BigInteger.valueOf(number);
            }
            if (value instanceof Map<?, ?> map) {
                return asPactHasThem(map);
            }
            if (value instanceof List<?> list) {
                List<@Nullable Object> copy = new ArrayList<>();
                list.forEach(element -> copy.add(asPactHasIt(element)));
                return copy;
            }
            return value;
        }
    }
}
