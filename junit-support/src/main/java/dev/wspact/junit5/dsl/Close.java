package dev.wspact.junit5.dsl;

import au.com.dius.pact.consumer.dsl.PactDslJsonBody;
import au.com.dius.pact.core.model.V4Interaction;
import java.time.Duration;

/** A close by the server, as it is on the wire. */
public final class Close {
    private final Draft draft;
    private final PactDslJsonBody status;

    Close(Draft draft, int code) {
        if (code < 1000 || code > 4999) {
            throw new IllegalArgumentException(
                    "A close code is between 1000 and 4999 (RFC 6455 section 7.4), but this one is " + code);
        }
        this.draft = draft;
        this.status = new PactDslJsonBody().numberValue("code", code);
    }

    /** The reason, exactly. */
    public Close withReason(String reason) {
        status.stringValue("reason", reason);
        return this;
    }

    /** The reason, as a regular expression. */
    public Close withReasonMatching(String regex, String example) {
        status.stringMatcher("reason", regex, example);
        return this;
    }

    /** The server closes within this time, counted from the client's last message. */
    public Close within(Duration time) {
        draft.object("receive").put("within", Checked.duration("within", time));
        return this;
    }

    V4Interaction build() {
        draft.set("kind", "close");
        return draft.asynchronous(MessageBody.of(status));
    }
}
