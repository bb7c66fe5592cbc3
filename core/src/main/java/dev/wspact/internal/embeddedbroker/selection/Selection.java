package dev.wspact.internal.embeddedbroker.selection;

import dev.wspact.internal.embeddedbroker.store.FoundPact;
import dev.wspact.internal.embeddedbroker.store.Integration;
import dev.wspact.internal.embeddedbroker.store.Pact;
import dev.wspact.internal.embeddedbroker.store.PactSelections;
import dev.wspact.internal.embeddedbroker.store.Pacticipant;
import dev.wspact.internal.embeddedbroker.store.Presence;
import dev.wspact.internal.embeddedbroker.store.Tables;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds what a provider has to verify. */
public final class Selection {
    private static final Comparator<VerifiablePact> ORDER = Comparator.comparing(
                    (VerifiablePact pact) -> pact.pact().consumer().toLowerCase(Locale.ROOT))
            .thenComparing(pact -> pact.pact().consumerVersionId());

    private final Tables tables;
    private final Pacticipant provider;
    private final PactSelections pacts;

    /** For one provider. */
    public Selection(Tables tables, Pacticipant provider) {
        this.tables = tables;
        this.provider = provider;
        this.pacts = tables.selections();
    }

    /**
     * What a request asks for.
     *
     * @param selectors none for main branches, or the latest, and all that is deployed or released
     * @param isPendingAsked whether the answer says which contents are pending
     * @param wipSince work in progress that was published later is added, in milliseconds since the epoch; null for none
     */
    public record Request(
            List<ConsumerSelector> selectors,
            ProviderVersion version,
            boolean isPendingAsked,
            @Nullable Long wipSince) {
        /** Copies the list. */
        public Request {
            selectors = List.copyOf(selectors);
        }
    }

    /** Each content once, by consumer; work in progress behind the rest. */
    public List<VerifiablePact> of(Request request) {
        List<ConsumerSelector> selectors = request.selectors().isEmpty() ? defaults() : request.selectors();
        List<Choice> choices = new ArrayList<>();
        selectors.forEach(selector -> choices.addAll(choices(selector)));
        choices.addAll(fallbacks(selectors, choices));
        List<VerifiablePact> found = new ArrayList<>(merged(choices, request, false));
        if (request.wipSince() != null && request.version().isKnown()) {
            found.addAll(inProgress(request, request.wipSince(), List.copyOf(found)));
        }
        return found;
    }

    private List<ConsumerSelector> defaults() {
        List<ConsumerSelector> defaults = new ArrayList<>();
        for (Integration integration : tables.pacticipants().integrations()) {
            if (integration.providerId() == provider.id()) {
                String name = integration.consumer();
                String branch = tables.pacticipants().find(name).orElseThrow().mainBranch();
                if (branch != null && tables.versions().headOf(name, branch).isPresent()) {
                    defaults.add(ConsumerSelector.mainBranchOf(name));
                } else if (branch != null
                        && !tables.versions().tagged(name, branch).isEmpty()) {
                    defaults.add(ConsumerSelector.latestTagged(branch, name));
                } else {
                    defaults.add(ConsumerSelector.latestOf(name));
                }
            }
        }
        defaults.add(ConsumerSelector.anyDeployed());
        defaults.add(ConsumerSelector.anyReleased());
        return defaults;
    }

    private List<Choice> choices(ConsumerSelector selector) {
        return found(selector)
                .filter(found -> selector.consumer() == null
                        || selector.consumer().equals(found.pact().consumer()))
                .map(found -> new Choice(
                        selector.withoutFallback(),
                        found.pact(),
                        isOfEnvironment(selector)
                                ? tables.environments().find(found.by()).orElseThrow()
                                : null))
                .toList();
    }

    private static boolean isOfEnvironment(ConsumerSelector selector) {
        return selector.deployed() || selector.released() || selector.environment() != null;
    }

    private Stream<FoundPact> found(ConsumerSelector selector) {
        long id = provider.id();
        String name =
                String.valueOf(selector.kind() == ConsumerSelector.Kind.BRANCH ? selector.branch() : selector.tag());
        return switch (selector.kind()) {
            case MAIN_BRANCH -> pacts.mainBranchHeads(id).stream();
            case BRANCH -> pacts.branchHeads(id, name).stream();
            case TAGGED -> pacts.tagged(id, name).stream();
            case LATEST_TAGGED -> pacts.latestTagged(id, name).stream();
            case LATEST -> pacts.latest(id).stream();
            case DEPLOYED -> in(selector, Presence.DEPLOYED);
            case RELEASED -> in(selector, Presence.RELEASED);
            case ENVIRONMENT -> Stream.concat(in(selector, Presence.DEPLOYED), in(selector, Presence.RELEASED));
        };
    }

    private Stream<FoundPact> in(ConsumerSelector selector, Presence presence) {
        String environment = selector.environment();
        return pacts.in(presence, provider.id()).stream()
                .filter(found -> environment == null || environment.equals(found.by()));
    }

    private List<Choice> fallbacks(List<ConsumerSelector> selectors, List<Choice> choices) {
        List<Choice> fallbacks = new ArrayList<>();
        for (ConsumerSelector selector : selectors) {
            String fallback = selector.fallbackTag();
            boolean isMissing = choices.stream()
                    .map(Choice::selector)
                    .noneMatch(chosen ->
                            chosen.latest() && String.valueOf(selector.tag()).equals(chosen.tag()));
            if (fallback != null && isMissing) {
                pacts.latestTagged(provider.id(), fallback).stream()
                        .map(FoundPact::pact)
                        .filter(pact -> selector.consumer() == null
                                || selector.consumer().equals(pact.consumer()))
                        .forEach(pact -> fallbacks.add(new Choice(selector, pact, null)));
            }
        }
        return fallbacks;
    }

    private List<VerifiablePact> inProgress(Request request, long since, List<VerifiablePact> selected) {
        List<Choice> choices = new ArrayList<>();
        pacts.allBranchHeads(provider.id())
                .forEach(found -> choices.add(new Choice(ConsumerSelector.headOf(found.by()), found.pact(), null)));
        pacts.allTagHeads(provider.id())
                .forEach(found ->
                        choices.add(new Choice(ConsumerSelector.latestTagged(found.by(), null), found.pact(), null)));
        choices.removeIf(choice -> choice.pact().createdAt() <= since
                || selected.stream()
                        .anyMatch(other ->
                                other.pact().contentId() == choice.pact().contentId())
                || !request.version().isInProgress(choice.pact().contentId(), tables.results()));
        return merged(choices, request, true);
    }

    private List<VerifiablePact> merged(List<Choice> choices, Request request, boolean wip) {
        Map<Long, List<Choice>> byContent = new LinkedHashMap<>();
        choices.forEach(choice -> byContent
                .computeIfAbsent(choice.pact().contentId(), id -> new ArrayList<>())
                .add(choice));
        return byContent.values().stream()
                .map(same -> new VerifiablePact(
                        latest(same),
                        same.stream().sorted(Choice.ORDER).toList(),
                        request.isPendingAsked() || wip
                                ? request.version().pending(same.get(0).pact().contentId(), tables.results())
                                : null,
                        wip))
                .sorted(ORDER)
                .toList();
    }

    private static Pact latest(List<Choice> choices) {
        return choices.stream()
                .map(Choice::pact)
                .max(Comparator.comparing(Pact::consumerVersionId))
                .orElseThrow();
    }
}
