package dev.wspact.verification;

/**
 * What fails beyond what the consumer asked for. Everything is off by default, since a consumer does not rely on what it
 * did not name.
 *
 * @param uncontractedMessages messages that no interaction claims fail the contract
 * @param unexpectedKeys members that the example does not have are mismatches, where no schema stands
 * @param messageMetadata Pact message metadata other than the content type, which cannot travel on a WebSocket, makes
 *     the interaction fail
 */
public record Strictness(boolean uncontractedMessages, boolean unexpectedKeys, boolean messageMetadata) {
    /** Tolerant, as a consumer is. */
    public static final Strictness TOLERANT = new Strictness(false, false, false);
}
