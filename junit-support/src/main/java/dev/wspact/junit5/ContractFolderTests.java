package dev.wspact.junit5;

import au.com.dius.pact.core.support.Utils;
import au.com.dius.pact.core.support.expressions.DataType;
import au.com.dius.pact.core.support.expressions.ExpressionParser;
import au.com.dius.pact.provider.junitsupport.Consumer;
import au.com.dius.pact.provider.junitsupport.Provider;
import dev.wspact.ContractFiles;
import dev.wspact.contract.Contract;
import dev.wspact.junit5.internal.provider.Folder;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;

/** Runs a test template once for each interaction of a {@link WebSocketContractFolder}. */
final class ContractFolderTests implements TestTemplateInvocationContextProvider {
    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return List.of(context.getRequiredTestMethod().getParameterTypes())
                .contains(WebSocketVerificationContext.class);
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        Class<?> test = context.getRequiredTestClass();
        WebSocketContractFolder folder = AnnotationSupport.findAnnotation(
                        test, WebSocketContractFolder.class, context.getEnclosingTestClasses())
                .orElseThrow();
        String provider = provider(context);
        String consumer = named(context, Consumer.class, Consumer::value);
        List<Contract> contracts =
                ContractFiles.read(Folder.find(folder.value(), test.getClassLoader()), provider).stream()
                        .filter(contract ->
                                consumer.isEmpty() || contract.consumer().equals(consumer))
                        .toList();
        if (contracts.isEmpty()) {
            throw new ExtensionConfigurationException("No contract in \"" + folder.value() + "\" is between consumer \""
                    + consumer + "\" and provider \"" + provider + "\", so that there is nothing to verify. Correct"
                    + " @Consumer or @Provider, or remove @Consumer to verify the contracts of all consumers.");
        }
        return contracts.stream().flatMap(contract -> contract.interactions().stream()
                .map(interaction -> new ContractInvocation(contract, interaction)));
    }

    private static String provider(ExtensionContext context) {
        String name = named(context, Provider.class, Provider::value);
        String other = name.isEmpty() ? Utils.INSTANCE.lookupEnvironmentValue("pact.provider.name") : name;
        if (other == null || other.isEmpty()) {
            throw new ExtensionConfigurationException("The provider has no name. Write @Provider(\"its-name\") on "
                    + context.getRequiredTestClass().getName() + ", as contracts name it.");
        }
        return other;
    }

    /** What the annotation says, with system properties put in as pact-jvm does; empty if there is none. */
    private static <A extends Annotation> String named(
            ExtensionContext context, Class<A> annotation, Function<A, String> value) {
        return AnnotationSupport.findAnnotation(
                        context.getRequiredTestClass(), annotation, context.getEnclosingTestClasses())
                .map(value)
                .map(text -> new ExpressionParser().parseExpression(text, DataType.STRING))
                .map(String::valueOf)
                .orElse("");
    }
}
