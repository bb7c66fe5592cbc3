package dev.wspact.internal.contractfile;

import dev.wspact.contract.Channel;
import dev.wspact.contract.MessageOrder;
import dev.wspact.contract.ProviderState;
import dev.wspact.contract.Receive;
import dev.wspact.contract.SendStep;
import dev.wspact.message.FrameType;
import dev.wspact.message.Headers;
import dev.wspact.message.JsonText;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields that are WebSocket's own, wherever they stand: in {@code comments.websocket} of a Pact file, or
 * under a message of a contract.yaml. Unknown members are errors.
 */
final class WebSocketFields {
    private static final Map<String, FrameType> FRAMES = Map.of("text", FrameType.TEXT, "binary", FrameType.BINARY);
    private static final Map<String, Channel.Credentials> CREDENTIALS =
            Map.of("verifier", Channel.Credentials.VERIFIER, "none", Channel.Credentials.NONE);
    private static final Map<String, MessageOrder.Rule> RULES = Stream.of(MessageOrder.Rule.values())
            .collect(Collectors.toUnmodifiableMap(MessageOrder.Rule::word, rule -> rule));

    private WebSocketFields() {}

    /** {@code channel}: where and how to connect. */
    static Channel channel(Located channel) {
        Members members = channel.members();
        Located path = members.get("path");
        Map<String, List<String>> query = members.get("query", WebSocketFields::lists, Map.of());
        Map<String, List<String>> headers = members.get("headers", WebSocketFields::lists, Map.of());
        List<String> subprotocols = members.get("subprotocols", Located::texts, List.of());
        Channel.Credentials credentials = members.get("credentials", value -> value.oneOf(CREDENTIALS));
        members.rejectOthers();
        return new Channel(
                path == null ? null : absolutePath(path), query, new Headers(headers), subprotocols, credentials);
    }

    private static String absolutePath(Located path) {
        String text = path.text();
        if (!text.startsWith("/") || text.contains("?") || text.contains("#")) {
            throw path.error(
                    "\"path\" must be an absolute path without query or fragment, but is \"" + text + '"',
                    "Begin it with /; scheme, host and port are the verifier's, and the query stands under \"query\"");
        }
        return text;
    }

    private static Map<String, List<String>> lists(Located object) {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        Members members = object.members();
        object.value()
                .fieldNames()
                .forEachRemaining(name -> lists.put(name, members.get(name, WebSocketFields::list, List.of())));
        return lists;
    }

    private static List<String> list(Located values) {
        return values.someElements().stream().map(Located::anyText).toList();
    }

    /** {@code send}: the steps that the client takes after opening. */
    static List<SendStep> send(Located steps) {
        return steps.someElements().stream().map(WebSocketFields::sendStep).toList();
    }

    /** One step of {@code send}: contents as Pact writes them, and how and when they are sent. */
    static SendStep sendStep(Located step) {
        Members members = step.members();
        var contents = ContentsReader.read(members, null);
        FrameType frame = members.get("frame", WebSocketFields::frame);
        Map<String, JsonText> awaits = members.get("awaits", WebSocketFields::awaits, Map.of());
        Duration after = members.get("after", Located::duration);
        JsonText generators = members.get("generators", Located::object, JsonText.EMPTY_OBJECT);
        members.rejectOthers();
        return new SendStep(contents, frame, awaits, after, generators);
    }

    private static Map<String, JsonText> awaits(Located awaits) {
        Map<String, JsonText> values = new LinkedHashMap<>();
        Members members = awaits.members();
        awaits.value().fieldNames().forEachRemaining(pointer -> {
            awaits.requirePointer(pointer);
            values.put(pointer, members.get(pointer, Located::json, JsonText.EMPTY_OBJECT));
        });
        if (values.isEmpty()) {
            throw awaits.error("\"awaits\" is empty", "Say which message to wait for, as in {\"/type\": \"ack\"}");
        }
        return values;
    }

    /** {@code frame}: text or binary. */
    static FrameType frame(Located frame) {
        return frame.oneOf(FRAMES);
    }

    /**
     * {@code atLeast}, {@code atMost} and {@code within}, which stand in {@code receive} of a Pact file and directly
     * under a message of a contract.yaml; null if none is there.
     */
    static @Nullable Receive receive(Members members) {
        Integer atLeast = members.get("atLeast", value -> value.count(0));
        Located most = members.get("atMost");
        Integer atMost = most == null ? null : most.count(1);
        Duration within = members.get("within", Located::duration);
        int fewest = atLeast == null ? 1 : atLeast;
        if (most != null && atMost != null && atMost < fewest) {
            throw most.error(
                    "\"atMost\" is " + atMost + ", which is below the fewest that must arrive, " + fewest,
                    "Raise \"atMost\", or lower \"atLeast\"");
        }
        return atLeast == null && atMost == null && within == null ? null : new Receive(atLeast, atMost, within);
    }

    /** {@code order}: how the messages must follow each other. */
    static MessageOrder order(Located order) {
        Members members = order.members();
        String by = members.require("by", "Name the ordering value by its JSON Pointer, such as \"/seq\"")
                .jsonPointer();
        MessageOrder.Rule rule = members.require("rule", "Write one of " + DidYouMean.list(RULES.keySet()))
                .oneOf(RULES);
        String per = members.get("per", Located::jsonPointer);
        members.rejectOthers();
        return new MessageOrder(by, rule, per);
    }

    /** {@code heartbeat}: the longest time between two pings of the server. */
    static Duration heartbeat(Located heartbeat) {
        Members members = heartbeat.members();
        Duration every =
                members.require("every", "Write {\"every\": \"PT10S\"}").duration();
        members.rejectOthers();
        return every;
    }

    /** {@code trigger}: names of those of the states that are run after opening and sending. */
    static List<String> trigger(Located trigger, List<ProviderState> states) {
        List<String> names = states.stream().map(ProviderState::name).toList();
        return trigger.someElements().stream().map(name -> oneOf(names, name)).toList();
    }

    private static String oneOf(List<String> names, Located trigger) {
        String name = trigger.text();
        if (!names.contains(name)) {
            throw trigger.error(
                    "the trigger \"" + name + "\" is none of the interaction's provider states",
                    names.isEmpty()
                            ? "Add a provider state with this name: a trigger is a state that is run after opening"
                            : DidYouMean.remedy(name, names));
        }
        return name;
    }
}
