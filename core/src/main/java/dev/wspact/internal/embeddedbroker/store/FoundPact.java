package dev.wspact.internal.embeddedbroker.store;

/**
 * A pact that a selector means.
 *
 * @param by the branch, tag or environment by which it was found; empty if by none of them
 */
public record FoundPact(Pact pact, String by) {}
