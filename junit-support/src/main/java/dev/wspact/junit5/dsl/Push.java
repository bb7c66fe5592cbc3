package dev.wspact.junit5.dsl;

import au.com.dius.pact.core.model.V4Interaction;
import dev.wspact.contract.MessageOrder;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** A message that the server pushes: how many of them, by when, in which order. */
public final class Push {
    private final Draft draft;
    private final MessageBody body;

    Push(Draft draft, MessageBody body) {
        this.draft = draft;
        this.body = body;
    }

    /** At least so many such messages arrive; one where nothing is said. None need arrive with 0. */
    public Push atLeast(int messages) {
        draft.object("receive").put("atLeast", Checked.count("atLeast", messages, 0));
        return this;
    }

    /** At most so many such messages arrive. */
    public Push atMost(int messages) {
        draft.object("receive").put("atMost", Checked.count("atMost", messages, 1));
        return this;
    }

    /** They arrive within this time, counted from the client's last message. */
    public Push within(Duration time) {
        draft.object("receive").put("within", Checked.duration("within", time));
        return this;
    }

    /**
     * The messages arrive in this order.
     *
     * @param pointer JSON Pointer to the value that orders them, such as {@code /seq}
     */
    public Push ordered(MessageOrder.Rule rule, String pointer) {
        draft.set("order", order(rule, pointer));
        return this;
    }

    /**
     * The messages with an equal key arrive in this order.
     *
     * @param pointer JSON Pointer to the value that orders them, such as {@code /seq}
     * @param per JSON Pointer to the key, such as {@code /topic}
     */
    public Push ordered(MessageOrder.Rule rule, String pointer, String per) {
        Map<String, Object> order = order(rule, pointer);
        order.put("per", Checked.pointer(per));
        draft.set("order", order);
        return this;
    }

    /** Meanwhile the server pings at least this often (RFC 6455 section 5.5.2). */
    public Push heartbeat(Duration every) {
        draft.object("heartbeat").put("every", Checked.duration("heartbeat", every));
        return this;
    }

    /** Where the message has its sender's own time, as a JSON Pointer such as {@code /at}; for latency. */
    public Push timestamp(String pointer) {
        draft.set("timestamp", Checked.pointer(pointer));
        return this;
    }

    V4Interaction build() {
        return draft.asynchronous(body);
    }

    private static Map<String, Object> order(MessageOrder.Rule rule, String pointer) {
        Map<String, Object> order = new LinkedHashMap<>();
        order.put("by", Checked.pointer(pointer));
        order.put("rule", rule.word());
        return order;
    }
}
