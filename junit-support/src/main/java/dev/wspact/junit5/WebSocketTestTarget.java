package dev.wspact.junit5;

import au.com.dius.pact.core.model.Interaction;
import au.com.dius.pact.core.model.Pact;
import au.com.dius.pact.core.model.PactSource;
import au.com.dius.pact.core.model.SynchronousRequestResponse;
import au.com.dius.pact.provider.IProviderInfo;
import au.com.dius.pact.provider.IProviderVerifier;
import au.com.dius.pact.provider.PactVerification;
import au.com.dius.pact.provider.ProviderInfo;
import au.com.dius.pact.provider.ProviderResponse;
import au.com.dius.pact.provider.junit5.TestTarget;
import dev.wspact.junit5.internal.provider.SpringPort;
import dev.wspact.verification.ProviderStateHandler;
import dev.wspact.verification.VerificationOptions;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import kotlin.Pair;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The WebSocket server that a provider test verifies: set in a {@code @BeforeEach} method on pact-jvm's {@code
 * PactVerificationContext} of a test that {@link WebSocketPactProvider} runs, or on a {@link
 * WebSocketVerificationContext}. Immutable; the {@code with} methods return a changed copy.
 */
public final class WebSocketTestTarget implements TestTarget {
    private final Function<ExtensionContext, URI> url;
    private final UnaryOperator<VerificationOptions.Builder> options;

    /**
     * A server whose URL is known.
     *
     * @param url {@code ws://host:port/path} or {@code wss://…}; its path is for contracts that name none
     * @throws IllegalArgumentException if it is no WebSocket URL
     */
    public WebSocketTestTarget(URI url) {
        this(test -> url, UnaryOperator.identity());
        Objects.requireNonNull(VerificationOptions.of(url));
    }

    /** A server whose URL is asked for before each interaction, such as one in a container. */
    public WebSocketTestTarget(Supplier<URI> url) {
        this(test -> url.get(), UnaryOperator.identity());
        Objects.requireNonNull(url, "url");
    }

    private WebSocketTestTarget(
            Function<ExtensionContext, URI> url, UnaryOperator<VerificationOptions.Builder> options) {
        this.url = url;
        this.options = options;
    }

    /**
     * The server that a {@code @SpringBootTest} with a web environment of {@code RANDOM_PORT} or {@code DEFINED_PORT} has
     * started on this machine, without TLS. The port is taken from Spring's property {@code local.server.port}.
     *
     * @param path the path, with the context path where there is one; for contracts that name none
     */
    public static WebSocketTestTarget springBoot(String path) {
        String absolute = path.startsWith("/") ? path : "/" + path;
        return new WebSocketTestTarget(
                test -> URI.create("ws://localhost:" + SpringPort.of(test) + absolute), UnaryOperator.identity());
    }

    /** How long an interaction waits where the contract does not say. 10 seconds by default. */
    public WebSocketTestTarget withTimeout(Duration timeout) {
        return withOptions(builder -> builder.timeout(timeout));
    }

    /** Header fields for each opening handshake, such as {@code Authorization}. */
    public WebSocketTestTarget withHeaders(Map<String, List<String>> headers) {
        return withOptions(builder -> builder.headers(headers));
    }

    /**
     * Anything else that a verification can be told, on top of what was said so far: TLS, compression, trigger states, ….
     * Options that bring a state handler or a state-change URL of their own are used in place of {@code @State} methods.
     */
    public WebSocketTestTarget withOptions(UnaryOperator<VerificationOptions.Builder> more) {
        Objects.requireNonNull(more, "more");
        return new WebSocketTestTarget(url, builder -> more.apply(options.apply(builder)));
    }

    /** The options of one verification; evaluates the URL. */
    VerificationOptions options(ExtensionContext test, ProviderStateHandler states) {
        VerificationOptions.Builder builder = options.apply(VerificationOptions.of(url.apply(test)));
        VerificationOptions asked = builder.build();
        return asked.stateHandler() == null && asked.stateChange() == null
                ? builder.stateHandler(states).build()
                : asked;
    }

    @Override
    public Map<String, Object> getUserConfig() {
        return Map.of();
    }

    /**
     * Chooses the one kind of verification for which pact-jvm neither scans the class path nor applies generators by
     * itself: that by others. {@link WebSocketPactProvider} then puts wspact there.
     */
    @Override
    public IProviderInfo getProviderInfo(String serviceName, @Nullable PactSource pactSource) {
        ProviderInfo provider = new ProviderInfo(serviceName);
        provider.setVerificationType(PactVerification.PLUGIN);
        return provider;
    }

    @Override
    public @Nullable Pair<Object, Object> prepareRequest(
            Pact pact, Interaction interaction, Map<String, Object> context) {
        return null;
    }

    @Override
    public boolean isHttpTarget() {
        return false;
    }

    @Override
    public ProviderResponse executeInteraction(@Nullable Object client, @Nullable Object request) {
        throw new UnsupportedOperationException("WebSocket messages are not verified by HTTP requests");
    }

    @Override
    public void prepareVerifier(IProviderVerifier verifier, Object testInstance, Pact pact) {}

    /** Messages that name no other transport, and opening handshakes written as HTTP interactions. */
    @Override
    public boolean supportsInteraction(Interaction interaction) {
        if (interaction instanceof SynchronousRequestResponse http) {
            return isUpgrade(http);
        }
        String transport = interaction.isV4() ? interaction.asV4Interaction().getTransport() : null;
        return transport == null || transport.isEmpty() || transport.equals("websocket");
    }

    private static boolean isUpgrade(SynchronousRequestResponse http) {
        return http.getRequest().getHeaders().entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase("Upgrade"))
                .flatMap(header -> header.getValue().stream())
                .anyMatch(value -> value.equalsIgnoreCase("websocket"));
    }
}
