package dev.wspact.internal.verification;

import dev.wspact.contract.Channel;
import dev.wspact.contract.Contents;
import dev.wspact.contract.Contract;
import dev.wspact.contract.Expectation;
import dev.wspact.contract.ExpectedMessage;
import dev.wspact.contract.Interaction;
import dev.wspact.contract.MessageOrder;
import dev.wspact.contract.Place;
import dev.wspact.contract.ProviderState;
import dev.wspact.contract.Receive;
import dev.wspact.contract.SendStep;
import dev.wspact.contract.Setup;
import dev.wspact.contract.Shape;
import dev.wspact.internal.matching.Generation;
import dev.wspact.internal.matching.MessageMatcher;
import dev.wspact.internal.providerstate.ProviderStateException;
import dev.wspact.internal.time.Deadline;
import dev.wspact.internal.websocket.ConnectOutcome;
import dev.wspact.internal.websocket.ConnectRequest;
import dev.wspact.message.FrameType;
import dev.wspact.message.Headers;
import dev.wspact.message.JsonText;
import dev.wspact.verdict.ContractResult;
import dev.wspact.verdict.Verdict;
import dev.wspact.verification.VerificationListener;
import dev.wspact.verification.VerificationOptions;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Contracts and scripted servers for tests: the server is "feed", its consumer "desk". */
final class Bench implements Surroundings.Connector, Surroundings.States {
    static final URI URL = URI.create("ws://localhost:8080/base");

    final HandTurnedClock clock = new HandTurnedClock();
    final List<ConnectRequest> requests = new ArrayList<>();
    final List<ScriptedSession> sessions = new ArrayList<>();
    final List<String> log = new ArrayList<>();
    private final Deque<Supplier<ConnectOutcome>> outcomes = new ArrayDeque<>();
    private VerificationOptions.Builder options = VerificationOptions.of(URL);
    private VerificationListener listener = VerificationListener.SILENT;
    private @Nullable String failingSetUp;
    private @Nullable String failingTearDown;
    private Map<String, Object> returnedValues = Map.of();
    private Surroundings.Matchers matchers = MessageMatcher::of;

    /** Plays a script on the next connection. */
    Bench plays(Consumer<ScriptedSession> script) {
        outcomes.add(() -> {
            var session = new ScriptedSession(clock);
            sessions.add(session);
            script.accept(session);
            return new ConnectOutcome.Opened(session);
        });
        return this;
    }

    Bench answers(ConnectOutcome outcome) {
        outcomes.add(() -> outcome);
        return this;
    }

    Bench options(Consumer<VerificationOptions.Builder> change) {
        change.accept(options);
        return this;
    }

    Bench url(String url) {
        options = VerificationOptions.of(URI.create(url));
        return this;
    }

    Bench listener(VerificationListener heard) {
        listener = heard;
        return this;
    }

    /** Prepares expected messages in another way. */
    Bench matchers(Surroundings.Matchers other) {
        matchers = other;
        return this;
    }

    Bench statesReturn(Map<String, Object> values) {
        returnedValues = values;
        return this;
    }

    Bench setUpFails(String state) {
        failingSetUp = state;
        return this;
    }

    Bench tearDownFails(String state) {
        failingTearDown = state;
        return this;
    }

    ContractResult verify(Interaction... interactions) {
        return verify(new Contract("desk", "feed", "desk-feed.json", List.of(interactions), List.of(), Map.of()));
    }

    ContractResult verify(Contract contract) {
        var surroundings = new Surroundings(
                this, matchers, Generation::apply, this, deadline -> clock.advance(deadline.remaining()), clock);
        var run = new Run(options.build(), listener, surroundings);
        return Verification.run(List.of(contract), run).contracts().get(0);
    }

    /** The verdict on the only interaction. */
    Verdict verdict(Interaction interaction) {
        return verify(interaction).interactions().get(0).verdict();
    }

    static List<Verdict> verdicts(ContractResult result) {
        return result.interactions().stream().map(found -> found.verdict()).toList();
    }

    @Override
    public ConnectOutcome connect(ConnectRequest request, Deadline deadline) {
        requests.add(request);
        log.add("connect");
        Supplier<ConnectOutcome> next = outcomes.poll();
        if (next == null) {
            throw new AssertionError("an unexpected connection to " + request.url());
        }
        return next.get();
    }

    @Override
    public void setUp(List<ProviderState> states, Map<String, @Nullable Object> values, Deadline deadline)
            throws ProviderStateException {
        for (ProviderState state : states) {
            log.add("set up " + state.name());
            if (state.name().equals(failingSetUp)) {
                throw new ProviderStateException("state \"" + state.name() + "\" could not be reached", "look at it");
            }
            values.putAll(returnedValues);
        }
    }

    @Override
    public void tearDown(List<ProviderState> states, Deadline deadline) throws ProviderStateException {
        for (ProviderState state : states) {
            log.add("leave " + state.name());
            if (state.name().equals(failingTearDown)) {
                throw new ProviderStateException("state \"" + state.name() + "\" could not be left", "look at it");
            }
        }
    }

