package dev.wspact;

import dev.wspact.contract.Contract;
import dev.wspact.internal.contractfile.ContractMerge;
import dev.wspact.internal.contractfile.ContractReader;
import dev.wspact.internal.contractfile.PactWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads and writes contract files: Pact V3 and V4, {@code *.contract.yaml}, and directories of JSON Schemas. */
public final class ContractFiles {
    private ContractFiles() {}

    /**
     * The contracts in a file or a directory. Formats are told apart by content, not by name.
     *
     * @return at least one contract
     * @throws dev.wspact.contract.ContractFormatException if there is none, or one of them cannot be understood
     */
    public static List<Contract> read(Path fileOrDirectory) {
        return ContractReader.read(fileOrDirectory, "");
    }

    /**
     * The contracts with one provider in a file or a directory; those of other providers are left out.
     *
     * @param provider the provider's name; also given to bare JSON Schemas, which name none
     * @return at least one contract
     * @throws dev.wspact.contract.ContractFormatException if there is none, or one of them cannot be understood
     */
    public static List<Contract> read(Path fileOrDirectory, String provider) {
        return ContractReader.read(fileOrDirectory, provider);
    }

    /**
     * The contract in the text of a Pact file, as a broker, a test's own pact or another tool hands it over.
     * Places in it have no lines.
     *
     * @param source what texts call it, such as its URL
     * @throws dev.wspact.contract.ContractFormatException if it cannot be understood
     */
    public static Contract parsePact(String json, String source) {
        return ContractReader.parsePact(json, source);
    }

    /** The contract in its canonical form: the text of a Pact V4 file. */
    public static String toPact(Contract contract) {
        return PactWriter.write(contract);
    }

    /**
     * The interactions of two contracts of one consumer with one provider. One that stands in both, by description and
     * provider states, must be the same in both, but for its key.
     *
     * @throws dev.wspact.contract.ContractFormatException if it is not; the text shows where the two differ
     * @throws IllegalArgumentException if the contracts are not of the same consumer with the same provider
     */
    public static Contract merge(Contract into, Contract from) {
        return ContractMerge.merge(into, from);
    }

    /** The name of the contract's Pact file: {@code <consumer>-<provider>.json}, without what a file system takes amiss. */
    public static String fileName(Contract contract) {
        return PactWriter.fileName(contract.consumer()) + "-" + PactWriter.fileName(contract.provider()) + ".json";
    }

    /**
     * Writes the contract in its canonical form to {@code <consumer>-<provider>.json}, as Pact names its files.
     *
     * @param directory where to; created if it does not exist
     * @return the file
     * @throws IOException if the file cannot be written
     */
    public static Path writePact(Contract contract, Path directory) throws IOException {
        Files.createDirectories(directory);
        return Files.writeString(
                directory.resolve(fileName(contract)), PactWriter.write(contract), StandardCharsets.UTF_8);
    }
}
