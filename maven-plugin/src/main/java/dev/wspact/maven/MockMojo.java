package dev.wspact.maven;

import dev.wspact.MockProvider;
import dev.wspact.contract.Contract;
import dev.wspact.contract.ContractFormatException;
import dev.wspact.mock.MockOptions;
import java.io.File;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Plays contracts to any WebSocket client: a front end, a browser test, a client in another language. Accepts the opening
 * handshake that a contract declares and refuses any other with what differed, pushes, answers requests, and says what goes
 * over each connection. Reads the contracts again when a file changes. Goes on until it is interrupted.
 *
 * @since 0.1
 */
@Mojo(name = "mock", requiresProject = false, threadSafe = true, requiresOnline = false)
public final class MockMojo extends WspactMojo {
    /**
     * The contract file, or the directory of contract files. {@code src/contracts} by default. If it is not set, {@code
     * pact.pactDirectory} is asked.
     *
     * @since 0.1
     */
    @Parameter(property = "wspact.contracts")
    private @Nullable File contracts;

    /**
     * The provider to play; contracts with other providers are left out. All of them by default.
     *
     * @since 0.1
     */
    @Parameter(property = "wspact.provider", defaultValue = "")
    private @Nullable String provider;

    /**
     * The name or address of the interface to listen on. Nobody else can connect by default; {@code 0.0.0.0} lets
     * everybody.
     *
     * @since 0.1
     */
    @Parameter(property = "wspact.host", defaultValue = "127.0.0.1")
    private String host;

    /**
     * The port to listen on; 0 for any free one.
     *
     * @since 0.1
     */
    @Parameter(property = "wspact.port", defaultValue = "0")
    private int port;

    /**
     * Descriptions of the only interactions to play, such as one that refuses the handshake; several with commas or as
     * elements. All by default.
     *
     * @since 0.1
     */
    @Parameter(property = "wspact.play")
    private @Nullable List<String> play;

    /**
     * Plays generated variants in place of the examples of JSON Schema contracts: optional members absent, every value of
     * an {@code enum}, every branch of a {@code oneOf}, numbers at their bounds.
     *
     * @since 0.1
     */
    @Parameter(property = "wspact.variants", defaultValue = "false")
    private boolean variants;

    /**
     * How long to play. Until it is interrupted by default.
     *
     * @since 0.1
     */
    @Parameter(property = "wspact.mock.duration")
    private @Nullable String duration;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        Optional<String> skippedBy = skippedBy();
        if (skippedBy.isPresent()) {
            getLog().warn("Nothing is played: " + skippedBy.get() + " is set.");
            return;
        }
        warnOfUnknownOptions();
        Path source = path(contracts, "src/contracts", "pact.pactDirectory");
        if (!Files.exists(source)) {
            throw new MojoFailureException(ContractPath.missing(source));
        }
        try {
            serve(source);
        } catch (ContractFormatException e) {
            throw new MojoFailureException(e.getMessage(), e);
        } catch (BadOptionException | IllegalArgumentException | UncheckedIOException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
    }

    private void serve(Path source) {
        Duration longest = duration == null ? null : DurationOption.parse("wspact.mock.duration", duration);
        ContractWatch watch = new ContractWatch(source, provider == null ? "" : provider);
        List<Contract> first = watch.read();
        MockOptions options = MockOptions.builder()
                .host(host)
                .port(port)
                .variants(variants)
                .listener(line -> getLog().info(line))
                .build();
        CountDownLatch interrupted = new CountDownLatch(1);
        try (MockProvider mock = MockProvider.start(first, options)) {
            MockServing serving = new MockServing(mock, play == null ? List.of() : play, watch, getLog());
            serving.begin(first);
            Thread end = new Thread(
                    () -> {
                        mock.close();
                        interrupted.countDown();
                    },
                    "wspact-mock-end");
            Runtime.getRuntime().addShutdownHook(end);
            serving.run(longest, interrupted);
            if (interrupted.getCount() > 0) {
                Runtime.getRuntime().removeShutdownHook(end);
            }
        }
    }
}
