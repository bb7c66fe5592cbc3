package dev.wspact.maven;

import dev.wspact.ContractFiles;
import dev.wspact.contract.Contract;
import dev.wspact.contract.ContractFormatException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Checks the contracts that a consumer has written as JSON Schema, examples and all, and writes each as a Pact file, which
 * is what is published. For consumer builds; it needs no server and no Java test.
 *
 * @since 0.1
 */
@Mojo(
        name = "contracts",
        defaultPhase = LifecyclePhase.PROCESS_TEST_RESOURCES,
        requiresProject = false,
        threadSafe = true,
        requiresOnline = false)
public final class ContractsMojo extends WspactMojo {
    /**
     * The contract file, or the directory of contract files, that the consumer has written. {@code src/contracts} by
     * default. A path that does not exist fails the build, so that a typo cannot pass for "no contracts".
     *
     * @since 0.1
     */
    @Parameter(property = "wspact.contracts")
    private @Nullable File contracts;

    /**
     * Where the Pact files go. {@code target/pacts} by default, where Pact's tools look for them. If it is not set,
     * {@code pact.pactDirectory} and {@code pact.rootDir} are asked.
     *
     * @since 0.1
     */
    @Parameter(property = "wspact.pactDirectory")
    private @Nullable File pactDirectory;

    /**
     * Does nothing, and says so: the property that skips the compilation of all tests.
     *
     * @since 0.1
     */
    @Parameter(property = "maven.test.skip", defaultValue = "false")
    private boolean skipAllTests;

    @Override
    Optional<String> skippedBy() {
        return super.skippedBy().or(() -> skipAllTests ? Optional.of("maven.test.skip") : Optional.empty());
    }

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        Optional<String> skippedBy = skippedBy();
        if (skippedBy.isPresent()) {
            getLog().warn("Contracts are not compiled: " + skippedBy.get() + " is set.");
            return;
        }
        warnOfUnknownOptions();
        Path source = path(contracts, "src/contracts");
        Path target =
                path(pactDirectory, buildDirectory().resolve("pacts").toString(), "pact.pactDirectory", "pact.rootDir");
        if (!Files.exists(source)) {
            throw new MojoFailureException(ContractPath.missing(source));
        }
        try {
            compile(ContractFiles.read(source), target);
        } catch (ContractFormatException e) {
            throw new MojoFailureException(e.getMessage(), e);
        } catch (IOException e) {
            throw new MojoExecutionException(
                    "The Pact files cannot be written to " + target + ": " + e + ". Make the directory writable, or set"
                            + " <pactDirectory> (-Dwspact.pactDirectory).",
                    e);
        }
    }

    private void compile(List<Contract> contracts, Path directory) throws IOException, MojoFailureException {
        Map<Path, Contract> written = new HashMap<>();
        for (Contract contract : contracts) {
            contract.notes().forEach(note -> getLog().info(contract.source() + ": " + note));
            Path file = ContractFiles.writePact(contract, directory);
            Contract other = written.put(file, contract);
            if (other != null) {
                throw new MojoFailureException(
                        "%s and %s are both contracts of %s with %s, and would be written to one file, %s. Put them into one contract."
                                .formatted(
                                        other.source(),
                                        contract.source(),
                                        contract.consumer(),
                                        contract.provider(),
                                        file));
            }
            getLog().info("%s with %s: %s (%d interactions)"
                    .formatted(
                            contract.consumer(),
                            contract.provider(),
                            file,
                            contract.interactions().size()));
        }
    }
}
