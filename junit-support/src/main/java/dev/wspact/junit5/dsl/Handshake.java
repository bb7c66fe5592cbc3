package dev.wspact.junit5.dsl;

import au.com.dius.pact.consumer.dsl.DslPart;
import au.com.dius.pact.consumer.dsl.PactDslJsonArray;
import au.com.dius.pact.consumer.dsl.PactDslJsonBody;
import au.com.dius.pact.core.model.V4Interaction;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The server's answer to the opening handshake. */
public final class Handshake {
    private final Draft draft;
    private final @Nullable DslPart answer;
    private final int status;
    private final Map<String, Consumer<PactDslJsonArray>> headers = new LinkedHashMap<>();
    private @Nullable DslPart jsonBody;
    private @Nullable String textBody;

    Handshake(Draft draft, int status) {
        if (status < 100 || status > 599) {
            throw new IllegalArgumentException("An HTTP status is between 100 and 599, but this one is " + status);
        }
        this.draft = draft;
        this.status = status;
        this.answer = null;
    }

    Handshake(Draft draft, DslPart answer) {
        this.draft = draft;
        this.status = 0;
        this.answer = answer;
    }

    /** The answer has this header field with exactly this value. */
    public Handshake withHeader(String name, String value) {
        return header(name, array -> array.stringValue(value));
    }

    /** The answer has this header field, whose value matches a regular expression. */
    public Handshake withHeaderMatching(String name, String regex, String example) {
        return header(name, array -> array.stringMatcher(regex, example));
    }

    /** The answer's body is JSON like this. */
    public Handshake withBody(DslPart body) {
        requireStatus();
        jsonBody = body;
        textBody = null;
        return this;
    }

    /** The answer's body is exactly this text. */
    public Handshake withBody(String text) {
        requireStatus();
        textBody = text;
        jsonBody = null;
        return this;
    }

    V4Interaction build() {
        draft.set("kind", "handshake");
        return draft.asynchronous(MessageBody.of(answer == null ? built() : answer));
    }

    private PactDslJsonBody built() {
        PactDslJsonBody json = new PactDslJsonBody().numberValue("status", status);
        if (!headers.isEmpty()) {
            PactDslJsonBody fields = json.object("headers");
            headers.forEach((name, values) -> {
                PactDslJsonArray array = fields.array(name);
                values.accept(array);
                array.closeArray();
            });
            fields.closeObject();
        }
        if (jsonBody != null) {
            json.object("body", jsonBody);
        }
        return textBody == null ? json : json.stringValue("body", textBody);
    }

    private Handshake header(String name, Consumer<PactDslJsonArray> value) {
        requireStatus();
        headers.put(name, value);
        return this;
    }

    private void requireStatus() {
        if (answer != null) {
            throw new IllegalStateException(
                    "The whole answer was given with withAnswer: say it all there, or use withStatus");
        }
    }
}
