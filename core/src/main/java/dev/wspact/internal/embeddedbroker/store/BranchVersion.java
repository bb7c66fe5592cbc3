package dev.wspact.internal.embeddedbroker.store;

/**
 * That a version is on a branch.
 *
 * @param latest whether it is the branch's newest version
 */
public record BranchVersion(long id, String branch, boolean latest, long createdAt, long updatedAt) {}
