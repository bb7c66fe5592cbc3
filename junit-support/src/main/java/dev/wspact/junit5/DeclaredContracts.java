package dev.wspact.junit5;

import au.com.dius.pact.consumer.junit5.PactIgnore;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.consumer.junit5.ProviderType;
import dev.wspact.junit5.internal.ContractFile;
import dev.wspact.junit5.internal.DeclaredBy;
import dev.wspact.junit5.internal.PactMethods;
import dev.wspact.junit5.internal.ToPlay;
import dev.wspact.junit5.internal.pactjvm.Expressions;
import dev.wspact.mock.MockOptions;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What a test is to play, as its annotations and those of its classes declare it. */
final class DeclaredContracts {
    private final ExtensionContext context;
    private final Optional<PactTestFor> onMethod;
    private final Optional<PactTestFor> onClass;

    DeclaredContracts(ExtensionContext context) {
        this.context = context;
        this.onMethod = DeclaredBy.method(context, PactTestFor.class);
        this.onClass = DeclaredBy.classes(context, PactTestFor.class);
    }

    /** What to play, for each provider; nothing if the test is none of ours. */
    List<ToPlay> find() {
        if (DeclaredBy.method(context, PactIgnore.class).isPresent() || type() == ProviderType.SYNCH) {
            return List.of();
        }
        Optional<WebSocketContract> file = contractFile();
        if (file.isPresent()) {
            return List.of(read(file.get()));
        }
        return isAboutWebSockets() ? build() : List.of();
    }

    /** The closer one wins: what the method says of either kind, else what the class says of either kind. */
    private Optional<WebSocketContract> contractFile() {
        Optional<WebSocketContract> ofMethod = DeclaredBy.method(context, WebSocketContract.class);
        boolean methodNamesPacts =
                onMethod.stream().anyMatch(each -> !names(each).isEmpty());
        if (ofMethod.isPresent() && methodNamesPacts) {
            throw new ExtensionConfigurationException(
                    "The test " + context.getRequiredTestMethod().getName()
                            + " has both @WebSocketContract and @PactTestFor with pact methods: leave one of them out");
        }
        return ofMethod.isPresent() || methodNamesPacts
                ? ofMethod
                : DeclaredBy.classes(context, WebSocketContract.class);
    }

    private ToPlay read(WebSocketContract declared) {
        Optional<WebSocketContract> ofClass = DeclaredBy.classes(context, WebSocketContract.class);
        String name = declared.value().isEmpty()
                ? ofClass.map(WebSocketContract::value).orElse("")
                : declared.value();
        if (name.isEmpty()) {
            throw new ExtensionConfigurationException("@WebSocketContract on "
                    + context.getRequiredTestMethod().getName() + " names no file, and neither does one on the class");
        }
        String provider = declared.provider().isEmpty()
                ? ofClass.map(WebSocketContract::provider).orElse("")
                : declared.provider();
        var file = new ContractFile(name, context.getRequiredTestClass());
        List<ToPlay.Part> parts = file.read(Expressions.resolved(provider), List.of(declared.interactions()));
        boolean variants =
                declared.variants() || ofClass.map(WebSocketContract::variants).orElse(false);
        return new ToPlay(
                parts.get(0).contract().provider(),
                parts,
                options().toBuilder().variants(variants).build());
    }

    private boolean isAboutWebSockets() {
        ProviderType type = type();
        return type == ProviderType.ASYNCH
                || type == ProviderType.SYNCH_MESSAGE
                || DeclaredBy.classes(context, WebSocketConsumerTest.class).isPresent()
                || new PactMethods(context).anyForWebSockets(names());
    }

    private List<ToPlay> build() {
        var methods = new PactMethods(context);
        String said = provider();
        Map<String, List<ToPlay.Part>> byProvider = new LinkedHashMap<>();
        for (Method method : methods.find(names(), said)) {
            String provider = methods.provider(method, said);
            byProvider.computeIfAbsent(provider, any -> new ArrayList<>()).add(methods.build(method, provider));
        }
        List<ToPlay> toPlay = new ArrayList<>();
        byProvider.forEach((provider, parts) -> toPlay.add(new ToPlay(provider, parts, options())));
        return toPlay;
    }

    private ProviderType type() {
        return said(PactTestFor::providerType, type -> type != ProviderType.UNSPECIFIED)
                .orElse(ProviderType.UNSPECIFIED);
    }

    private List<String> names() {
        return said(DeclaredContracts::names, names -> !names.isEmpty()).orElse(List.of());
    }

    private String provider() {
        return Expressions.resolved(said(PactTestFor::providerName, name -> !name.isEmpty())
                .or(() ->
                        DeclaredBy.classes(context, WebSocketConsumerTest.class).map(WebSocketConsumerTest::provider))
                .orElse(""));
    }

    /** What the method's annotation says, else what the class's says. */
    private <T> Optional<T> said(Function<PactTestFor, T> member, Predicate<T> says) {
        return Stream.of(onMethod, onClass)
                .flatMap(Optional::stream)
                .map(member)
                .filter(says)
                .findFirst();
    }

    private static List<String> names(PactTestFor annotation) {
        if (annotation.pactMethods().length > 0) {
            return List.of(annotation.pactMethods());
        }
        return annotation.pactMethod().isEmpty() ? List.of() : List.of(annotation.pactMethod());
    }

    private MockOptions options() {
        return DeclaredBy.method(context, WebSocketMockConfig.class)
                .or(() -> DeclaredBy.classes(context, WebSocketMockConfig.class))
                .map(DeclaredContracts::options)
                .orElse(MockOptions.DEFAULT);
    }

    private static MockOptions options(WebSocketMockConfig config) {
        return MockOptions.builder()
                .pushes(config.pushes())
                .host(config.host())
                .port(config.port())
                .patience(Duration.ofMillis(config.patienceMillis()))
                .pushDelay(Duration.ofMillis(config.pushDelayMillis()))
                .build();
    }
}
