package dev.wspact.internal.embeddedbroker.store;

import org.jspecify.annotations.Nullable;

/**
 * That a version is, or was, in an environment.
 *
 * @param target the application instance; null if there is only one
 * @param endedAt when it was undeployed, or its support ended; null while it is there
 */
public record EnvironmentVersion(
        String uuid,
        long versionId,
        String pacticipant,
        String version,
        long environmentId,
        @Nullable String target,
        long createdAt,
        @Nullable Long endedAt) {}
