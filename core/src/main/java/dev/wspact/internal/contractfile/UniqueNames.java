package dev.wspact.internal.contractfile;

import dev.wspact.contract.ContractFormatException;
import dev.wspact.contract.Interaction;
import dev.wspact.contract.Place;
import dev.wspact.contract.ProviderState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Holds that no two interactions of a contract have the same description and provider states, of whatever type they
 * are: Pact's tools take such two for one and drop the first.
 */
final class UniqueNames {
    private UniqueNames() {}

    static void check(List<Interaction> interactions) {
        Map<Name, Place> seen = new HashMap<>();
        for (Interaction interaction : interactions) {
            Name name = new Name(interaction.description(), interaction.setup().states());
            Place first = seen.putIfAbsent(name, interaction.origin().place());
            if (first != null) {
                throw new ContractFormatException(
                        interaction.origin().place(),
                        "there is another interaction \"" + interaction.description()
                                + "\" with the same provider states, at " + first,
                        "Give one of them another description; Pact's tools take the two for one");
            }
        }
    }

    private record Name(String description, List<ProviderState> states) {}
}
