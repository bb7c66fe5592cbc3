package dev.wspact.internal.contractfile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wspact.contract.Channel;
import dev.wspact.contract.Contents;
import dev.wspact.contract.ProviderState;
import dev.wspact.contract.SendStep;
import dev.wspact.contract.Setup;
import dev.wspact.message.JsonText;
import dev.wspact.message.Payload;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads what a message of a contract.yaml says about the time before it: {@code given}, {@code channel}, {@code send} or
 * {@code steps}, {@code trigger}.
 *
 * @param common the channel of the contract, which a message may override member by member
 */
record SetupReader(Channel common) {
    /** The channel of a contract that names none. */
    static final Channel ANY = Channel.DEFAULT;

    private static final Pattern FILE_NAME = Pattern.compile("\\S+\\.(json|ya?ml)", Pattern.CASE_INSENSITIVE);

    /** All of it. */
    Setup read(Members message) {
        List<ProviderState> states = states(message);
        return new Setup(
                states,
                channelOf(message),
                send(message),
                message.get("trigger", trigger -> WebSocketFields.trigger(asList(trigger), states), List.of()));
    }

    /** States and channel of a client that is turned away: it is anonymous unless it says otherwise, and sends nothing. */
    Setup readRefused(Members message) {
        Channel channel = channelOf(message);
        Channel.Credentials credentials =
                channel.credentials() == null ? Channel.Credentials.NONE : channel.credentials();
        return new Setup(
                states(message),
                new Channel(channel.path(), channel.query(), channel.headers(), channel.subprotocols(), credentials),
                List.of(),
                List.of());
    }

    /** {@code channel}, where a query parameter or a header with one value needs no list. */
    static Channel channel(Located channel) {
        if (!channel.value().isObject()) {
            throw channel.wrong("an object");
        }
        ObjectNode lists = channel.value().deepCopy();
        for (String name : List.of("query", "headers")) {
            if (lists.get(name) instanceof ObjectNode values) {
                values.properties().forEach(member -> member.setValue(oneValueAsList(member.getValue())));
            }
        }
        return WebSocketFields.channel(new Located(channel.document(), channel.pointer(), lists));
    }

    private static JsonNode oneValueAsList(JsonNode value) {
        if (value.isTextual() || value.isIntegralNumber()) {
            return JsonNodeFactory.instance.arrayNode().add(value.asText());
        }
        return value;
    }

    private Channel channelOf(Members message) {
        Channel own = message.get("channel", SetupReader::channel, ANY);
        return new Channel(
                own.path() == null ? common.path() : own.path(),
                own.query().isEmpty() ? common.query() : own.query(),
                common.headers().overriddenBy(own.headers()),
                own.subprotocols().isEmpty() ? common.subprotocols() : own.subprotocols(),
                own.credentials() == null ? common.credentials() : own.credentials());
    }

    private static List<ProviderState> states(Members message) {
        Located given = message.get("given");
        List<ProviderState> states = new ArrayList<>();
        if (given != null) {
            (given.value().isArray() ? given.someElements() : List.of(given))
                    .forEach(state -> states.add(state(state)));
        }
        return states;
    }

    private static ProviderState state(Located state) {
        if (state.value().isTextual()) {
            return ProviderState.named(state.text());
        }
        if (!state.value().isObject()) {
            throw state.wrong("a provider state: its name, or an object with \"name\" and \"params\"");
        }
        Map<String, JsonText> others = new HashMap<>();
        ProviderState read = ProviderStatesReader.state(state, "", others);
        Members members = state.members();
        members.get("name");
        members.get("params");
        members.rejectOthers();
        return read;
    }

    private static List<SendStep> send(Members message) {
        Located send = message.get("send");
        Located steps = message.get("steps");
        if (send != null && steps != null) {
            throw steps.error("\"send\" and \"steps\" say the same thing twice", "Leave one of them out");
        }
        if (steps != null) {
            return WebSocketFields.send(steps);
        }
        if (send == null) {
            return List.of();
        }
        return send.value().isArray() ? WebSocketFields.send(send) : List.of(single(send));
    }

    private static SendStep single(Located message) {
        if (message.value().isNull()) {
            throw message.error("\"send\" is null", "Write the message, or leave it out");
        }
        if (message.value().isTextual() && looksLikeFile(message.text())) {
            throw message.error(
                    "\"send\" is the text of a message, but looks like the name of a file, " + message.text(),
                    "Write the message inline; to send this very text, write \"steps\" with one step, its"
                            + " \"content\" and \"contentType\": \"text/plain\"");
        }
        Contents contents = message.value().isTextual()
                ? new Contents(new Payload.Text(message.text()), "text/plain", null)
                : Contents.json(message.json().value());
        return new SendStep(contents, null, Map.of(), null, JsonText.EMPTY_OBJECT);
    }

    /** Schemas and examples are named by file, messages to send are not: whoever writes a file's name means its content. */
    private static boolean looksLikeFile(String text) {
        return FILE_NAME.matcher(text).matches();
    }

    private static Located asList(Located value) {
        if (!value.value().isTextual()) {
            return value;
        }
        ArrayNode list = JsonNodeFactory.instance.arrayNode().add(value.value());
        return new Located(value.document(), value.pointer(), list);
    }
}
