package dev.wspact.internal.embeddedbroker.store;

import org.jspecify.annotations.Nullable;

/** What a user may say of a pacticipant; null for what is not said. */
public record PacticipantDetails(
        @Nullable String displayName,
        @Nullable String repositoryUrl,
        @Nullable String repositoryName,
        @Nullable String repositoryNamespace,
        @Nullable String mainBranch) {
    /** Nothing said. */
    public static final PacticipantDetails NONE = new PacticipantDetails(null, null, null, null, null);
}
