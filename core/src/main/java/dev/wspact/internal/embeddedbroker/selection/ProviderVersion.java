package dev.wspact.internal.embeddedbroker.selection;

import dev.wspact.internal.embeddedbroker.store.Results;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a provider says of the version that is going to verify. */
public record ProviderVersion(@Nullable String branch, List<String> tags) {
    /** Copies the list. */
    public ProviderVersion {
        tags = List.copyOf(tags);
    }

    boolean isKnown() {
        return branch != null || !tags.isEmpty();
    }

    Pending pending(long contentId, Results results) {
        if (branch != null) {
            return new Pending(!isVerified(contentId, branch, true, results), branch, List.of(), tags);
        }
        if (tags.isEmpty()) {
            return new Pending(!results.anySuccess(contentId), null, List.of(), List.of());
        }
        List<String> pending = tags.stream()
                .filter(tag -> !isVerifiedTagged(contentId, tag, true, results))
                .toList();
        List<String> others =
                tags.stream().filter(tag -> !pending.contains(tag)).toList();
        return new Pending(!pending.isEmpty(), null, pending, others);
    }

    /** Whether a content is work in progress: never verified successfully when it was selected by name. */
    boolean isInProgress(long contentId, Results results) {
        return branch != null
                ? !isVerified(contentId, branch, false, results)
                : tags.stream().anyMatch(tag -> !isVerifiedTagged(contentId, tag, false, results));
    }

    private static boolean isVerified(long contentId, String branch, boolean alsoWip, Results results) {
        return results.anySuccessOnBranch(contentId, branch, alsoWip)
                || results.anySuccessBeforeBranch(contentId, branch, alsoWip);
    }

    private static boolean isVerifiedTagged(long contentId, String tag, boolean alsoWip, Results results) {
        return results.anySuccessTagged(contentId, tag, alsoWip)
                || results.anySuccessBeforeTag(contentId, tag, alsoWip);
    }
}
