package dev.wspact.internal.embeddedbroker.store;

/**
 * A tag of a version.
 *
 * @param latest whether no later version of the pacticipant has it
 */
public record Tag(String name, boolean latest, long createdAt) {}
