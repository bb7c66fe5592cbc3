package dev.wspact.internal.mock;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wspact.contract.SendStep;
import dev.wspact.internal.json.ReceivedPayload;
import dev.wspact.internal.json.StrictJson;
import dev.wspact.internal.matching.UnjudgeableException;
import dev.wspact.message.JsonText;
import dev.wspact.message.Payload;
import dev.wspact.mock.MockOptions;
import dev.wspact.mock.Pushes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Plays the contract on one connection: follows what the client sends first, pushes, answers and closes. Confined to the
 * thread that reads; what others ask for it keeps in the entry.
 */
final class Conversation {
    private final Entry entry;
    private final Journal journal;
    private final Outbox outbox;
    private final MockOptions options;

    Conversation(Entry entry, Journal journal, MockOptions options) {
        this.entry = entry;
        this.journal = journal;
        this.outbox = Objects.requireNonNull(entry.outbox());
        this.options = options;
    }

    /** The connection is open. */
    void opened() {
        List<Part> ready =
                entry.parts.stream().filter(part -> part.steps().isEmpty()).toList();
        for (Part part : ready) {
            progress(part, 0);
            if (part instanceof Part.Answer) {
                synchronized (journal) {
                    journal.progress(part).done();
                }
            }
        }
        perform(ready);
        entry.parts.stream()
                .filter(Part.Push.class::isInstance)
                .map(part -> ((Part.Push) part).expectation().heartbeat())
                .filter(Objects::nonNull)
                .min(Duration::compareTo)
                .ifPresent(longest -> outbox.heartbeat(longest.dividedBy(2)));
    }

    /** A message has come. */
    void received(Payload payload) {
        ReceivedPayload message = new ReceivedPayload(payload);
        List<Part> stepped = stepped(message);
        Part.Exchange asked = asked(message);
        List<Part> parts = new ArrayList<>(stepped);
        if (asked != null) {
            parts.add(asked);
            synchronized (journal) {
                journal.progress(asked).done();
            }
        }
        journal.received(entry, payload, parts, parts.isEmpty() ? Surprises.message(entry, message) : null);
        if (asked != null) {
            answer(asked, message);
        }
        List<Part> ready = new ArrayList<>();
        Set<List<SendStep>> awaited = new LinkedHashSet<>();
        for (Part part : stepped) {
            int done = entry.stepsDone(part);
            List<SendStep> send = part.interaction().setup().send();
            if (awaited.add(send)) {
                satisfy(send.get(done - 1).awaits(), asked);
            }
            if (done == part.steps().size()) {
                ready.add(part);
            }
        }
        perform(ready);
    }

    /** The parts of which the message is the next step, or one that was taken before; the next ones are taken. */
    private List<Part> stepped(ReceivedPayload message) {
        List<Part> stepped = new ArrayList<>();
        for (Part part : entry.parts) {
            int done = entry.stepsDone(part);
            List<ClientMessage> steps = part.steps();
            if (done < steps.size() && steps.get(done).compare(message).isEmpty()) {
                progress(part, done + 1);
                stepped.add(part);
            } else if (done > 0 && steps.get(done - 1).compare(message).isEmpty()) {
                // said again, as by a client that subscribes anew
                stepped.add(part);
            }
        }
        return stepped;
    }

    /** The exchange whose request it is; of several the one that was not asked for yet. Null if it is none. */
    private Part.@Nullable Exchange asked(ReceivedPayload message) {
        Part.Exchange asked = null;
        for (Part part : entry.parts) {
            if (part instanceof Part.Exchange exchange
                    && entry.isReady(exchange)
                    && exchange.request().compare(message).isEmpty()) {
                synchronized (journal) {
                    if (asked == null || !journal.progress(exchange).exercised(exchange)) {
                        asked = exchange;
                        if (!journal.progress(exchange).exercised(exchange)) {
                            return asked;
                        }
                    }
                }
            }
        }
        return asked;
    }

    private void progress(Part part, int stepsDone) {
        synchronized (journal) {
            entry.progress(part, stepsDone);
            journal.notifyAll();
        }
    }

    /** Pushes and closes what is to be by itself. */
    private void perform(List<Part> ready) {
        if (options.pushes() == Pushes.WHEN_TOLD) {
            return;
        }
        for (Part part : ready) {
            if (part instanceof Part.Push push) {
                outbox.push(push, options.pushDelay());
            }
        }
        boolean nothingElse = entry.parts.stream().allMatch(part -> part instanceof Part.Close);
        if (nothingElse && !ready.isEmpty()) {
            Part.Close close = (Part.Close) ready.get(0);
            outbox.close(new Outbox.Closing(close.status(), close), options.pushDelay());
        }
    }

    private void answer(Part.Exchange exchange, ReceivedPayload request) {
        String correlate = exchange.expectation().correlate();
        JsonNode tree = request.jsonOrNull();
        JsonPointer pointer = correlate == null ? null : JsonPointer.compile(correlate);
        JsonNode correlation = tree == null || pointer == null ? null : tree.at(pointer);
        for (ServerMessage response : exchange.responses()) {
            outbox.message(payload(response, form(exchange), pointer, correlation));
        }
    }

    /** One variant after the other, as requests come. */
    private int form(Part.Exchange exchange) {
        synchronized (journal) {
            return (int) ((journal.progress(exchange).doneCount() - 1) % Integer.MAX_VALUE);
        }
    }

    private static Payload payload(
            ServerMessage response, int form, @Nullable JsonPointer pointer, @Nullable JsonNode correlation) {
        try {
            if (pointer == null || correlation == null || correlation.isMissingNode() || !response.isJson()) {
                return response.payload(form);
            }
            JsonNode json = response.json(form);
            ServerMessage.set(json, pointer, correlation);
            return response.payload(json);
        } catch (UnjudgeableException e) {
            throw new IllegalStateException("generators were tried at the start: " + e.problem(), e);
        }
    }

    /**
     * Sends what the client waits for before it goes on: a message of the contract that has these values, or else these
     * values alone; nothing if the answer to a request is such a message.
     */
    private void satisfy(Map<String, JsonText> awaits, Part.@Nullable Exchange answered) {
        if (awaits.isEmpty()
                || (answered != null && answered.responses().stream().anyMatch(response -> response.has(awaits)))) {
            return;
        }
        for (Part part : entry.parts) {
            List<ServerMessage> sent = part instanceof Part.Push push
                    ? List.of(push.message())
                    : part instanceof Part.Exchange exchange ? exchange.responses() : List.of();
            for (ServerMessage message : sent) {
                if (message.has(awaits)) {
                    outbox.message(payload(message, 0, null, null));
                    return;
                }
            }
        }
        outbox.message(new Payload.Text(StrictJson.text(values(awaits)).value()));
    }

    private static ObjectNode values(Map<String, JsonText> awaits) {
        ObjectNode values = JsonNodeFactory.instance.objectNode();
        awaits.forEach((pointer, value) -> {
            ObjectNode parent = values;
            JsonPointer place = JsonPointer.compile(pointer);
            while (place.tail() != null && !place.tail().matches()) {
                parent = parent.withObjectProperty(place.getMatchingProperty());
                place = place.tail();
            }
            parent.set(place.getMatchingProperty(), StrictJson.read(value));
        });
        return values;
    }
}
