package dev.wspact.internal.embeddedbroker.store;

/** A consumer and a provider between which there is a pact. */
public record Integration(long consumerId, String consumer, long providerId, String provider) {}
