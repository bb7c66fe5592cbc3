package dev.wspact.junit5.internal.provider;

import java.lang.reflect.Method;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.ReflectionSupport;

/** Asks a Spring Boot test for the port of the server that it started, without Spring when this is compiled. */
public final class SpringPort {
    private static final String EXTENSION = "org.springframework.test.context.junit.jupiter.SpringExtension";
    private static final String CONTEXT = "org.springframework.core.env.EnvironmentCapable";
    private static final String ENVIRONMENT = "org.springframework.core.env.PropertyResolver";
    private static final String PORT = "local.server.port";

    private SpringPort() {}

    /**
     * The port.
     *
     * @throws IllegalStateException if the test has no Spring context, or the context no server
     */
    public static int of(ExtensionContext test) {
        ClassLoader loader = test.getRequiredTestClass().getClassLoader();
        Object application = call(loader, EXTENSION, "getApplicationContext", null, test);
        Object environment = call(loader, CONTEXT, "getEnvironment", application);
        Object port = call(loader, ENVIRONMENT, "getProperty", environment, PORT);
        if (port == null) {
            throw new IllegalStateException("Spring has started no server, so that there is no port to connect to ("
                    + PORT + " is not set). Write @SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT).");
        }
        return Integer.parseInt(port.toString());
    }

    private static @Nullable Object call(
            ClassLoader loader, String type, String name, @Nullable Object target, Object... arguments) {
        Class<?> owner = ReflectionSupport.tryToLoadClass(type, loader)
                .getOrThrow(cause -> new IllegalStateException(
                        "The class " + type + " is not on the class path, so that this is no test with Spring. Give the"
                                + " target the URL instead.",
                        cause));
        Class<?>[] parameters = Stream.of(arguments).map(SpringPort::declared).toArray(Class<?>[]::new);
        Method method = ReflectionSupport.findMethod(owner, name, parameters)
                .orElseThrow(() -> new IllegalStateException(type + " has no method " + name
                        + " in this version of Spring. Give the target the URL instead."));
        return ReflectionSupport.invokeMethod(method, target, arguments);
    }

    private static Class<?> declared(Object argument) {
        return argument instanceof ExtensionContext ? ExtensionContext.class : argument.getClass();
    }
}
