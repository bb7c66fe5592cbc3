package dev.wspact.internal.embeddedbroker.resources;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.wspact.internal.embeddedbroker.store.EnvironmentVersion;
import dev.wspact.internal.embeddedbroker.store.Pact;
import dev.wspact.internal.embeddedbroker.store.Pacticipant;
import dev.wspact.internal.embeddedbroker.store.Presence;
import dev.wspact.internal.embeddedbroker.store.Tables;
import dev.wspact.internal.embeddedbroker.store.Tag;
import dev.wspact.internal.embeddedbroker.web.Urls;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a client tells its user about a publication, in the words of the Pact Broker. */
final class PublicationNotices {
    private final Tables tables;
    private final List<Notice> notices = new ArrayList<>();

    PublicationNotices(Tables tables) {
        this.tables = tables;
    }

    private record Notice(String type, String text) {}

    PublicationNotices add(String type, String text) {
        notices.add(new Notice(type, text));
        return this;
    }

    void version(PublicationRequest publication, boolean isNew) {
        String branch = publication.branch() == null ? "" : "branch " + publication.branch();
        String tags = publication.tags().isEmpty() ? "" : "tags " + String.join(", ", publication.tags());
        String with = branch.isEmpty() && tags.isEmpty() ? "" : " with ";
        add(
                "debug",
                (isNew ? "Created " : "Updated ") + publication.pacticipant() + " version " + publication.version()
                        + with + branch + (branch.isEmpty() || tags.isEmpty() ? "" : " and ") + tags);
        if (publication.branch() == null) {
            add("prompt", "  Next steps:\n    Configure the version branch to be the value of your repository branch.");
        }
    }

    /** The text for a pact that was published, or published again. */
    void pact(Pact pact, boolean isNew, Urls urls) {
        String of = pact.consumer() + " version " + pact.consumerVersion() + " and provider " + pact.provider();
        add(
                "success",
                isNew
                        ? "Pact successfully published for " + of + "."
                        : "Pact successfully republished for " + of + " with no content changes.");
        add(
                "debug",
                "  View the published pact at "
                        + urls.between(pact.provider(), pact.consumer(), "version", pact.consumerVersion()));
        add("debug", "  Events detected: " + String.join(", ", events(pact, isNew)));
        add("prompt", "  Next steps:");
        if (!tables.results().anyBetween(pact.consumerId(), pact.providerId())) {
            add(
                    "prompt",
                    "    * Add Pact verification tests to the " + pact.provider()
                            + " build. See https://docs.pact.io/go/provider_verification");
        }
        add(
                "prompt",
                "    * Configure separate " + pact.provider()
                        + " pact verification build and webhook to trigger it when"
                        + " the pact content changes. See https://docs.pact.io/go/webhooks");
    }

    private List<String> events(Pact pact, boolean isNew) {
        List<String> tags = tables.tags().of(pact.consumerVersionId()).stream()
                .map(Tag::name)
                .toList();
        List<String> changes = isNew ? changes(pact, tags) : List.of();
        List<String> events = new ArrayList<>();
        events.add("contract_published"
                + (isNew && changes.isEmpty()
                        ? " (pact content is the same as previous version"
                                + (tags.size() == 1 ? " with tag " : "s with tags ") + String.join(", ", tags)
                                + " and no new tags were applied)"
                        : ""));
        if (requiresVerification(pact)) {
            events.add("contract_requiring_verification_published");
        }
        if (!changes.isEmpty()) {
            events.add("contract_content_changed (" + String.join(", ", changes) + ")");
        }
        return events;
    }

    private List<String> changes(Pact pact, List<String> tags) {
        List<String> changes = new ArrayList<>();
        if (tags.isEmpty()) {
            compare(
                    pact,
                    tables.pacts().previousUntagged(pact),
                    "first time untagged pact published",
                    "pact content has changed since previous untagged version",
                    changes);
        }
        for (String tag : tags) {
            compare(
                    pact,
                    tables.pacts().previousTagged(pact, tag),
                    "first time any pact published for this consumer with consumer version tagged " + tag,
                    "pact content has changed since the last consumer version tagged with " + tag,
                    changes);
        }
        return changes;
    }

    private static void compare(Pact pact, Optional<Pact> previous, String first, String other, List<String> changes) {
        if (previous.isEmpty()) {
            changes.add(first);
        } else if (previous.get().contentId() != pact.contentId()) {
            changes.add(other);
        }
    }

    /** Whether there is a provider version, on the main branch or in an environment, that has not verified the content. */
    private boolean requiresVerification(Pact pact) {
        Pacticipant provider = tables.pacticipants().find(pact.provider()).orElseThrow();
        Stream<Long> head = Optional.ofNullable(provider.mainBranch())
                .flatMap(branch -> tables.versions().headOf(provider.name(), branch))
                .stream()
                .map(version -> version.id());
        Stream<Long> present = Stream.of(Presence.values())
                .flatMap(presence -> tables.environmentVersions().currentOf(presence, provider.id()).stream())
                .map(EnvironmentVersion::versionId);
        return Stream.concat(head, present)
                .anyMatch(version -> !tables.results().any(pact.contentId(), version));
    }

    /** The notices as the answer has them. */
    ArrayNode json() {
        return Hal.array(
                notices, notice -> Hal.object().put("type", notice.type()).put("text", notice.text()));
    }

    /** The same in the form of earlier brokers, which some clients read. */
    ArrayNode logs() {
        return Hal.array(notices, notice -> Hal.object()
                .put("level", notice.type())
                .put("message", notice.text())
                .put("deprecationWarning", "Replaced by notices"));
    }

    /** The texts of the errors among them. */
    List<String> errors() {
        return notices.stream()
                .filter(notice -> notice.type().equals("error"))
                .map(Notice::text)
                .toList();
    }
}
