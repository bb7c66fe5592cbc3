package dev.wspact.internal.embeddedbroker.store;

import org.jspecify.annotations.Nullable;

/**
 * A result to be kept.
 *
 * @param wip whether the pact was verified only as work in progress, which does not end that state
 */
public record NewResult(
        boolean success, boolean wip, @Nullable String buildUrl, @Nullable String testResults, String verifiedBy) {}
