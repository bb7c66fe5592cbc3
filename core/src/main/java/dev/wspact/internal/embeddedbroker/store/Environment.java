package dev.wspact.internal.embeddedbroker.store;

import org.jspecify.annotations.Nullable;

/**
 * Where versions are deployed to or released for.
 *
 * @param contacts JSON, as it was given; null if none
 */
public record Environment(
        long id,
        String uuid,
        String name,
        String displayName,
        boolean production,
        @Nullable String contacts,
        long createdAt,
        @Nullable Long updatedAt) {}
