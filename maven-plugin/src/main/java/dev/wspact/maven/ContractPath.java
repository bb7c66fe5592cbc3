package dev.wspact.maven;

import java.nio.file.Path;

/** The path that leads to the contracts. */
final class ContractPath {
    private ContractPath() {}

    /** What to say if it leads nowhere. */
    static String missing(Path path) {
        return "There are no contracts at " + path
                + ". Create it, or point <contracts> (-Dwspact.contracts) at the file or"
                + " directory with your contracts.";
    }
}
