package dev.wspact.broker;

import java.util.Objects;

/**
 * A pact as it is published: the text of the file, unchanged.
 *
 * @param consumer name of the consumer
 * @param provider name of the provider
 * @param json the text, a Pact file of any version
 */
public record PactText(String consumer, String provider, String json) {
    /** Rejects blank names. */
    public PactText {
        PacticipantVersion.requireText(consumer, "consumer");
        PacticipantVersion.requireText(provider, "provider");
        Objects.requireNonNull(json, "json");
    }

    /** Names the two; a pact can be megabytes. */
    @Override
    public String toString() {
        return "PactText[consumer=" + consumer + ", provider=" + provider + ", characters=" + json.length() + "]";
    }
}
