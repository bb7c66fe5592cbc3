package dev.wspact.frames;

import dev.wspact.ProviderVerifier;
import dev.wspact.contract.Channel;
import dev.wspact.contract.Contents;
import dev.wspact.contract.Contract;
import dev.wspact.contract.Expectation;
import dev.wspact.contract.ExpectedMessage;
import dev.wspact.contract.Interaction;
import dev.wspact.contract.Place;
import dev.wspact.contract.Receive;
import dev.wspact.contract.SendStep;
import dev.wspact.contract.Setup;
import dev.wspact.contract.Shape;
import dev.wspact.message.JsonText;
import dev.wspact.verdict.ContractResult;
import dev.wspact.verification.VerificationOptions;
import dev.wspact.wire.Script;
import dev.wspact.wire.ScriptedServer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The contract of "desk" with "feed", and its verification against a server that plays a script. */
final class Feed {
    /** Ten times what a verification here takes; only a test that fails waits for it. */
    static final Duration LONG = Duration.ofSeconds(20);

    private Feed() {}

    static ContractResult verify(Script script, UnaryOperator<VerificationOptions.Builder> options, Interaction... all)
            throws IOException {
        try (ScriptedServer server = ScriptedServer.start(script)) {
            VerificationOptions.Builder builder =
                    VerificationOptions.of(server.uri("/")).timeout(LONG);
            return ProviderVerifier.of(options.apply(builder).build())
                    .verify(List.of(new Contract("desk", "feed", "desk-feed.json", List.of(all), List.of(), Map.of())))
                    .contracts()
                    .get(0);
        }
    }

    static ContractResult verify(Script script, Interaction... all) throws IOException {
        return verify(script, options -> options, all);
    }

    /** A message that is equal to this JSON. */
    static Interaction tick(String json, @Nullable Duration within, @Nullable Duration heartbeat, SendStep... steps) {
        var message = new ExpectedMessage(
                Contents.json(json),
                null,
                Shape.EQUAL,
                JsonText.EMPTY_OBJECT,
                JsonText.EMPTY_OBJECT,
                place("/interactions/0/contents/content"));
        var receive = within == null ? Receive.DEFAULT : new Receive(null, null, within);
        return new Interaction(
                "a tick",
                null,
                false,
                new Setup(List.of(), Channel.DEFAULT, List.of(steps), List.of()),
                new Expectation.Push(message, receive, null, heartbeat, null),
                new Interaction.Origin(place("/interactions/0"), Map.of()));
    }

    static Interaction tick(String json) {
        return tick(json, null, null);
    }

    static SendStep step(String json) {
        return new SendStep(Contents.json(json), null, Map.of(), null, JsonText.EMPTY_OBJECT);
    }

    private static Place place(String pointer) {
        return new Place("desk-feed.json", pointer, 0);
    }
}
