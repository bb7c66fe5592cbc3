package dev.wspact.junit5.internal;

import dev.wspact.ContractFiles;
import dev.wspact.contract.Contract;
import dev.wspact.contract.Interaction;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/**
 * A contract file that a test names.
 *
 * @param name a resource on the class path, or a path from the project's directory or from its {@code src/contracts}
 * @param testClass the test's class, beside which resources are looked for first
 */
public record ContractFile(String name, Class<?> testClass) {
    /**
     * The contracts in the file, reduced to some of their interactions.
     *
     * @param provider the provider's name, empty for any
     * @param descriptions of the interactions; empty for all
     * @return at least one, all with one provider
     * @throws ExtensionConfigurationException if there is no such file or interaction
     */
    public List<ToPlay.Part> read(String provider, List<String> descriptions) {
        Path file = find();
        List<Contract> contracts = ContractFiles.read(file, provider);
        Set<String> providers =
                new TreeSet<>(contracts.stream().map(Contract::provider).toList());
        if (providers.size() > 1) {
            throw new ExtensionConfigurationException(
                    file + " has contracts with several providers, " + providers + ": say which one by provider = …");
        }
        requireThere(contracts, descriptions, file);
        return contracts.stream()
                .map(contract -> reduced(contract, descriptions))
                .filter(contract -> !contract.interactions().isEmpty())
                .map(contract -> new ToPlay.Part(contract.source(), contract, null))
                .toList();
    }

    private static Contract reduced(Contract contract, List<String> descriptions) {
        List<Interaction> some = contract.interactions().stream()
                .filter(each -> descriptions.isEmpty() || descriptions.contains(each.description()))
                .toList();
        return new Contract(
                contract.consumer(), contract.provider(), contract.source(), some, contract.notes(), contract.extras());
    }

    private static void requireThere(List<Contract> contracts, List<String> descriptions, Path file) {
        Set<String> there = new TreeSet<>();
        contracts.forEach(contract -> contract.interactions().forEach(each -> there.add(each.description())));
        for (String description : descriptions) {
            if (!there.contains(description)) {
                throw new ExtensionConfigurationException(
                        file + " has no interaction \"" + description + "\"; there is " + String.join(", ", there));
            }
        }
    }

    private Path find() {
        URL beside = testClass.getResource(name);
        URL resource = beside == null ? testClass.getClassLoader().getResource(name) : beside;
        if (resource != null) {
            return path(resource);
        }
        for (Path path : List.of(Path.of(name), Path.of("src", "contracts").resolve(name))) {
            if (Files.exists(path)) {
                return path;
            }
        }
        throw new ExtensionConfigurationException("There is no contract \"" + name
                + "\": it was looked for on the class path, as " + Path.of(name).toAbsolutePath() + ", and as "
                + Path.of("src", "contracts").resolve(name).toAbsolutePath());
    }

    private Path path(URL resource) {
        if (!resource.getProtocol().equals("file")) {
            throw new ExtensionConfigurationException("The contract \"" + name + "\" is within an archive, " + resource
                    + ": schemas beside it could not be read; name a file of the project");
        }
        try {
            Path path = Path.of(resource.toURI());
            Path project = Path.of("").toAbsolutePath();
            return path.startsWith(project) ? project.relativize(path) : path;
        } catch (URISyntaxException e) {
            throw new ExtensionConfigurationException("The contract \"" + name + "\" is at no path: " + resource, e);
        }
    }
}
