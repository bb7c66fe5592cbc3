package dev.wspact.junit5.dsl;

import au.com.dius.pact.consumer.dsl.DslPart;
import java.time.Duration;

/** A request of the client that still lacks its {@link #willRespondWith first reply}. */
public final class Request {
    private final Draft draft;
    private final MessageBody body;

    Request(Draft draft, MessageBody body) {
        this.draft = draft;
        this.body = body;
    }

    /** What the server answers. */
    public Exchange willRespondWith(DslPart body) {
        return new Exchange(draft, this.body).willRespondWith(body);
    }

    /** What the server answers. */
    public Exchange willRespondWith(MessageBody body) {
        return new Exchange(draft, this.body).willRespondWith(body);
    }

    /** What the server answers, by when, counted from the request. */
    public Exchange willRespondWith(DslPart body, Duration within) {
        return new Exchange(draft, this.body).willRespondWith(body, within);
    }

    /** What the server answers, by when, counted from the request. */
    public Exchange willRespondWith(MessageBody body, Duration within) {
        return new Exchange(draft, this.body).willRespondWith(body, within);
    }
}
