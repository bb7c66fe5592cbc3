package dev.wspact.junit5.dsl;

import au.com.dius.pact.consumer.dsl.PactBuilder;
import au.com.dius.pact.core.model.BasePact;
import au.com.dius.pact.core.model.Consumer;
import au.com.dius.pact.core.model.Interaction;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.Provider;
import au.com.dius.pact.core.model.V4Pact;
import dev.wspact.contract.Contract;
import dev.wspact.junit5.internal.pactjvm.PactText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Builds a pact about WebSocket messages, with what pact-jvm's own language has no words for: the channel, what the client
 * sends first, several replies, order, closes, refused handshakes, heartbeats. Bodies are pact-jvm's own.
 *
 * <pre>{@code
 * @Pact(consumer = "notification-ui")
 * V4Pact notification(WebSocketPactBuilder pact) {
 *     return pact.channel("/notifications", channel -> channel.subprotocols("v1.notify"))
 *             .expectsToReceive("a notification", push -> push
 *                     .triggeredBy("a notification arrives for user 42")
 *                     .afterSending(new PactDslJsonBody().stringValue("type", "subscribe"))
 *                     .withContent(new PactDslJsonBody().stringValue("type", "notification").integerType("id", 1))
 *                     .within(Duration.ofSeconds(5)))
 *             .toPact();
 * }
 * }</pre>
 *
 * <p>Each interaction is described in a function that must return the finished kind, so that one without its contents does
 * not compile. Not safe for use by several threads.
 */
public final class WebSocketPactBuilder {
    private final String consumer;
    private final String provider;
    private final @Nullable PactBuilder before;
    private final ChannelBuilder channel = new ChannelBuilder();
    private final List<Interaction> interactions = new ArrayList<>();

    /** A pact between these two, still empty. */
    public WebSocketPactBuilder(String consumer, String provider) {
        this(Checked.words("The consumer's name", consumer), Checked.words("The provider's name", provider), null);
    }

    private WebSocketPactBuilder(String consumer, String provider, @Nullable PactBuilder before) {
        this.consumer = consumer;
        this.provider = provider;
        this.before = before;
    }

    /** Goes on with the pact that pact-jvm's builder has begun: its names and its interactions, to which these are added. */
    public static WebSocketPactBuilder of(PactBuilder builder) {
        return new WebSocketPactBuilder(builder.getConsumer(), builder.getProvider(), builder);
    }

    /** The path that the client connects to, for all interactions that follow. */
    public WebSocketPactBuilder channel(String path) {
        channel.path(path);
        return this;
    }

    /** Where and how the client connects, for all interactions that follow. */
    public WebSocketPactBuilder channel(String path, java.util.function.Consumer<ChannelBuilder> details) {
        details.accept(channel.path(path));
        return this;
    }

    /** The server pushes this message. */
    public WebSocketPactBuilder expectsToReceive(String description, Function<PushBuilder, Push> push) {
        return add(push.apply(new PushBuilder(draft(description))).build());
    }

    /** The client sends a request, and the server answers it with one or several messages. */
    public WebSocketPactBuilder expectsReply(String description, Function<ExchangeBuilder, Exchange> exchange) {
        return add(exchange.apply(new ExchangeBuilder(draft(description))).build());
    }

    /** The server answers the opening handshake like this. An accepted one needs no words: the channel implies it. */
    public WebSocketPactBuilder expectsHandshake(String description, Function<HandshakeBuilder, Handshake> handshake) {
        return add(handshake.apply(new HandshakeBuilder(draft(description))).build());
    }

    /** The server closes the connection like this. */
    public WebSocketPactBuilder expectsClose(String description, Function<CloseBuilder, Close> close) {
        return add(close.apply(new CloseBuilder(draft(description))).build());
    }

    /**
     * The pact, for a method annotated with {@code @Pact}.
     *
     * @throws dev.wspact.contract.ContractFormatException if something in it makes no sense, such as {@code atMost} below
     *     {@code atLeast}, two interactions of one name, or an example that does not fit its schema
     */
    public V4Pact toPact() {
        V4Pact pact = build();
        contractOf(pact);
        return pact;
    }

    /**
     * The contract, for {@code MockProvider.start} in any test framework.
     *
     * @throws dev.wspact.contract.ContractFormatException as {@link #toPact}
     */
    public Contract toContract() {
        return contractOf(build());
    }

    private Contract contractOf(V4Pact pact) {
        return PactText.contract(pact, "the pact of " + consumer + " with " + provider);
    }

    private V4Pact build() {
        List<Interaction> all = new ArrayList<>();
        if (before != null) {
            all.addAll(before.toPact().getInteractions());
        }
        all.addAll(interactions);
        return new V4Pact(
                new Consumer(consumer), new Provider(provider), all, BasePact.metaData(null, PactSpecVersion.V4));
    }

    private Draft draft(String description) {
        return new Draft(description, channel);
    }

    private WebSocketPactBuilder add(Interaction interaction) {
        interactions.add(interaction);
        return this;
    }
}
