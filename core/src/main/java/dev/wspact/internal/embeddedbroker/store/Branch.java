package dev.wspact.internal.embeddedbroker.store;

/** A branch of a pacticipant's repository. */
public record Branch(long id, String name, long createdAt, long updatedAt) {}
