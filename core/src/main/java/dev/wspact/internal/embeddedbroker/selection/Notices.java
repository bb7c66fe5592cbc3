package dev.wspact.internal.embeddedbroker.selection;

import dev.wspact.internal.embeddedbroker.web.Urls;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a verifier tells its user about a pact, and when, in the words of the Pact Broker. */
public final class Notices {
    private static final String MORE_ON_PENDING = " Read more at https://docs.pact.io/go/pending";
    private static final String BEFORE = "before_verification";

    private final VerifiablePact pact;
    private final String provider;
    private final List<Notice> notices = new ArrayList<>();

    private Notices(VerifiablePact pact) {
        this.pact = pact;
        this.provider = pact.pact().provider();
    }

    /**
     * A text and its occasion.
     *
     * @param when as the Pact Broker names it, {@code before_verification} or {@code after_verification:…}
     */
    public record Notice(String when, String text) {}

    /**
     * The notices for a pact.
     *
     * @param mainBranch the consumer's; null if it has none
     * @param isOldRequest whether the client asked by GET, which only very old ones do
     */
    public static List<Notice> of(VerifiablePact pact, Urls urls, @Nullable String mainBranch, boolean isOldRequest) {
        Notices texts = new Notices(pact);
        if (isOldRequest) {
            texts.add(
                    BEFORE,
                    "WARNING - this version of the Pact library uses a beta version of the API which will be removed"
                            + " in the future. Please upgrade your Pact library. See https://docs.pact.io/pact_broker/advanced_topics/"
                            + "provider_verification_results/#pacts-for-verification for minimum required versions.");
        }
        String prefix = "The pact at " + pact.urlInNotices(urls) + " is being verified because ";
        texts.add(BEFORE, prefix + (pact.wip() ? texts.inProgress() : texts.selected(mainBranch)));
        Pending pending = pact.pending();
        if (pending != null) {
            texts.addPending(pending);
        }
        return List.copyOf(texts.notices);
    }

    private void add(String when, String text) {
        notices.add(new Notice(when, text));
    }

    private String selected(@Nullable String mainBranch) {
        boolean isOne = pact.choices().size() == 1;
        return "the pact content belongs to the consumer version" + (isOne ? "" : "s") + " matching the following "
                + (isOne ? "criterion" : "criteria") + ":\n"
                + SelectionTexts.criteria(pact.choices(), provider, mainBranch);
    }

    private String inProgress() {
        List<ConsumerSelector> selectors =
                pact.choices().stream().map(Choice::selector).toList();
        List<String> branches = selectors.stream()
                .map(ConsumerSelector::branch)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        List<String> tags = selectors.stream()
                .map(ConsumerSelector::tag)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        List<String> where = new ArrayList<>();
        if (!branches.isEmpty()) {
            where.add("from " + (branches.size() == 1 ? "branch " : "branches ") + SelectionTexts.quoted(branches));
        }
        if (!tags.isEmpty()) {
            where.add("tagged with " + SelectionTexts.quoted(tags));
        }
        String same =
                switch (selectors.size()) {
                    case 1 -> "";
                    case 2 -> " (both have the same content)";
                    default -> " (all have the same content)";
                };
        boolean isOne = branches.size() == 1 || tags.size() == 1;
        return "it is a 'work in progress' pact (ie. it is the pact for the latest " + (isOne ? "version" : "versions")
                + " of " + pact.pact().consumer() + " " + String.join(" and ", where) + same
                + " and it has not yet been successfully verified by "
                + pendingFor(Objects.requireNonNull(pact.pending()), "a")
                + " when the pact's application version was explicitly specified in the consumer version selectors)."
                + " Read more at https://docs.pact.io/go/wip";
    }

    private void addPending(Pending pending) {
        if (!Boolean.TRUE.equals(pact.isPending())) {
            add(
                    BEFORE,
                    "This pact has previously been successfully verified by " + verifiedFor(pending)
                            + ". If this verification fails, it will fail the build." + MORE_ON_PENDING);
            return;
        }
        String these =
                switch (pending.pendingTags().size()) {
                    case 0 -> "";
                    case 1 -> "with this tag ";
                    default -> "with these tags ";
                };
        String any = pendingFor(pending, "any");
        add(
                BEFORE,
                "This pact is in pending state for this version of " + provider + " because "
                        + (pact.wip()
                                ? "it was included as a 'work in progress' pact."
                                : "a successful verification result for " + pendingFor(pending, "a")
                                        + " has not yet been published.")
                        + " If this verification fails, it will not cause the overall build to fail."
                        + MORE_ON_PENDING);
        add(
                "after_verification:success_true_published_false",
                "This pact is still in pending state for " + any + " as the successful verification results " + these
                        + "have not yet been published.");
        String still = "This pact is still in pending state for " + any + " as a successful verification result "
                + these + "has not yet been published";
        add("after_verification:success_false_published_false", still);
        add(
                "after_verification:success_true_published_true",
                "This pact is no longer in pending state for " + any
                        + ", as a successful verification result " + these
                        + "has been published. If a verification for a version of "
                        + provider + " " + these + "fails in the future, it will fail the build." + MORE_ON_PENDING);
        add("after_verification:success_false_published_true", still);
    }

    private String pendingFor(Pending pending, String article) {
        if (pending.branch() != null) {
            return article + " version of " + provider + " from branch '" + pending.branch() + "'";
        }
        List<String> tags = pending.pendingTags();
        return switch (tags.size()) {
            case 0 -> provider;
            case 1 -> article + " version of " + provider + " with tag '" + tags.get(0) + "'";
            default -> article + " versions of " + provider + " with tag " + SelectionTexts.quoted(tags);
        };
    }

    private String verifiedFor(Pending pending) {
        if (pending.branch() != null) {
            return "a version of " + provider + " from branch '" + pending.branch() + "'";
        }
        return pending.otherTags().isEmpty()
                ? provider
                : "a version of " + provider + " with tag " + SelectionTexts.quoted(pending.otherTags());
    }
}
