package dev.wspact.broker;

import java.net.URI;
import java.util.List;
import java.util.Objects;

/**
 * A pact that the broker wants a provider to verify.
 *
 * @param name the broker's name for it, such as {@code Pact between web-ui (c2) and push-svc}
 * @param reason why it was selected, such as {@code latest from main branch}
 * @param url where it is; used as it stands
 * @param pending whether it is new to the provider's branch, so that a break must not fail the build
 * @param wip whether it is work in progress
 * @param notices what the broker wants people to read, with the time to show it as their type
 */
public record PactToVerify(String name, String reason, URI url, boolean pending, boolean wip, List<Notice> notices) {
    /** Copies the list. */
    public PactToVerify {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(url, "url");
        notices = List.copyOf(notices);
    }
}
