package dev.wspact.internal.contractfile;

import dev.wspact.contract.Contract;
import dev.wspact.contract.ContractFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Reads contracts from a file or a directory and tells their formats apart by content. Of a directory the files that
 * stand directly in it are read, since what is below a contract (schemas, examples) is no contract by itself.
 */
public final class ContractReader {
    private ContractReader() {}

    /**
     * The contracts in a file or directory, at least one.
     *
     * @param provider the provider's name for bare schemas, which name none; contracts of other providers are left out
     *     where it is not empty
     * @throws ContractFormatException if there is none, or one of them cannot be understood
     */
    public static List<Contract> read(Path fileOrDirectory, String provider) {
        if (Files.isDirectory(fileOrDirectory)) {
            return directory(fileOrDirectory, provider);
        }
        if (!Files.isRegularFile(fileOrDirectory)) {
            throw ContractText.error(
                    fileOrDirectory,
                    "there is no such file or directory",
                    "Check the path; it was looked for as " + fileOrDirectory.toAbsolutePath());
        }
        return file(fileOrDirectory, provider);
    }

    /**
     * The contract in the text of a Pact file.
     *
     * @param source what texts call it
     * @throws ContractFormatException if it cannot be understood
     */
    public static Contract readPact(String json, String source) {
        return PactReader.read(Document.ofJson(source, json));
    }

    /**
     * The contract in a text that is no file, as a broker or another tool hands it over: its places have no lines.
     *
     * @param source what texts call it, such as its URL
     * @throws ContractFormatException if it cannot be understood
     */
    public static Contract parsePact(String json, String source) {
        return PactReader.read(Document.ofJson(source, json).withoutLines());
    }

    private static List<Contract> file(Path file, String provider) {
        Document document = ContractText.document(file);
        ContractFormat format = ContractFormat.of(document);
        if (format == ContractFormat.SCHEMA) {
            return List.of(SchemaContractReader.ofBareSchemas(file, List.of(file), provider));
        }
        if (format == ContractFormat.NONE) {
            throw ContractText.error(
                    file,
                    "this is not a contract: no Pact file (consumer, provider, and interactions or messages), "
                            + "no contract.yaml, no JSON Schema",
                    "Name a contract, or a directory of contracts");
        }
        return withProvider(file, List.of(new Candidate(document, file, format)), provider);
    }

    private static List<Contract> directory(Path directory, String provider) {
        List<Path> files = files(directory);
        List<Candidate> candidates = new ArrayList<>();
        List<Path> schemas = new ArrayList<>();
        for (Path file : files) {
            if (ContractFormat.isSchema(file.toString())) {
                schemas.add(file);
            } else {
                Document document = ContractText.document(file);
                ContractFormat format = ContractFormat.of(document);
                if (format == ContractFormat.PACT || format == ContractFormat.SCHEMA_CONTRACT) {
                    candidates.add(new Candidate(document, file, format));
                }
            }
        }
        if (candidates.isEmpty() && schemas.isEmpty()) {
            throw nothing(directory, files);
        }
        return candidates.isEmpty()
                ? List.of(SchemaContractReader.ofBareSchemas(directory, schemas, provider))
                : withProvider(directory, candidates, provider);
    }

    private static List<Path> files(Path directory) {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.filter(Files::isRegularFile)
                    .filter(ContractReader::mayBeContract)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw ContractText.unreadable(directory, e);
        }
    }

    private static boolean mayBeContract(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".json") || name.endsWith(".yaml") || name.endsWith(".yml");
    }

    private static ContractFormatException nothing(Path directory, List<Path> files) {
        String problem = files.isEmpty()
                ? "there is no contract in this directory: no .json, .yaml or .yml file stands directly in it"
                : "there is no contract in this directory: none of its " + files.size()
                        + " .json, .yaml and .yml files is one";
        List<String> below = subdirectoriesWithFiles(directory);
        return ContractText.error(
                directory,
                problem,
                below.isEmpty()
                        ? "Put Pact files, contract.yaml files or *.schema.json files there, or name another directory"
                        : "Directories below it are not searched; name one of " + DidYouMean.list(below));
    }

    private static List<String> subdirectoriesWithFiles(Path directory) {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.filter(Files::isDirectory)
                    .filter(Files::isReadable)
                    .filter(below -> !files(below).isEmpty())
                    .map(Path::toString)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw ContractText.unreadable(directory, e);
        }
    }

    private static List<Contract> withProvider(Path path, Collection<Candidate> candidates, String provider) {
        List<Contract> contracts = new ArrayList<>();
        Set<String> others = new TreeSet<>();
        for (Candidate candidate : candidates) {
            String other = candidate.provider();
            if (provider.isEmpty() || other.isBlank() || other.equals(provider)) {
                contracts.add(candidate.read());
            } else {
                others.add(other);
            }
        }
        if (contracts.isEmpty()) {
            throw ContractText.error(
                    path,
                    "no contract here is with the provider \"" + provider + '"',
                    DidYouMean.nearest(provider, others)
                            .map(near -> "Perhaps \"" + near + "\" is meant")
                            .orElseGet(() -> "The providers here are: " + DidYouMean.list(others)));
        }
        return List.copyOf(contracts);
    }

    /** A file that is a contract but has not been understood yet. */
    private record Candidate(Document document, Path file, ContractFormat format) {
        /** The provider's name, empty if it has none: then reading it is an error. */
        String provider() {
            var provider = document.tree().path("provider");
            return (format == ContractFormat.PACT ? provider.path("name") : provider).asText();
        }

        Contract read() {
            return format == ContractFormat.PACT
                    ? PactReader.read(document)
                    : SchemaContractReader.read(document, file);
        }
    }
}
