package dev.wspact.internal.embeddedbroker.store;

import org.jspecify.annotations.Nullable;

/**
 * The result of one verification of one content by one provider version.
 *
 * @param number counts over all results
 * @param testResults JSON, as it was published; null if it was not
 * @param verifiedBy JSON, as it was published
 */
public record Result(
        long number,
        long contentId,
        long providerVersionId,
        String provider,
        String providerVersion,
        boolean success,
        @Nullable String buildUrl,
        @Nullable String testResults,
        String verifiedBy,
        long createdAt) {}
