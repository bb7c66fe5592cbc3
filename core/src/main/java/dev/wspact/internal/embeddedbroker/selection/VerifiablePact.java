package dev.wspact.internal.embeddedbroker.selection;

import dev.wspact.internal.embeddedbroker.store.Pact;
import dev.wspact.internal.embeddedbroker.web.Urls;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A content that a provider has to verify.
 *
 * @param pact the latest publication of it that was selected
 * @param pending null if nobody asked
 */
public record VerifiablePact(Pact pact, List<Choice> choices, @Nullable Pending pending, boolean wip) {
    /** Copies the list. */
    public VerifiablePact {
        choices = List.copyOf(choices);
    }

    /** Whether a failure must not fail the provider's build; null if nobody asked. */
    public @Nullable Boolean isPending() {
        return wip ? (Boolean) true : pending == null ? null : (Boolean) pending.isPending();
    }

    /** Why it is to be verified, in a few words. */
    public String shortDescription() {
        return SelectionTexts.brief(choices);
    }

    /** The address of the content, which carries why it was selected back to the broker with the result. */
    public String url(Urls urls) {
        return withMetadata(urls, wip ? "w=true" : selectors());
    }

    /** The address that notices name. */
    String urlInNotices(Urls urls) {
        return wip ? withMetadata(urls, "wip=true") : withoutMetadata(urls);
    }

    private String withoutMetadata(Urls urls) {
        return urls.between(pact.provider(), pact.consumer(), "pact-version", pact.sha());
    }

    private String withMetadata(Urls urls, String metadata) {
        return withoutMetadata(urls) + "/metadata/"
                + Base64.getUrlEncoder().withoutPadding().encodeToString(metadata.getBytes(StandardCharsets.UTF_8));
    }

    private String selectors() {
        List<String> pairs = new ArrayList<>();
        for (Choice choice : choices) {
            ConsumerSelector selector = choice.selector();
            add(pairs, "s[][b]", selector.branch());
            add(pairs, "s[][t]", selector.tag());
            add(pairs, "s[][l]", selector.latest() ? "true" : null);
            add(pairs, "s[][e]", selector.environment());
            add(pairs, "s[][cv]", Long.toString(choice.pact().consumerVersionId()));
        }
        add(pairs, "p", pending == null ? null : Boolean.toString(pending.isPending()));
        return String.join("&", pairs);
    }

    private static void add(List<String> pairs, String name, @Nullable String value) {
        if (value != null) {
            pairs.add(URLEncoder.encode(name, StandardCharsets.UTF_8) + "="
                    + URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }
}
