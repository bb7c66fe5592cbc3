package dev.wspact.internal.inference;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wspact.internal.recording.Purpose;
import dev.wspact.internal.recording.RecordedConnection;
import dev.wspact.internal.recording.RecordedEvent;
import dev.wspact.message.CloseStatus;
import dev.wspact.message.Direction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What can be said of the connections of one channel. */
final class ChannelDraft {
    /** Closes that say nothing of the application: in order, going away, without a code, dropped. */
    private static final Set<Integer> COMMON_CLOSES = Set.of(1000, 1001, CloseStatus.NO_STATUS, CloseStatus.ABNORMAL);

    private final ChannelKey channel;
    private final List<Dialogue> dialogues;
    private final JsonPointer discriminator;
    private final Map<Kind, Observed> observed = new LinkedHashMap<>();
    private final Map<Kind, JsonNode> examples = new LinkedHashMap<>();
    private final Replies replies;

    ChannelDraft(ChannelKey channel, List<RecordedConnection> connections, JsonPointer discriminator) {
        this.channel = channel;
        this.discriminator = discriminator;
        this.dialogues = connections.stream()
                .map(connection -> Dialogue.of(connection, discriminator))
                .toList();
        for (Dialogue dialogue : dialogues) {
            for (Dialogue.Said said : dialogue.messages()) {
                observed.computeIfAbsent(said.kind(), kind -> new Observed()).add(said.tree());
                examples.putIfAbsent(said.kind(), said.tree());
            }
        }
        this.replies = new Replies(dialogues);
    }

    long messages() {
        return dialogues.stream()
                .mapToLong(dialogue -> dialogue.messages().size())
                .sum();
    }

    List<String> notes() {
        long other = dialogues.stream().mapToLong(Dialogue::other).sum();
        return other == 0
                ? List.of()
                : List.of(other + " messages on " + channel.path() + " are no JSON objects, and nothing was inferred"
                        + " from them");
    }

    /** Adds what can be said. */
    void write(DraftText text, boolean severalChannels) {
        ChannelKey own = severalChannels ? channel : null;
        for (Kind kind : observed.keySet()) {
            if (kind.sent()) {
                writeExchange(text, kind, own);
            } else if (!replies.isReply(kind)) {
                ObjectNode push = message(text, kind);
                steps(push, kind);
                given(push, dialogue -> says(dialogue, kind));
                text.receives(kind.word(), push, own);
            }
        }
        writeClose(text, own);
    }

    private void writeExchange(DraftText text, Kind request, @Nullable ChannelKey own) {
        Kind reply = replies.to(request);
        if (reply == null) {
            return;
        }
        ObjectNode exchange = message(text, request);
        given(exchange, dialogue -> says(dialogue, request));
        String correlation = replies.correlation(request);
        if (correlation != null) {
            exchange.put("correlate", correlation);
        }
        ArrayNode answers = JsonNodeFactory.instance.arrayNode();
        Replies.Pair first = replies.pairs(request).get(0);
        exchange.put("example", text.example(request, first.request()));
        answers.add(message(text, reply)
                .put("example", text.example(reply, first.reply()))
                .put("within", replies.within(request).toSeconds() + "s"));
        exchange.set("replies", answers);
        text.sends(request.word(), exchange, own);
    }

    private ObjectNode message(DraftText text, Kind kind) {
        ObjectNode message = JsonNodeFactory.instance.objectNode();
        message.put("schema", text.schema(kind, schema(kind), discriminator));
        message.put("example", text.example(kind, examples.get(kind)));
        if (!kind.text()) {
            message.put("frame", "binary");
        }
        return message;
    }

    private ObjectNode schema(Kind kind) {
        Observed all = observed.get(kind);
        return all == null ? JsonNodeFactory.instance.objectNode() : all.schema();
    }

    /** What the client sent before, in the same words, wherever the message came. */
    private void steps(ObjectNode push, Kind kind) {
        List<Dialogue.Said> common = null;
        for (Dialogue dialogue : dialogues) {
            if (says(dialogue, kind)) {
                List<Dialogue.Said> before = sentBefore(dialogue, kind);
                common = common == null
                        ? before
                        : common.stream().filter(before::contains).toList();
            }
        }
        if (common == null || common.isEmpty()) {
            return;
        }
        ArrayNode steps = JsonNodeFactory.instance.arrayNode();
        for (Dialogue.Said said : common) {
            ObjectNode step = steps.addObject();
            step.set("content", said.tree());
            if (!said.kind().text()) {
                step.put("frame", "binary");
            }
            Kind reply = replies.to(said.kind());
            if (reply != null && !reply.value().isEmpty()) {
                step.putObject("awaits").put(discriminator.toString(), reply.value());
            }
        }
        push.set("steps", steps);
    }

    private static List<Dialogue.Said> sentBefore(Dialogue dialogue, Kind kind) {
        Set<Dialogue.Said> sent = new LinkedHashSet<>();
        for (Dialogue.Said said : dialogue.messages()) {
            if (said.kind().equals(kind)) {
                break;
            }
            if (said.sent()) {
                sent.add(said.untimed());
            }
        }
        return List.copyOf(sent);
    }

    private static boolean says(Dialogue dialogue, Kind kind) {
        return dialogue.messages().stream().anyMatch(said -> said.kind().equals(kind));
    }

    /** The provider states, where a verifier has recorded that they were the same wherever this is so. */
    private void given(ObjectNode interaction, Predicate<Dialogue> so) {
        Set<List<String>> states = new LinkedHashSet<>();
        dialogues.stream().filter(so).forEach(dialogue -> states.add(states(dialogue.connection())));
        if (states.size() == 1 && !states.iterator().next().isEmpty()) {
            ArrayNode given = interaction.putArray("given");
            states.iterator().next().forEach(given::add);
        }
    }

    private static List<String> states(RecordedConnection connection) {
        Purpose purpose = connection.request().purpose();
        return purpose == null || purpose.interactions().isEmpty()
                ? List.of()
                : purpose.interactions().get(0).states();
    }

    /** The close of the application, if all closes by the server were this one. */
    private void writeClose(DraftText text, @Nullable ChannelKey own) {
        List<CloseStatus> closes = new ArrayList<>();
        for (Dialogue dialogue : dialogues) {
            CloseStatus close = closeByServer(dialogue.connection());
            if (close != null) {
                closes.add(close);
            }
        }
        Set<Integer> codes = new LinkedHashSet<>();
        closes.forEach(close -> codes.add(close.code()));
        if (codes.size() != 1 || COMMON_CLOSES.contains(closes.get(0).code())) {
            return;
        }
        int code = closes.get(0).code();
        ObjectNode close = JsonNodeFactory.instance.objectNode().put("code", code);
        given(close, dialogue -> closeByServer(dialogue.connection()) != null);
        text.closes("a close with " + code, close, own);
    }

    private static @Nullable CloseStatus closeByServer(RecordedConnection connection) {
        for (RecordedEvent event : connection.events()) {
            if (event instanceof RecordedEvent.Closed closed && closed.by() == Direction.RECEIVED) {
                return closed.status();
            }
        }
        return null;
    }
}
