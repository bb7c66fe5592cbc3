package dev.wspact.internal.embeddedbroker.store;

import org.jspecify.annotations.Nullable;

/**
 * A consumer or a provider, or both.
 *
 * @param createdAt milliseconds since the epoch, as all times of the store
 */
public record Pacticipant(
        long id,
        String name,
        String displayName,
        @Nullable String repositoryUrl,
        @Nullable String repositoryName,
        @Nullable String repositoryNamespace,
        @Nullable String mainBranch,
        long createdAt,
        @Nullable Long updatedAt) {}
