package dev.wspact.internal.embeddedbroker.matrix;

import org.jspecify.annotations.Nullable;

/** The versions of a pacticipant that a query means: all of them if nothing but the name is said. */
public record VersionSelector(
        String pacticipant,
        @Nullable String version,
        boolean latest,
        @Nullable String branch,
        @Nullable String tag,
        @Nullable String environment,
        boolean mainBranch) {
    /** One version. */
    public static VersionSelector version(String pacticipant, @Nullable String version) {
        return new VersionSelector(pacticipant, version, false, null, null, null, false);
    }

    /** The newest version of a branch. */
    public static VersionSelector head(String pacticipant, String branch) {
        return new VersionSelector(pacticipant, null, true, branch, null, null, false);
    }

    boolean isNameOnly() {
        return version == null && !latest && branch == null && tag == null && environment == null && !mainBranch;
    }
}
