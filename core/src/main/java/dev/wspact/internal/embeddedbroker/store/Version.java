package dev.wspact.internal.embeddedbroker.store;

import org.jspecify.annotations.Nullable;

/**
 * A version of a pacticipant.
 *
 * @param id also the order: a later version has a higher one
 * @param pacticipant the pacticipant's name
 */
public record Version(
        long id,
        long pacticipantId,
        String pacticipant,
        String number,
        @Nullable String buildUrl,
        long createdAt,
        @Nullable Long updatedAt) {}
