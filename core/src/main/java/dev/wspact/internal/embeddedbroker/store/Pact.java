package dev.wspact.internal.embeddedbroker.store;

/**
 * The publication of a pact for one consumer version.
 *
 * @param sha the content's hash
 */
public record Pact(
        long id,
        long consumerId,
        String consumer,
        long consumerVersionId,
        String consumerVersion,
        long providerId,
        String provider,
        long contentId,
        String sha,
        long createdAt) {
    /** What users call it. */
    public String name() {
        return "Pact between " + consumer + " (" + consumerVersion + ") and " + provider;
    }
}
