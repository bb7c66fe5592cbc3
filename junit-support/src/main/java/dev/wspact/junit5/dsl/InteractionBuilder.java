package dev.wspact.junit5.dsl;

import java.util.Map;
import java.util.function.Consumer;

/**
 * What can be said of every kind of interaction.
 *
 * @param <T> the kind's own builder
 */
abstract class InteractionBuilder<T extends InteractionBuilder<T>> {
    private final Draft draft;

    InteractionBuilder(Draft draft) {
        this.draft = draft;
    }

    Draft draft() {
        return draft;
    }

    abstract T self();

    /** A state that the provider is in before the client connects. */
    public T given(String state) {
        return given(state, Map.of());
    }

    /** A state that the provider is in before the client connects, with its parameters. */
    public T given(String state, Map<String, ?> params) {
        draft.state(state, params);
        return self();
    }

    /** Where and how the client connects for this interaction; begins with what was said for the whole pact. */
    public T channel(Consumer<ChannelBuilder> channel) {
        channel.accept(draft.channel());
        return self();
    }

    /** A remark for people, shown when the interaction is verified. */
    public T comment(String text) {
        draft.text(text);
        return self();
    }

    /** What the interaction is elsewhere, as in {@code reference("asyncapi", "messageId", "notification")}. */
    public T reference(String group, String name, Object value) {
        draft.reference(group, name, value);
        return self();
    }
}
