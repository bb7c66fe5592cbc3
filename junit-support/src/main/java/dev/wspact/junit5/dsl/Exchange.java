package dev.wspact.junit5.dsl;

import au.com.dius.pact.consumer.dsl.DslPart;
import au.com.dius.pact.core.model.V4Interaction;
import au.com.dius.pact.core.model.v4.MessageContents;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A request of the client and the server's replies, which all arrive on the same connection. */
public final class Exchange {
    private final Draft draft;
    private final MessageBody request;
    private final List<MessageContents> responses = new ArrayList<>();
    private final List<@Nullable Map<String, Object>> details = new ArrayList<>();

    Exchange(Draft draft, MessageBody request) {
        this.draft = draft;
        this.request = request;
    }

    /** A further reply. */
    public Exchange willRespondWith(DslPart body) {
        return willRespondWith(MessageBody.of(body));
    }

    /** A further reply. */
    public Exchange willRespondWith(MessageBody body) {
        return response(body, body.details());
    }

    /** A further reply, by when, counted from the request. */
    public Exchange willRespondWith(DslPart body, Duration within) {
        return willRespondWith(MessageBody.of(body), within);
    }

    /** A further reply, by when, counted from the request. */
    public Exchange willRespondWith(MessageBody body, Duration within) {
        Map<String, Object> detail = body.details();
        detail.put("within", Checked.duration("within", within));
        return response(body, detail);
    }

    /**
     * Request and replies share a value, so that several requests may be in flight.
     *
     * @param pointer JSON Pointer to it in both, such as {@code /requestId}
     */
    public Exchange correlatedBy(String pointer) {
        draft.set("correlate", Checked.pointer(pointer));
        return this;
    }

    V4Interaction build() {
        draft.set("request", request.details());
        if (details.stream().anyMatch(Objects::nonNull)) {
            draft.set("response", details);
        }
        return draft.synchronous(request.contents(), responses);
    }

    private Exchange response(MessageBody body, Map<String, Object> detail) {
        responses.add(body.contents());
        details.add(detail.isEmpty() ? null : detail);
        return this;
    }
}
