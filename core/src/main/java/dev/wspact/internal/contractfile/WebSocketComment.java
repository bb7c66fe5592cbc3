package dev.wspact.internal.contractfile;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.wspact.contract.Channel;
import dev.wspact.contract.InteractionType;
import dev.wspact.contract.ProviderState;
import dev.wspact.contract.Receive;
import dev.wspact.contract.Setup;
import dev.wspact.message.JsonText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The block {@code comments.websocket} of one interaction, read strictly: a field that is unknown, or has no meaning
 * for the kind of interaction, is an error. An absent block is an empty one. Confined to one thread.
 */
final class WebSocketComment {
    /** The version that is understood and written. */
    static final int VERSION = 1;

    private static final Map<String, InteractionType> KINDS = Map.of(
            "message", InteractionType.PUSH,
            "handshake", InteractionType.HANDSHAKE,
            "close", InteractionType.CLOSE);
    private static final Set<String> FIELDS = Set.of(
            "channel",
            "send",
            "trigger",
            "frame",
            "receive",
            "order",
            "heartbeat",
            "timestamp",
            "correlate",
            "schema",
            "request",
            "response");

    private final Members fields;
    private final InteractionType kind;

    private WebSocketComment(Members fields) {
        this.fields = fields;
        this.kind = fields.get("kind", value -> value.oneOf(KINDS), InteractionType.PUSH);
    }

    /** The block of an interaction. The other comments go to the extras, but for the test's name, which is dropped. */
    static WebSocketComment of(Members interaction, Map<String, JsonText> extras) {
        Located comments = interaction.present("comments");
        Located block = null;
        if (comments != null) {
            Members members = comments.members();
            members.get("testname");
            block = members.get("websocket");
            members.others("/comments", extras);
        }
        WebSocketComment comment = new WebSocketComment((block == null ? empty(interaction) : block).members());
        comment.checkVersion();
        return comment;
    }

    private static Located empty(Members interaction) {
        Located at = interaction.object();
        return new Located(at.document(), at.pointer() + "/comments/websocket", JsonNodeFactory.instance.objectNode());
    }

    private void checkVersion() {
        Located version = fields.get("version");
        if (version != null && version.count(1) > VERSION) {
            throw version.error(
                    "version " + version.value() + " of the WebSocket block is newer than what is understood here, "
                            + VERSION,
                    "Use a newer wspact");
        }
    }

    /** What {@code kind} says: a push unless it says otherwise. */
    InteractionType kind() {
        return kind;
    }

    /** The error for a {@code kind} that does not go with the type of the interaction. */
    void requireKind(InteractionType expected, String type) {
        Located stated = fields.get("kind");
        if (stated != null && kind != expected) {
            throw stated.error(
                    "the kind " + stated.value() + " does not go with the type \"" + type + '"',
                    "Leave the kind out, or write the interaction as \"Asynchronous/Messages\"");
        }
    }

    /** {@code channel}, {@code send} and {@code trigger}. */
    Setup setup(List<ProviderState> states) {
        return new Setup(
                states,
                channel(),
                fields.get("send", WebSocketFields::send, List.of()),
                fields.get("trigger", value -> WebSocketFields.trigger(value, states), List.of()));
    }

    /** {@code channel}. */
    Channel channel() {
        return fields.get("channel", WebSocketFields::channel, Channel.DEFAULT);
    }

    /** A field of the kind. */
    <T> @Nullable T get(String name, Function<Located, T> reading) {
        return fields.get(name, reading);
    }

    /** {@code frame} and {@code schema} of the only message. */
    MessageReader message() {
        return new MessageReader(fields.get("frame", WebSocketFields::frame), schema());
    }

    /** {@code schema} of the only message; null if there is none. */
    @Nullable
    Located schema() {
        return fields.get("schema");
    }

    /** {@code receive} of a push. */
    @Nullable
    Receive receive() {
        return fields.get("receive", receive -> {
            Members members = receive.members();
            Receive bounds = WebSocketFields.receive(members);
            members.rejectOthers();
            return notEmpty(receive, bounds);
        });
    }

    /** {@code receive} of a close, which knows only by when. */
    @Nullable
    Receive receiveOnce() {
        return fields.get("receive", receive -> {
            Members members = receive.members();
            Duration within = members.get("within", Located::duration);
            members.rejectOthers();
            return notEmpty(receive, within == null ? null : new Receive(null, null, within));
        });
    }

    private static Receive notEmpty(Located receive, @Nullable Receive bounds) {
        if (bounds == null) {
            throw receive.error(receive.name() + " is empty", "Leave it out, or fill it");
        }
        return bounds;
    }

    /** {@code request} of an exchange. */
    MessageReader request() {
        return fields.get("request", request -> part(request, false).message(), MessageReader.PLAIN);
    }

    /** {@code response} of an exchange, one part for each of Pact's own. */
    List<Part> responses(int count) {
        Located responses = fields.get("response");
        List<Part> parts = new ArrayList<>();
        if (responses != null) {
            responses.elements().forEach(part -> parts.add(part.value().isNull() ? Part.PLAIN : part(part, true)));
            if (parts.size() != count) {
                throw responses.error(
                        "\"response\" has " + parts.size() + " elements, but Pact's own response has " + count,
                        "Write one element for each response, null for one without details");
            }
        }
        while (parts.size() < count) {
            parts.add(Part.PLAIN);
        }
        return parts;
    }

    private static Part part(Located part, boolean response) {
        Members members = part.members();
        var message = new MessageReader(members.get("frame", WebSocketFields::frame), members.get("schema"));
        Duration within = response ? members.get("within", Located::duration) : null;
        members.rejectOthers();
        if (part.value().isEmpty()) {
            throw part.error(part.name() + " is empty", "Leave it out, or fill it");
        }
        return new Part(message, within);
    }

    /** Rejects every field that was not asked for. */
    void finish(InteractionType type) {
        fields.forOthers((name, field) -> {
            if (!FIELDS.contains(name)) {
                throw fields.unknown(name, field);
            }
            boolean ofMessage = type == InteractionType.EXCHANGE
                    && Set.of("frame", "schema", "receive").contains(name);
            throw field.error(
                    '"' + name + "\" has no meaning for an interaction of the kind " + type.word(),
                    ofMessage
                            ? "Say it of one message, under \"request\" or \"response\""
                            : "Leave it out; known here: " + fields.known());
        });
    }

    /** What the block says of one response. */
    record Part(MessageReader message, @Nullable Duration within) {
        static final Part PLAIN = new Part(MessageReader.PLAIN, null);
    }
}
