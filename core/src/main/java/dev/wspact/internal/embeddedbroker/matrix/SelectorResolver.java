package dev.wspact.internal.embeddedbroker.matrix;

import dev.wspact.internal.embeddedbroker.store.Integration;
import dev.wspact.internal.embeddedbroker.store.Pacticipant;
import dev.wspact.internal.embeddedbroker.store.Tables;
import dev.wspact.internal.embeddedbroker.store.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the versions that selectors mean. */
final class SelectorResolver {
    private final Tables tables;
    private final List<ResolvedSelector> ignored;

    SelectorResolver(Tables tables, List<VersionSelector> ignored) {
        this.tables = tables;
        this.ignored = ignored.stream()
                .flatMap(selector -> resolved(selector, false, List.of()))
                .toList();
    }

    /** Those that do not count. */
    List<ResolvedSelector> ignored() {
        return ignored;
    }

    /** What the query says. */
    List<ResolvedSelector> specified(List<VersionSelector> selectors) {
        return selectors.stream()
                .flatMap(selector -> resolved(selector, true, ignored))
                .toList();
    }

    /** What follows from the target for everyone whom the specified ones have a pact with. */
    List<ResolvedSelector> inferred(
            List<ResolvedSelector> specified, List<RequiredIntegration> integrations, Target target) {
        Set<String> known =
                specified.stream().map(ResolvedSelector::pacticipant).collect(Collectors.toSet());
        Set<String> others = new TreeSet<>();
        for (RequiredIntegration required : integrations) {
            Integration integration = required.integration();
            others.add(integration.consumer());
            others.add(integration.provider());
        }
        others.removeAll(known);
        return others.stream()
                .flatMap(name -> resolved(target.selectorFor(name), false, ignored))
                .toList();
    }

    private Stream<ResolvedSelector> resolved(
            VersionSelector selector, boolean isSpecified, List<ResolvedSelector> ignoring) {
        Optional<Pacticipant> pacticipant = tables.pacticipants().find(selector.pacticipant());
        if (pacticipant.isEmpty()) {
            return Stream.of(new ResolvedSelector(selector, -1, null, null, isSpecified, false, false));
        }
        long id = pacticipant.get().id();
        String branch = selector.branch() != null
                ? selector.branch()
                : selector.mainBranch() ? pacticipant.get().mainBranch() : null;
        if (selector.isNameOnly()) {
            return Stream.of(
                    new ResolvedSelector(selector, id, null, null, isSpecified, isIgnored(id, null, ignoring), false));
        }
        List<Version> versions = versions(selector, branch);
        if (versions.isEmpty()) {
            return Stream.of(new ResolvedSelector(
                    selector, id, null, branch, isSpecified, isIgnored(id, null, ignoring), false));
        }
        return versions.stream()
                .map(version -> new ResolvedSelector(
                        selector,
                        id,
                        version,
                        branch,
                        isSpecified,
                        isIgnored(id, version, ignoring),
                        versions.size() > 1));
    }

    private static boolean isIgnored(long pacticipant, @Nullable Version version, List<ResolvedSelector> ignoring) {
        return ignoring.stream()
                .anyMatch(ignored -> ignored.pacticipantId() == pacticipant
                        && (ignored.isNameOnly() || (version != null && ignored.meansVersion(version.id()))));
    }

    /** All conditions of a selector must hold; the latest of those that are left is meant where it says so. */
    private List<Version> versions(VersionSelector selector, @Nullable String branch) {
        String name = selector.pacticipant();
        if (selector.mainBranch() && branch == null) {
            return List.of();
        }
        List<List<Version>> conditions = new ArrayList<>();
        if (selector.version() != null) {
            conditions.add(
                    tables.versions().find(name, selector.version()).stream().toList());
        }
        if (selector.environment() != null) {
            conditions.add(tables.versions().in(name, selector.environment()));
        }
        if (selector.tag() != null) {
            conditions.add(tables.versions().tagged(name, selector.tag()));
        }
        if (branch != null) {
            conditions.add(
                    selector.latest()
                            ? tables.versions().headOf(name, branch).stream().toList()
                            : tables.versions().onBranch(name, branch));
        }
        List<Version> left = conditions.isEmpty() ? tables.versions().all(name) : conditions.get(0);
        for (List<Version> condition : conditions) {
            left = left.stream()
                    .filter(version -> condition.stream().anyMatch(other -> other.id() == version.id()))
                    .toList();
        }
        return selector.latest() ? left.stream().limit(1).toList() : left;
    }
}
