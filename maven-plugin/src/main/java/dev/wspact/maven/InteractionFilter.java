package dev.wspact.maven;

import dev.wspact.contract.Contract;
import dev.wspact.contract.Interaction;
import dev.wspact.contract.ProviderState;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Picks the interactions to verify, as Pact's own filters do.
 *
 * @param consumers names of the consumers whose contracts are verified; empty for all
 * @param description what a description must match, as a whole; null for anything
 * @param providerState what the name of one provider state must match, as a whole; null for anything. A pattern that
 *     matches the empty text picks the interactions without any state, too
 */
record InteractionFilter(List<String> consumers, @Nullable Pattern description, @Nullable Pattern providerState) {
    InteractionFilter {
        consumers = List.copyOf(consumers);
    }

    /** Whether everything passes. */
    boolean picksAll() {
        return consumers.isEmpty() && description == null && providerState == null;
    }

    /** The contracts with the picked interactions; contracts of which none is left are left out. */
    List<Contract> of(List<Contract> contracts) {
        if (picksAll()) {
            return contracts;
        }
        return contracts.stream()
                .filter(contract -> consumers.isEmpty() || consumers.contains(contract.consumer()))
                .map(this::picked)
                .filter(contract -> !contract.interactions().isEmpty())
                .toList();
    }

    /** How many interactions the contracts have. */
    static int count(List<Contract> contracts) {
        return contracts.stream()
                .mapToInt(contract -> contract.interactions().size())
                .sum();
    }

    private Contract picked(Contract contract) {
        return new Contract(
                contract.consumer(),
                contract.provider(),
                contract.source(),
                contract.interactions().stream().filter(this::picks).toList(),
                contract.notes(),
                contract.extras());
    }

    private boolean picks(Interaction interaction) {
        return (description == null
                        || description.matcher(interaction.description()).matches())
                && (providerState == null
                        || hasState(providerState, interaction.setup().states()));
    }

    private static boolean hasState(Pattern pattern, List<ProviderState> states) {
        if (states.isEmpty()) {
            return pattern.matcher("").matches();
        }
        return states.stream().anyMatch(state -> pattern.matcher(state.name()).matches());
    }
}
