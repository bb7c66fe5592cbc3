package dev.wspact.internal.embeddedbroker.matrix;

import dev.wspact.internal.embeddedbroker.store.Pact;
import dev.wspact.internal.embeddedbroker.store.Result;
import dev.wspact.internal.embeddedbroker.store.Tables;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Joins pacts and results. */
final class MatrixRows {
    private final Tables tables;
    private final LatestBy latestBy;

    MatrixRows(Tables tables, LatestBy latestBy) {
        this.tables = tables;
        this.latestBy = latestBy;
    }

    /** The rows that selectors mean, in order. */
    List<MatrixRow> of(List<ResolvedSelector> selectors) {
        List<MatrixRow> rows = selectors.size() == 1 ? withAnyone(selectors.get(0)) : among(selectors);
        return latest(rows).stream().sorted(MatrixRow.ORDER).toList();
    }

    /** One selector only: whatever was verified with whomever. */
    private List<MatrixRow> withAnyone(ResolvedSelector selector) {
        Set<MatrixRow> rows = new LinkedHashSet<>();
        for (Pact pact : new Integrations(tables).asConsumer(selector)) {
            rows.addAll(joined(pact, results(pact)));
        }
        for (Pact pact : tables.pacts().ofProvider(selector.pacticipantId())) {
            results(pact).stream()
                    .filter(result -> selector.means(pact.providerId(), result.providerVersionId()))
                    .forEach(result -> rows.add(new MatrixRow(pact, result)));
        }
        return List.copyOf(rows);
    }

    /**
     * Several selectors: results are looked at only for provider versions among them, so that a pact which another version
     * has verified still shows as one without a result.
     */
    private List<MatrixRow> among(List<ResolvedSelector> selectors) {
        Set<Long> all = selectors.stream().map(ResolvedSelector::pacticipantId).collect(Collectors.toSet());
        Set<Long> specified = selectors.stream()
                .filter(ResolvedSelector::isSpecified)
                .map(ResolvedSelector::pacticipantId)
                .collect(Collectors.toSet());
        Set<MatrixRow> rows = new LinkedHashSet<>();
        for (ResolvedSelector consumer : selectors) {
            for (Pact pact : new Integrations(tables).asConsumer(consumer)) {
                boolean isAskedFor = specified.contains(pact.consumerId()) || specified.contains(pact.providerId());
                if (isAskedFor && all.contains(pact.providerId())) {
                    List<Result> results = results(pact).stream()
                            .filter(result -> selectors.stream()
                                    .anyMatch(
                                            selector -> selector.means(pact.providerId(), result.providerVersionId())))
                            .toList();
                    rows.addAll(joined(pact, results));
                }
            }
        }
        return List.copyOf(rows);
    }

    private List<Result> results(Pact pact) {
        return latestBy == LatestBy.NONE
                ? tables.results().all(pact.contentId())
                : tables.results().counting(pact.contentId());
    }

    private static List<MatrixRow> joined(Pact pact, List<Result> results) {
        return results.isEmpty()
                ? List.of(new MatrixRow(pact, null))
                : results.stream().map(result -> new MatrixRow(pact, result)).toList();
    }

    private List<MatrixRow> latest(List<MatrixRow> rows) {
        if (latestBy == LatestBy.NONE) {
            return rows;
        }
        Map<List<Object>, List<MatrixRow>> groups = new LinkedHashMap<>();
        rows.forEach(row ->
                groups.computeIfAbsent(key(row), key -> new ArrayList<>()).add(row));
        return groups.values().stream()
                .map(group -> group.get(0).result() == null
                        ? group.get(0)
                        : group.stream()
                                .max(Comparator.comparing(MatrixRow::providerVersionId))
                                .orElseThrow())
                .toList();
    }

    private List<Object> key(MatrixRow row) {
        Pact pact = row.pact();
        return switch (latestBy) {
            case CP -> List.of(pact.consumerId(), pact.providerId());
            case CVP -> List.of(pact.consumerId(), pact.consumerVersionId(), pact.providerId());
            default -> List.of(pact.consumerId(), pact.consumerVersionId(), pact.providerId(), row.providerVersionId());
        };
    }
}
