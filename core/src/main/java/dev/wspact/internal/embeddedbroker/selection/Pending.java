package dev.wspact.internal.embeddedbroker.selection;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a content has never been verified successfully, as far as the provider's branch or tags are concerned.
 *
 * @param branch the provider's branch, if the request names it
 * @param pendingTags those of the provider's tags for which it is pending
 * @param otherTags the rest of them
 */
record Pending(boolean isPending, @Nullable String branch, List<String> pendingTags, List<String> otherTags) {}
