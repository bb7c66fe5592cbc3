package dev.wspact.maven;

import dev.wspact.Reports;
import dev.wspact.verification.StateChange;
import dev.wspact.verification.Strictness;
import dev.wspact.verification.VerificationOptions;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Verifies a running WebSocket server against the contracts of its consumers, over a real socket, and writes what it found
 * to {@code target/wspact/results}.
 *
 * <p>Bound to a phase it fails nothing by itself, so that {@code post-integration-test} can stop the server; bind {@code
 * check} too, which then fails the build. Named on the command line it fails at once.
 *
 * @since 0.1
 */
@Mojo(
        name = "verify",
        defaultPhase = LifecyclePhase.INTEGRATION_TEST,
        requiresProject = false,
        threadSafe = true,
        requiresOnline = false)
public final class VerifyMojo extends BrokerVerifyMojo {
    /**
     * A contract file or a directory of them: Pact files, {@code *.contract.yaml}, or bare JSON Schemas, told apart by
     * content. {@code src/contracts} by default; if it is not set, {@code pact.pactDirectory} is asked. A path that does not
     * exist fails the build, so that a typo cannot pass for "nothing to verify". Where nothing is set, and {@code
     * src/contracts} does not exist, the pacts of the broker are verified.
     *
     * @since 0.1
     */
    @Parameter(property = "wspact.contracts", alias = "pactFileDirectory")
    private @Nullable File contracts;

    /**
     * The provider's name. Contracts with other providers are left out. May be missing if all contracts are with one
     * provider; if it is not set, {@code pact.provider.name} is asked.
     *
     * @since 0.1
     */
    @Parameter(property = "wspact.provider")
    private @Nullable String provider;

    /**
     * How long an interaction waits where its contract does not say: {@code 500ms}, {@code 2s}, {@code 1m}, or ISO-8601.
     *
     * @since 0.1
     */
    @Parameter(property = "wspact.timeout", defaultValue = "10s")
    private String timeout;

    /**
     * For how long a refused connection is tried again, for servers that are still starting. {@code 0} gives up at once.
     *
     * @since 0.1
     */
    @Parameter(property = "wspact.waitFor", defaultValue = "0")
    private String waitFor;

    /**
     * How long to go on listening once everything is satisfied, to judge what comes later. {@code 0} ends at once.
     *
     * @since 0.1
     */
    @Parameter(property = "wspact.observe", defaultValue = "0")
    private String observe;

    /**
     * The HTTP URL that brings the provider into a state, as Pact's verifiers post to it.
     *
     * @since 0.1
     */
    @Parameter(property = "wspact.stateChangeUrl")
    private @Nullable String stateChangeUrl;

    /**
     * Whether the URL is also told when an interaction is over, with {@code "action": "teardown"}.
     *
     * @since 0.1
     */
    @Parameter(property = "wspact.stateChangeTeardown", defaultValue = "false")
    private boolean stateChangeTeardown;

    /**
     * Whether the state goes into the body of the request, or else into its query.
     *
     * @since 0.1
     */
    @Parameter(property = "wspact.stateChangeUsesBody", defaultValue = "true")
    private boolean stateChangeUsesBody;

    /**
     * Regular expression for names of provider states that cause a push and so are run after connecting, for contracts that
     * do not say so themselves (those of Pact's stock tools). It matches a whole name.
     *
     * @since 0.1
     */
    @Parameter(property = "wspact.triggerStates")
    private @Nullable String triggerStates;

    /**
     * The fields that tell message types apart, as JSON Pointers or member names; found in the contracts if not set.
     *
     * @since 0.1
     */
    @Parameter(property = "wspact.discriminator")
    private List<String> discriminator = List.of();

    /**
     * Fails if messages arrive that no contract names.
     *
     * @since 0.1
     */
    @Parameter(property = "wspact.failOnUncontracted", defaultValue = "false")
    private boolean failOnUncontracted;

    /**
     * Fails if a message has members that the example in the contract does not have, where no schema stands.
     *
     * @since 0.1
     */
    @Parameter(property = "wspact.failOnUnexpectedKeys", defaultValue = "false")
    private boolean failOnUnexpectedKeys;

