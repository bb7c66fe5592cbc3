package dev.wspact.internal.contractfile;

import dev.wspact.contract.Contract;
import java.nio.file.Path;
import java.util.List;

/** Reads contracts from a file or a directory and tells their formats apart by content. */
public final class ContractReader {
    private ContractReader() {}

    /**
     * The contracts in a file or directory, at least one.
     *
     * @param provider the provider's name for bare schemas, which name none; contracts of other providers are left out
     *     where it is not empty
     * @throws dev.wspact.contract.ContractFormatException if there is none, or one of them cannot be understood
     */
    public static List<Contract> read(Path fileOrDirectory, String provider) {
        throw new UnsupportedOperationException("not yet");
    }
}
