package dev.wspact.internal.verification;

import dev.wspact.contract.Contract;
import dev.wspact.contract.Interaction;
import dev.wspact.verification.VerificationOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a reader of the result should know although it decides nothing. */
final class Notes {
    private static final String INSECURE =
            "WARNING: every TLS certificate was trusted and no host name was checked, since"
                    + " wspact.insecure is set; anyone may have answered in place of the provider";

    private Notes() {}

    static List<String> of(Contract contract, VerificationOptions options) {
        List<String> notes = new ArrayList<>();
        if (options.tls().insecure()) {
            notes.add(INSECURE);
        }
        notes.addAll(contract.notes());
        if (contract.interactions().isEmpty()) {
            notes.add("the contract has no interactions, so nothing was verified");
        }
        boolean anyStates = contract.interactions().stream()
                .anyMatch(interaction -> !interaction.setup().states().isEmpty());
        if (anyStates && options.stateHandler() == null && options.stateChange() == null) {
            notes.add("provider states were not set up, since there is neither a state handler nor a state-change URL");
        }
        notes.addAll(aboutMetadata(contract));
        return notes;
    }

    /** What no message on a WebSocket can be checked for. */
    static List<String> aboutMetadata(Contract contract) {
        List<String> notes = new ArrayList<>();
        for (Interaction interaction : contract.interactions()) {
            Set<String> metadata = Metadata.notCheckable(interaction);
            if (!metadata.isEmpty()) {
                notes.add("\"" + interaction.description() + "\": message metadata " + String.join(", ", metadata)
                        + " was not checked, since a WebSocket message carries none");
            }
        }
        return notes;
    }
}