    /**
     * Fails if a contract asks for message metadata other than the content type, which cannot travel on a WebSocket.
     *
     * @since 0.1
     */
    @Parameter(property = "wspact.failOnMetadata", defaultValue = "false")
    private boolean failOnMetadata;

    /**
     * Where the result files go. {@code target/wspact/results} by default; where a POM binds this goal more than once, a
     * directory below it that is named after the execution. Results of earlier runs are removed from it.
     *
     * @since 0.1
     */
    @Parameter(property = "wspact.results")
    private @Nullable File results;

    /**
     * A recording to verify instead of a running server: what wspact has recorded, or a HAR file of a browser. See
     * docs/recordings.md for what a recording cannot show.
     *
     * @since 0.1
     */
    @Parameter(property = "wspact.recording")
    private @Nullable File recording;

    /**
     * Records the traffic of the verification into this file, so that it can be verified again without the server. A file
     * that is there is replaced.
     *
     * @since 0.1
     */
    @Parameter(property = "wspact.recordTo")
    private @Nullable File recordTo;

    /**
     * Verifies the contracts of these consumers only.
     *
     * @since 0.1
     */
    @Parameter(property = "pact.filter.consumers")
    private List<String> filterConsumers = List.of();

    /**
     * Verifies only interactions whose whole description matches this regular expression. If it is not set, the environment
     * variable {@code PACT_DESCRIPTION} is asked.
     *
     * @since 0.1
     */
    @Parameter(property = "pact.filter.description")
    private @Nullable String filterDescription;

