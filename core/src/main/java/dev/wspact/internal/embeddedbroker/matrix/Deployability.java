package dev.wspact.internal.embeddedbroker.matrix;

import dev.wspact.internal.embeddedbroker.store.Pact;
import dev.wspact.internal.embeddedbroker.store.Result;
import dev.wspact.internal.embeddedbroker.store.Version;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether a version may be deployed, and why.
 *
 * @param deployable null if a result is missing that is needed
 * @param ignored how many rows do not count; null if the query ignores nobody
 */
public record Deployability(
        @Nullable Boolean deployable,
        List<Reason> reasons,
        int success,
        int failed,
        int unknown,
        @Nullable Integer ignored) {
    static Deployability of(Matrix.Facts facts, boolean hasPlace, LongFunction<Version> versions) {
        return new Judge(facts, hasPlace, versions).judge();
    }

    private record Judge(Matrix.Facts facts, boolean hasPlace, LongFunction<Version> versions) {
        Deployability judge() {
            List<MatrixRow> rows = facts.considered();
            int unverified =
                    (int) rows.stream().filter(row -> row.result() == null).count();
            int failed = (int) rows.stream().filter(MatrixRow::isFailure).count();
            List<RequiredIntegration> withoutRow = withoutRow();
            boolean isUnknown = unverified > 0 || !withoutRow.isEmpty();
            Boolean deployable =
                    missing().findAny().isPresent() ? Boolean.FALSE : isUnknown ? null : (Boolean) (failed == 0);
            return new Deployability(
                    deployable,
                    reasons(withoutRow, isUnknown),
                    rows.size() - unverified - failed,
                    failed,
                    unverified + withoutRow.size(),
                    facts.ignoredSelectors().isEmpty() ? null : facts.ignored().size());
        }

        private Stream<ResolvedSelector> missing() {
            return facts.selectors().stream()
                    .filter(selector -> selector.isSpecified() && !selector.isIgnored() && selector.isVersionMissing());
        }

        private List<RequiredIntegration> withoutRow() {
            return facts.integrations().stream()
                    .filter(RequiredIntegration::isRequired)
                    .filter(integration -> Stream.concat(facts.considered().stream(), facts.ignored().stream())
                            .noneMatch(integration::isOf))
                    .toList();
        }

        private List<Reason> reasons(List<RequiredIntegration> withoutRow, boolean isUnknown) {
            List<Reason> reasons = new ArrayList<>();
            facts.ignoredSelectors().stream()
                    .filter(selector -> selector.pacticipantId() < 0 || selector.isVersionMissing())
                    .forEach(selector ->
                            reasons.add(Reason.warning("WARN: Cannot ignore " + SelectorTexts.description(selector))));
            reasons.addAll(habits());
            Set<Reason> errors = new LinkedHashSet<>();
            missing().forEach(selector -> errors.add(Reason.error(SelectorTexts.doesNotExist(selector))));
            if (errors.isEmpty()) {
                withoutRow.forEach(integration -> errors.add(Reason.error(unverified(integration))));
                facts.considered().stream()
                        .filter(MatrixRow::isFailure)
                        .forEach(row -> errors.add(Reason.error("The verification for the pact between " + consumer(row)
                                + " and " + provider(row) + " failed")));
                facts.considered().stream()
                        .filter(row -> row.result() == null)
                        .forEach(row -> errors.add(Reason.error(
                                "There is no verified pact between " + consumer(row) + " and " + provider(row))));
            }
            reasons.addAll(errors);
            if (errors.isEmpty() && !isUnknown) {
                reasons.add(Reason.success(
                        facts.considered().isEmpty()
                                ? "There are no missing dependencies"
                                : "All required verification results are published and successful"));
            }
            return List.copyOf(reasons);
        }

        /** Questions that have no reliable answer. */
        private List<Reason> habits() {
            List<Reason> warnings = new ArrayList<>();
            List<ResolvedSelector> specified = facts.selectors().stream()
                    .filter(ResolvedSelector::isSpecified)
                    .toList();
            if (specified.size() == 1 && !hasPlace) {
                warnings.add(Reason.warning("WARN: It is recommended to specify the environment into which you are"
                        + " deploying. Without the environment, this result will not be reliable."));
            }
            if (specified.stream().anyMatch(selector -> !selector.isNameOnly())
                    && specified.stream()
                            .allMatch(selector -> selector.selector().version() == null)) {
                warnings.add(
                        Reason.warning("WARN: It is recommended to specify the version number (rather than the tag or"
                                + " branch) of the pacticipant you wish to deploy to avoid race conditions. Without a version"
                                + " number, this result will not be reliable."));
            }
            return warnings;
        }

        private String unverified(RequiredIntegration required) {
            String consumer = text(
                    required.integration().consumer(), required.integration().consumerId(), null);
            String provider = text(
                    required.integration().provider(), required.integration().providerId(), null);
            return "There is no verified pact between " + consumer + " and " + provider;
        }

        private String consumer(MatrixRow row) {
            Pact pact = row.pact();
            return text(pact.consumer(), pact.consumerId(), versions.apply(pact.consumerVersionId()));
        }

        private String provider(MatrixRow row) {
            Result result = row.result();
            return text(
                    row.pact().provider(),
                    row.pact().providerId(),
                    result == null ? null : versions.apply(result.providerVersionId()));
        }

        /** In the words of the selector that led to it. */
        private String text(String pacticipant, long id, @Nullable Version version) {
            List<ResolvedSelector> selectors = facts.selectors().stream()
                    .filter(selector -> selector.pacticipant().equals(pacticipant))
                    .toList();
            if (selectors.size() == 1) {
                return SelectorTexts.description(selectors.get(0));
            }
            ResolvedSelector otherwise =
                    version == null ? ResolvedSelector.anyVersion(pacticipant, id) : ResolvedSelector.ofRow(version);
            return SelectorTexts.description(selectors.stream()
                    .filter(selector -> version != null && selector.meansVersion(version.id()))
                    .findFirst()
                    .orElse(otherwise));
        }
    }
}