    // contracts

    static Setup states(String... names) {
        List<ProviderState> states =
                List.of(names).stream().map(ProviderState::named).toList();
        return new Setup(states, Channel.DEFAULT, List.of(), List.of());
    }

    static Setup sends(SendStep... steps) {
        return new Setup(List.of(), Channel.DEFAULT, List.of(steps), List.of());
    }

    static Setup on(Channel channel) {
        return new Setup(List.of(), channel, List.of(), List.of());
    }

    static Channel channel(String path) {
        return new Channel(path, Map.of(), Headers.NONE, List.of(), null);
    }

    static SendStep step(String json) {
        return new SendStep(Contents.json(json), null, Map.of(), null, JsonText.EMPTY_OBJECT);
    }

    static SendStep step(String json, Map<String, String> awaits) {
        var values = new java.util.TreeMap<String, JsonText>();
        awaits.forEach((pointer, value) -> values.put(pointer, new JsonText(value)));
        return new SendStep(Contents.json(json), null, values, null, JsonText.EMPTY_OBJECT);
    }

    static SendStep stepAfter(String json, Duration after) {
        return new SendStep(Contents.json(json), null, Map.of(), after, JsonText.EMPTY_OBJECT);
    }

    /** Equal to the example. */
    static ExpectedMessage exactly(String json) {
        return new ExpectedMessage(
                Contents.json(json),
                null,
                Shape.EQUAL,
                JsonText.EMPTY_OBJECT,
                JsonText.EMPTY_OBJECT,
                place("/contents"));
    }

    /** Of the example's types, but for the members that are given by name, which must be equal. */
    static ExpectedMessage like(String json, String... exactMembers) {
        var rules = new StringBuilder("{\"body\":{\"$\":{\"matchers\":[{\"match\":\"type\"}]}");
        for (String member : exactMembers) {
            rules.append(",\"$.").append(member).append("\":{\"matchers\":[{\"match\":\"equality\"}]}");
        }
        var shape = new Shape.Rules(new JsonText(rules.append("}}").toString()));
        return new ExpectedMessage(
                Contents.json(json), null, shape, JsonText.EMPTY_OBJECT, JsonText.EMPTY_OBJECT, place("/contents"));
    }

    static ExpectedMessage framed(ExpectedMessage message, FrameType frame) {
        return new ExpectedMessage(
                message.contents(), frame, message.shape(), message.generators(), message.metadata(), message.place());
    }

    static ExpectedMessage generated(ExpectedMessage message, String generators) {
        return new ExpectedMessage(
                message.contents(),
                message.frame(),
                message.shape(),
                new JsonText(generators),
                message.metadata(),
                message.place());
    }

    static ExpectedMessage withMetadata(ExpectedMessage message, String metadata) {
        return new ExpectedMessage(
                message.contents(),
                message.frame(),
                message.shape(),
                message.generators(),
                new JsonText(metadata),
                message.place());
    }

    static Interaction push(String description, ExpectedMessage message) {
        return push(description, message, Receive.DEFAULT);
    }

    static Interaction push(String description, ExpectedMessage message, Receive receive) {
        return interaction(description, Setup.NONE, new Expectation.Push(message, receive, null, null, null));
    }

    static Interaction ordered(String description, ExpectedMessage message, Receive receive, MessageOrder order) {
        return interaction(description, Setup.NONE, new Expectation.Push(message, receive, order, null, null));
    }

    static Interaction exchange(
            String description, String request, @Nullable String correlate, ExpectedMessage... replies) {
        var responses = List.of(replies).stream()
                .map(reply -> new Expectation.Response(reply, null))
                .toList();
        return interaction(description, Setup.NONE, new Expectation.Exchange(exactly(request), responses, correlate));
    }

    static Interaction close(String description, String status, @Nullable Duration within) {
        return interaction(
                description,
                Setup.NONE,
                new Expectation.Close(exactly(status), within == null ? null : new Receive(null, null, within)));
    }

    static Interaction handshake(String description, Channel channel, String answer) {
        return interaction(description, on(channel), new Expectation.Handshake(exactly(answer)));
    }

    static Interaction interaction(String description, Setup setup, Expectation expectation) {
        return new Interaction(
                description, null, false, setup, expectation, new Interaction.Origin(place(""), Map.of()));
    }

    static Interaction with(Setup setup, Interaction interaction) {
        return new Interaction(
                interaction.description(),
                interaction.key(),
                interaction.pending(),
                setup,
                interaction.expectation(),
                interaction.origin());
    }

    static Interaction pending(Interaction interaction) {
        return new Interaction(
                interaction.description(),
                interaction.key(),
                true,
                interaction.setup(),
                interaction.expectation(),
                interaction.origin());
    }

    static Place place(String pointer) {
        return new Place("desk-feed.json", "/interactions/0" + pointer, 3);
    }
}
