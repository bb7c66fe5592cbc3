package dev.wspact.junit5.dsl;

import au.com.dius.pact.core.model.ProviderState;
import au.com.dius.pact.core.model.V4Interaction;
import au.com.dius.pact.core.model.v4.MessageContents;
import au.com.dius.pact.core.support.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An interaction while it is being described: what all kinds have in common, and the block {@code comments.websocket}. */
final class Draft {
    private final String description;
    private final ChannelBuilder channel;
    private final List<ProviderState> states = new ArrayList<>();
    private final List<String> triggers = new ArrayList<>();
    private final List<Object> send = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private final Map<String, Map<String, Object>> references = new LinkedHashMap<>();
    private final Map<String, Object> block = new LinkedHashMap<>();

    Draft(String description, ChannelBuilder common) {
        this.description = Checked.words("A description", description);
        this.channel = new ChannelBuilder(common);
    }

    ChannelBuilder channel() {
        return channel;
    }

    void state(String name, Map<String, ?> params) {
        states.add(new ProviderState(Checked.words("A provider state", name), new LinkedHashMap<>(params)));
    }

    void trigger(String name, Map<String, ?> params) {
        state(name, params);
        triggers.add(name);
    }

    Map<String, Object> send(MessageBody body) {
        Map<String, Object> step = body.step();
        send.add(step);
        return step;
    }

    void text(String text) {
        texts.add(text);
    }

    void reference(String group, String name, Object value) {
        references.computeIfAbsent(group, any -> new LinkedHashMap<>()).put(name, value);
    }

    /** Sets a member of the block {@code comments.websocket}. */
    void set(String member, Object value) {
        block.put(member, value);
    }

    /** An object within the block; made where it is not there yet. */
    @SuppressWarnings("unchecked") // only objects are kept under the names that are asked for here
    Map<String, Object> object(String member) {
        return (Map<String, Object>) block.computeIfAbsent(member, any -> new LinkedHashMap<String, Object>());
    }

    V4Interaction asynchronous(MessageBody message) {
        block.putAll(message.details());
        var interaction = new V4Interaction.AsynchronousMessage(description, List.copyOf(states), message.contents());
        return commented(interaction);
    }

    V4Interaction synchronous(MessageContents request, List<MessageContents> responses) {
        var interaction = new V4Interaction.SynchronousMessages(
                description, List.copyOf(states), request, new ArrayList<>(responses));
        return commented(interaction);
    }

    private V4Interaction commented(V4Interaction interaction) {
        texts.forEach(interaction::addTextComment);
        references.forEach(
                (group, values) -> values.forEach((name, value) -> interaction.addReference(group, name, value)));
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("version", 1);
        putUnlessEmpty("channel", channel.toMap(), all);
        if (!send.isEmpty()) {
            all.put("send", send);
        }
        if (!triggers.isEmpty()) {
            all.put("trigger", triggers);
        }
        block.forEach((name, value) -> putUnlessEmpty(name, value, all));
        interaction.getComments().put("websocket", Json.toJson(all));
        return interaction.withGeneratedKey();
    }

    private static void putUnlessEmpty(String name, Object value, Map<String, Object> all) {
        if (!(value instanceof Map<?, ?> map && map.isEmpty())) {
            all.put(name, value);
        }
    }
}
