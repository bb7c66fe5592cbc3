package dev.wspact.junit5.dsl;

import au.com.dius.pact.consumer.dsl.DslPart;

/** A message that the server pushes: first what happens before, then {@link #withContent what it looks like}. */
public final class PushBuilder extends SessionBuilder<PushBuilder> {
    PushBuilder(Draft draft) {
        super(draft);
    }

    /** What the message looks like. */
    public Push withContent(DslPart body) {
        return withContent(MessageBody.of(body));
    }

    /** What the message looks like. */
    public Push withContent(MessageBody body) {
        return new Push(draft(), body);
    }

    @Override
    PushBuilder self() {
        return this;
    }
}
