package dev.wspact.maven;

import dev.wspact.ContractFiles;
import dev.wspact.contract.Contract;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The contracts in a file or directory.
 *
 * @param path the file or directory
 * @param provider the provider's name; empty if the contracts say it
 */
record FileContracts(Path path, String provider) implements ContractSource {
    @Override
    public void requirePresent() throws NoContractsException {
        if (!Files.exists(path)) {
            throw new NoContractsException(ContractPath.missing(path));
        }
    }

    @Override
    public List<Contract> read() throws NoContractsException {
        requirePresent();
        List<Contract> all = provider.isEmpty() ? ContractFiles.read(path) : ContractFiles.read(path, provider);
        List<String> providers =
                all.stream().map(Contract::provider).distinct().sorted().toList();
        if (providers.size() > 1) {
            throw new BadOptionException(
                    "The contracts in %s are with several providers: %s. Say which one listens at the URL: <provider> (-Dwspact.provider)."
                            .formatted(path, String.join(", ", providers)));
        }
        return all;
    }

    @Override
    public String shown() {
        return path.toString();
    }
}
