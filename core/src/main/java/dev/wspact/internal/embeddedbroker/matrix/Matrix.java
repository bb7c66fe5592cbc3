package dev.wspact.internal.embeddedbroker.matrix;

import dev.wspact.internal.embeddedbroker.store.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The answer to a question to the matrix, as the Pact Broker 2.120.0 gives it.
 *
 * @param considered the rows that count
 * @param ignored the rows that do not, because the query says so
 */
public record Matrix(List<MatrixRow> considered, List<MatrixRow> ignored, Deployability deployability) {
    /** Answers a question. */
    public static Matrix of(MatrixQuery query, Tables tables) {
        Target target = query.target();
        SelectorResolver resolver = new SelectorResolver(tables, query.ignored());
        List<ResolvedSelector> specified = resolver.specified(query.selectors());
        List<RequiredIntegration> integrations =
                new Integrations(tables).of(specified, target.isGiven() || specified.size() == 1);
        List<ResolvedSelector> inferred =
                target.isGiven() ? resolver.inferred(specified, integrations, target) : List.of();
        List<ResolvedSelector> selectors =
                Stream.concat(specified.stream(), inferred.stream()).toList();
        List<MatrixRow> considered = new ArrayList<>();
        List<MatrixRow> ignored = new ArrayList<>();
        for (MatrixRow row : new MatrixRows(tables, query.latestBy()).of(selectors)) {
            (isIgnored(row, resolver.ignored()) ? ignored : considered).add(row);
        }
        Facts facts = new Facts(considered, ignored, selectors, resolver.ignored(), integrations);
        return new Matrix(
                List.copyOf(considered),
                List.copyOf(ignored),
                Deployability.of(
                        facts, target.isPlace(), version -> tables.versions().get(version)));
    }

    private static boolean isIgnored(MatrixRow row, List<ResolvedSelector> ignored) {
        return ignored.stream()
                .anyMatch(selector ->
                        selector.means(row.pact().consumerId(), row.pact().consumerVersionId())
                                || selector.means(row.pact().providerId(), row.providerVersionId()));
    }

    /** What the answer follows from. */
    record Facts(
            List<MatrixRow> considered,
            List<MatrixRow> ignored,
            List<ResolvedSelector> selectors,
            List<ResolvedSelector> ignoredSelectors,
            List<RequiredIntegration> integrations) {}
}
