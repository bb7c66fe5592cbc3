package dev.wspact.internal.embeddedbroker.matrix;

import dev.wspact.internal.embeddedbroker.store.Version;
import org.jspecify.annotations.Nullable;

/**
 * A selector and one version that it means.
 *
 * @param pacticipantId −1 if there is no such pacticipant
 * @param version null if the selector names no version, or one that does not exist
 * @param branch by which the version was found, if it was found by one
 * @param isSpecified whether the query said it; otherwise it follows from the query's target
 * @param isOneOfMany whether the selector means several versions
 */
record ResolvedSelector(
        VersionSelector selector,
        long pacticipantId,
        @Nullable Version version,
        @Nullable String branch,
        boolean isSpecified,
        boolean isIgnored,
        boolean isOneOfMany) {
    /** Stands for all versions of a pacticipant, where no selector led to a row. */
    static ResolvedSelector anyVersion(String pacticipant, long id) {
        return new ResolvedSelector(VersionSelector.version(pacticipant, null), id, null, null, false, false, false);
    }

    /** Stands for a version, where no selector led to its row. */
    static ResolvedSelector ofRow(Version version) {
        return new ResolvedSelector(
                VersionSelector.version(version.pacticipant(), version.number()),
                version.pacticipantId(),
                version,
                null,
                false,
                false,
                false);
    }

    String pacticipant() {
        return selector.pacticipant();
    }

    boolean isNameOnly() {
        return selector.isNameOnly();
    }

    boolean isVersionMissing() {
        return version == null && !isNameOnly();
    }

    boolean meansVersion(long versionId) {
        return version != null && version.id() == versionId;
    }

    boolean means(long pacticipant, long versionId) {
        return isNameOnly() ? pacticipantId == pacticipant : meansVersion(versionId);
    }
}
