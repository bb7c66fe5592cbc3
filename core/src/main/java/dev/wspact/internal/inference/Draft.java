package dev.wspact.internal.inference;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A draft of a contract.
 *
 * @param yaml the contract file
 * @param files texts of the schemas and examples, by their paths from the contract file
 * @param notes what a person should know who goes on with it
 * @param interactions how many interactions it has
 */
public record Draft(String yaml, Map<String, String> files, List<String> notes, int interactions) {
    /** Copies the collections. */
    public Draft {
        files = new LinkedHashMap<>(files);
        notes = List.copyOf(notes);
    }
}