    /**
     * Verifies only interactions with a provider state whose whole name matches this regular expression. If it is not set,
     * the environment variable {@code PACT_PROVIDER_STATE} is asked.
     *
     * @since 0.1
     */
    @Parameter(property = "pact.filter.providerState")
    private @Nullable String filterProviderState;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        boolean bound = executions().currentIsBound();
        try {
            Optional<String> skippedBy = skippedBy();
            if (skippedBy.isPresent()) {
                Outcome skipped = new Outcome(
                        Outcome.Kind.SKIPPED, "Contracts are not verified: " + skippedBy.get() + " is set.");
                getLog().warn(skipped.message());
                outcomes().write(executionId(), skipped);
                return;
            }
            if (bound) {
                requireCheck();
            }
            warnOfUnknownOptions();
            outcomes().write(executionId(), new Outcome(Outcome.Kind.STARTED, ""));
            Outcome outcome = verified();
            outcomes().write(executionId(), outcome);
            end(outcome, bound);
        } catch (IOException e) {
            throw new MojoExecutionException(
                    "The build directory " + buildDirectory() + " cannot be used: " + e + ". Make it writable.", e);
        }
    }

    private void requireCheck() throws MojoExecutionException {
        if (executions().binding("check").isEmpty()) {
            throw new MojoExecutionException(
                    "This project binds wspact:verify (execution %s) without wspact:check. verify leaves it to check to fail the build, after the server has been stopped; without check a broken contract would pass. Add <goal>check</goal> to an execution of wspact-maven-plugin; its phase is verify."
                            .formatted(executionId()));
        }
    }

    private Outcome verified() {
        try {
            // a recording says nothing of the version that is being built: the broker is neither asked nor told
            boolean filesAreGiven = contracts != null || Files.exists(contracts());
            if (recording != null || !isFromBroker(filesAreGiven, provider())) {
                if (recording == null) {
                    warnThatFilesAreNotPublished();
                }
                return verified(new FileContracts(contracts(), provider()));
            }
            if (!filesAreGiven) {
                getLog().info("There are no contracts at " + contracts() + ", so the broker's are verified.");
            }
            return fromBroker(provider(), results(), this::verified);
        } catch (BadOptionException e) {
            return Outcome.of(Outcome.Kind.ERROR, e);
        } catch (IOException e) {
            return new Outcome(
                    Outcome.Kind.ERROR,
                    "The results cannot be written: " + e + ". Make the directory writable, or set <results>"
                            + " (-Dwspact.results).");
        } catch (RuntimeException e) {
            // A fault of ours must not keep the build from stopping the server either.
            getLog().error("wspact came to something unforeseen.", e);
            return new Outcome(
                    Outcome.Kind.ERROR,
                    "wspact came to something unforeseen: " + e
                            + ". Please report it with the stack trace in the log.");
        }
    }

    private Outcome verified(ContractSource source) throws IOException {
        Verification verification = new Verification(
                source,
                filter(),
                results(),
                recording == null ? null : recording.toPath(),
                RerunCommand.of(session(), project()));
        Outcome outcome = verification.run(this::options, new ProgressLog(getLog(), System::nanoTime), getLog());
        new GitHubStep(session().getSystemProperties(), System.out, getLog()).tell(Reports.read(results()));
        return outcome;
    }

    private void end(Outcome outcome, boolean bound) throws MojoExecutionException, MojoFailureException {
        if (outcome.kind().good()) {
            return;
        }
        if (!bound && !ignores(outcome)) {
            outcome.end();
        }
        outcome.message().lines().forEach(getLog()::error);
        getLog().warn(
                        ignores(outcome)
                                ? "The build goes on, since maven.test.failure.ignore is set."
                                : "The build goes on until wspact:check, so that the server can be stopped.");
    }

    private Path contracts() {
        return path(contracts, "src/contracts", "pact.pactDirectory");
    }

    private String provider() {
        String name = provider == null ? pactNames().find("pact.provider.name") : provider;
        return name == null ? "" : name;
    }

    private Path results() {
        Path common = buildDirectory().resolve("wspact").resolve("results");
        if (results != null) {
            return results.toPath();
        }
        return executions().currentIsBound() && executions().binding("verify").size() > 1
                ? common.resolve(executionId())
                : common;
    }

    private InteractionFilter filter() {
        String consumers = pactNames().find("pact.filter.consumers");
        return new InteractionFilter(
                filterConsumers.isEmpty() && consumers != null
                        ? Stream.of(consumers.split(",")).map(String::strip).toList()
                        : filterConsumers,
                pattern("pact.filter.description", filterDescription, "PACT_DESCRIPTION"),
                pattern("pact.filter.providerState", filterProviderState, "PACT_PROVIDER_STATE"));
    }

    private @Nullable Pattern pattern(String property, @Nullable String value, String environment) {
        String text = value == null ? pactNames().find(property, environment) : value;
        return text == null ? null : PatternOption.parse(property, text);
    }

    private VerificationOptions options() {
        try {
            VerificationOptions.Builder options = base().timeout(DurationOption.parse("wspact.timeout", timeout))
                    .waitFor(DurationOption.parse("wspact.waitFor", waitFor))
                    .observe(DurationOption.parse("wspact.observe", observe))
                    .discriminator(discriminator)
                    .strictness(new Strictness(failOnUncontracted, failOnUnexpectedKeys, failOnMetadata));
            given(
                    stateChangeUrl,
                    text -> options.stateChange(new StateChange(
                            UrlOption.http("wspact.stateChangeUrl", text), stateChangeTeardown, stateChangeUsesBody)));
            given(triggerStates, text -> options.triggerStates(PatternOption.parse("wspact.triggerStates", text)));
            return options.build();
        } catch (IllegalArgumentException e) {
            throw new BadOptionException(String.valueOf(e.getMessage()));
        }
    }

    private VerificationOptions.Builder base() {
        if (recording == null) {
            VerificationOptions.Builder options = connection();
            return recordTo == null ? options : options.recordTo(recordTo.toPath());
        }
        if (recordTo != null) {
            throw new BadOptionException(
                    "wspact.recordTo records a running server, but wspact.recording verifies what was recorded before."
                            + " Leave one of them out.");
        }
        return recorded();
    }

    private static void given(@Nullable String text, Consumer<String> option) {
        if (text != null && !text.isBlank()) {
            option.accept(text);
        }
    }
}
