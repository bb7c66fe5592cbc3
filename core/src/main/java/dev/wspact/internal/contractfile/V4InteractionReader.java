package dev.wspact.internal.contractfile;

import dev.wspact.contract.Expectation;
import dev.wspact.contract.ExpectedMessage;
import dev.wspact.contract.Interaction;
import dev.wspact.contract.InteractionType;
import dev.wspact.contract.ProviderState;
import dev.wspact.contract.Setup;
import dev.wspact.message.JsonText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one element of {@code interactions} (Pact V4 specification, "Interaction"). */
final class V4InteractionReader {
    static final String ASYNCHRONOUS = "Asynchronous/Messages";
    static final String SYNCHRONOUS = "Synchronous/Messages";
    static final String HTTP = "Synchronous/HTTP";

    private final Located at;
    private final Members members;
    private final Map<String, JsonText> extras = new HashMap<>();
    private final List<ProviderState> states;

    private V4InteractionReader(Located at) {
        this.at = at;
        this.members = at.members();
        this.states = ProviderStatesReader.read(members, extras);
    }

    static Interaction read(Located at) {
        return new V4InteractionReader(at).read();
    }

    private Interaction read() {
        String type = type();
        return switch (type) {
            case ASYNCHRONOUS -> asynchronous();
            case SYNCHRONOUS -> synchronous();
            case HTTP -> http();
            default ->
                notCheckable(
                        "the interaction type \"" + type + "\" is not known",
                        DidYouMean.remedy(type, List.of(ASYNCHRONOUS, SYNCHRONOUS, HTTP)));
        };
    }

    /** The type; pacts older than version 4 have HTTP interactions only and do not say so. */
    private String type() {
        Located type = members.present("type");
        if (type != null) {
            return type.text();
        }
        if (at.value().path("request").has("method")
                || at.value().path("request").has("path")) {
            return HTTP;
        }
        throw at.error("\"type\" is missing", "Write \"" + ASYNCHRONOUS + "\" or \"" + SYNCHRONOUS + '"');
    }

    private Interaction asynchronous() {
        WebSocketComment comment = WebSocketComment.of(members, extras);
        return switch (comment.kind()) {
            case HANDSHAKE -> handshake(comment);
            case CLOSE -> close(comment);
            default -> push(comment);
        };
    }

    private Interaction push(WebSocketComment comment) {
        Setup setup = comment.setup(states);
        ExpectedMessage message = comment.message().read(members, null, "", extras);
        var push = new Expectation.Push(
                message,
                comment.receive(),
                comment.get("order", WebSocketFields::order),
                comment.get("heartbeat", WebSocketFields::heartbeat),
                comment.get("timestamp", Located::jsonPointer));
        return interaction(comment, setup, push);
    }

    private Interaction handshake(WebSocketComment comment) {
        Setup setup = new Setup(states, comment.channel(), List.of(), List.of());
        var reader = new MessageReader(null, comment.schema());
        ExpectedMessage answer = reader.read(members, null, "", extras);
        EventContents.checkHandshake(answer.contents(), contentsOf(members));
        return interaction(comment, setup, new Expectation.Handshake(answer));
    }

    private Interaction close(WebSocketComment comment) {
        Setup setup = comment.setup(states);
        var reader = new MessageReader(null, comment.schema());
        ExpectedMessage status = reader.read(members, null, "", extras);
        EventContents.checkClose(status.contents(), contentsOf(members));
        return interaction(comment, setup, new Expectation.Close(status, comment.receiveOnce()));
    }

    private static Located contentsOf(Members members) {
        return members.require("contents", "Give an example");
    }

    private Interaction synchronous() {
        WebSocketComment comment = WebSocketComment.of(members, extras);
        comment.requireKind(InteractionType.PUSH, SYNCHRONOUS);
        Setup setup = comment.setup(states);
        ExpectedMessage request =
                part(comment.request(), members.require("request", "Write the message that is sent"), "/request");
        List<Located> elements = responses();
        List<WebSocketComment.Part> parts = comment.responses(elements.size());
        List<Expectation.Response> responses = new ArrayList<>();
        for (int i = 0; i < elements.size(); i++) {
            ExpectedMessage message = part(parts.get(i).message(), elements.get(i), "/response/" + i);
            responses.add(new Expectation.Response(message, parts.get(i).within()));
        }
        String correlate = comment.get("correlate", Located::jsonPointer);
        return interaction(comment, setup, new Expectation.Exchange(request, responses, correlate));
    }

    /** The responses; early V4 files have one object instead of an array. */
    private List<Located> responses() {
        String remedy = "Write the messages that answer the request, or use the type \"" + ASYNCHRONOUS + '"';
        Located response = members.require("response", remedy);
        List<Located> responses = response.value().isObject() ? List.of(response) : response.elements();
        if (responses.isEmpty()) {
            throw response.error("\"response\" is empty", remedy);
        }
        return responses;
    }

    private ExpectedMessage part(MessageReader reader, Located part, String below) {
        Members parts = part.members();
        ExpectedMessage message = reader.read(parts, part, below, extras);
        parts.others(below, extras);
        return message;
    }

    private Interaction interaction(WebSocketComment comment, Setup setup, Expectation expectation) {
        comment.finish(expectation.type());
        return interaction(setup, expectation);
    }

    private Interaction http() {
        if (!HttpHandshake.isUpgrade(at.value())) {
            return notCheckable(
                    "this is a plain HTTP interaction, not a WebSocket message",
                    "Verify both kinds in one JUnit provider test, or give the WebSocket side a provider name of its"
                            + " own, such as \"notification-service-ws\"");
        }
        WebSocketComment comment = WebSocketComment.of(members, extras);
        comment.requireKind(InteractionType.HANDSHAKE, HTTP);
        comment.finish(InteractionType.HANDSHAKE);
        HttpHandshake handshake = new HttpHandshake(members);
        String obstacle = handshake.obstacle();
        if (obstacle != null) {
            return notCheckable(
                    obstacle,
                    "Write the handshake as \"" + ASYNCHRONOUS
                            + "\" with \"kind\": \"handshake\" and contents of status and headers");
        }
        return interaction(
                new Setup(states, handshake.channel(), List.of(), List.of()),
                new Expectation.Handshake(handshake.answer()));
    }

    private Interaction notCheckable(String problem, String remedy) {
        Setup setup = new Setup(states, Setup.NONE.channel(), List.of(), List.of());
        var expectation = new Expectation.NotCheckable(problem, remedy, at.json());
        return new Interaction(description(), key(), pending(), setup, expectation, origin(Map.of()));
    }

    private Interaction interaction(Setup setup, Expectation expectation) {
        String description = description();
        String key = key();
        boolean pending = pending();
        members.others("", extras);
        return new Interaction(description, key, pending, setup, expectation, origin(extras));
    }

    private Interaction.Origin origin(Map<String, JsonText> kept) {
        return new Interaction.Origin(at.place(), kept);
    }

    private String description() {
        return members.require("description", "Say in words what the interaction is about")
                .text();
    }

    private @Nullable String key() {
        String key = members.present("key", Located::anyText, "");
        return key.isBlank() ? null : key;
    }

    private boolean pending() {
        return members.present("pending", Located::flag, false);
    }
}
