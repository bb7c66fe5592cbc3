package dev.wspact.internal.embeddedbroker.matrix;

import dev.wspact.internal.embeddedbroker.store.Integration;

/**
 * A consumer and a provider that a query is about.
 *
 * @param isRequired whether there must be a result: a consumer needs its providers, a provider not its consumers
 */
record RequiredIntegration(Integration integration, boolean isRequired) {
    boolean isOf(MatrixRow row) {
        return integration.consumerId() == row.pact().consumerId()
                && integration.providerId() == row.pact().providerId();
    }
}
