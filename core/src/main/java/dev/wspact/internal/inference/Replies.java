package dev.wspact.internal.inference;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which type answers which: the type that is the first to come after each message of a type that the client sends, on every
 * connection, and that never comes unasked.
 */
final class Replies {
    /** Where a request and its reply usually carry the same id. */
    private static final List<String> IDS = List.of(
            "id", "requestId", "request_id", "correlationId", "correlation_id", "messageId", "message_id", "ref");

    /** A day, the longest that a contract may wait, in seconds. */
    private static final long LONGEST = 86_400;

    private final List<Dialogue> dialogues;
    private final Map<Kind, Kind> replies = new LinkedHashMap<>();

    Replies(List<Dialogue> dialogues) {
        this.dialogues = dialogues;
        Set<Kind> requests = new LinkedHashSet<>();
        dialogues.forEach(dialogue ->
                dialogue.messages().stream().filter(Dialogue.Said::sent).forEach(said -> requests.add(said.kind())));
        for (Kind request : requests) {
            Kind reply = replyTo(request);
            if (reply != null && !replies.containsValue(reply)) {
                replies.put(request, reply);
            }
        }
    }

    /** The type that answers a type; null if none does. */
    @Nullable
    Kind to(Kind request) {
        return replies.get(request);
    }

    /** Whether it answers another type. */
    boolean isReply(Kind kind) {
        return replies.containsValue(kind);
    }

    private @Nullable Kind replyTo(Kind request) {
        Kind reply = null;
        for (Dialogue dialogue : dialogues) {
            List<Dialogue.Said> messages = dialogue.messages();
            for (int i = 0; i < messages.size(); i++) {
                if (messages.get(i).kind().equals(request)) {
                    Kind next = nextReceived(messages, i);
                    if (next == null || (reply != null && !reply.equals(next))) {
                        return null;
                    }
                    reply = next;
                }
            }
        }
        return reply != null && neverUnasked(request, reply) ? reply : null;
    }

    private static @Nullable Kind nextReceived(List<Dialogue.Said> messages, int after) {
        return messages.stream()
                .skip(after + 1L)
                .filter(said -> !said.sent())
                .map(Dialogue.Said::kind)
                .findFirst()
                .orElse(null);
    }

    private boolean neverUnasked(Kind request, Kind reply) {
        for (Dialogue dialogue : dialogues) {
            long asked = 0;
            for (Dialogue.Said said : dialogue.messages()) {
                asked += said.kind().equals(request) ? 1 : said.kind().equals(reply) ? -1 : 0;
                if (asked < 0) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The pairs of a request and what came back for it, in the order in which they were. */
    List<Pair> pairs(Kind request) {
        Kind reply = replies.get(request);
        List<Pair> pairs = new ArrayList<>();
        for (Dialogue dialogue : dialogues) {
            List<Dialogue.Said> messages = dialogue.messages();
            for (int i = 0; i < messages.size(); i++) {
                if (messages.get(i).kind().equals(request)) {
                    Dialogue.Said asked = messages.get(i);
                    messages.stream()
                            .skip(i + 1L)
                            .filter(said -> said.kind().equals(reply))
                            .findFirst()
                            .ifPresent(answer -> pairs.add(new Pair(
                                    asked.tree(), answer.tree(), answer.at().minus(asked.at()))));
                }
            }
        }
        return pairs;
    }

    /** A request, its reply, and how long that took. */
    record Pair(JsonNode request, JsonNode reply, Duration took) {}

    /** Ten times the longest that a reply took, in whole seconds. */
    Duration within(Kind request) {
        Duration longest =
                pairs(request).stream().map(Pair::took).max(Duration::compareTo).orElse(Duration.ZERO);
        return Duration.ofSeconds(Math.min(
                LONGEST, Math.max(1, longest.multipliedBy(10).plusMillis(999).toSeconds())));
    }

    /** JSON Pointer to what each request and its reply have in common; null if there is no such id. */
    @Nullable
    String correlation(Kind request) {
        List<Pair> pairs = pairs(request);
        for (String id : IDS) {
            JsonPointer pointer = JsonPointer.empty().appendProperty(id);
            if (!pairs.isEmpty()
                    && pairs.stream()
                            .allMatch(pair -> pair.request().at(pointer).isValueNode()
                                    && pair.request()
                                            .at(pointer)
                                            .equals(pair.reply().at(pointer)))) {
                return pointer.toString();
            }
        }
        return null;
    }
}
