package dev.wspact.verification;

import java.net.URI;
import java.util.Objects;

/**
 * A URL that changes provider states, as Pact's verifiers post to it: {@code {"state", "params", "action"}}.
 *
 * @param url the URL
 * @param teardown whether to post {@code "action": "teardown"} after the interaction
 * @param inBody whether the state goes into the body, or else into query parameters
 */
public record StateChange(URI url, boolean teardown, boolean inBody) {
    /** Rejects a missing URL. */
    public StateChange {
        Objects.requireNonNull(url, "url");
    }

    /** State in the body, no teardown: what Pact does when nothing else is said. */
    public static StateChange at(URI url) {
        return new StateChange(url, false, true);
    }
}
