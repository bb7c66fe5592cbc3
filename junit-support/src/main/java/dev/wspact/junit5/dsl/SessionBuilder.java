package dev.wspact.junit5.dsl;

import au.com.dius.pact.consumer.dsl.DslPart;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What can be said of interactions that need an open connection.
 *
 * @param <T> the kind's own builder
 */
abstract class SessionBuilder<T extends SessionBuilder<T>> extends InteractionBuilder<T> {
    SessionBuilder(Draft draft) {
        super(draft);
    }

    /** A provider state that is set up after the client has connected and sent, because it causes what is expected. */
    public T triggeredBy(String state) {
        return triggeredBy(state, Map.of());
    }

    /** A provider state, with its parameters, that is set up after the client has connected and sent. */
    public T triggeredBy(String state, Map<String, ?> params) {
        draft().trigger(state, params);
        return self();
    }

    /**
     * A message that the client sends after opening, compared by value. Called again for the next one.
     *
     * @throws IllegalArgumentException if the message has matching rules
     */
    public T afterSending(DslPart message) {
        return afterSending(MessageBody.of(message));
    }

    /**
     * A message that the client sends after opening, compared by value. Called again for the next one.
     *
     * @throws IllegalArgumentException if the message has matching rules or a schema
     */
    public T afterSending(MessageBody message) {
        draft().send(message);
        return self();
    }

    /** A message that the client sends after opening, and when. */
    public T afterSending(DslPart message, Consumer<SendStepBuilder> step) {
        return afterSending(MessageBody.of(message), step);
    }

    /** A message that the client sends after opening, and when. */
    public T afterSending(MessageBody message, Consumer<SendStepBuilder> step) {
        step.accept(new SendStepBuilder(draft().send(message)));
        return self();
    }
}
