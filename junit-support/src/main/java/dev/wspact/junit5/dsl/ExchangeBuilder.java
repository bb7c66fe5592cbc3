package dev.wspact.junit5.dsl;

import au.com.dius.pact.consumer.dsl.DslPart;

/** A request of the client: first what happens before, then {@link #withRequest what it looks like}. */
public final class ExchangeBuilder extends SessionBuilder<ExchangeBuilder> {
    ExchangeBuilder(Draft draft) {
        super(draft);
    }

    /** What the client sends. */
    public Request withRequest(DslPart body) {
        return withRequest(MessageBody.of(body));
    }

    /** What the client sends. */
    public Request withRequest(MessageBody body) {
        return new Request(draft(), body);
    }

    @Override
    ExchangeBuilder self() {
        return this;
    }
}
