package dev.wspact.maven;

import dev.wspact.PactBroker;
import dev.wspact.Reports;
import dev.wspact.broker.PacticipantVersion;
import dev.wspact.broker.ResultPublication;
import dev.wspact.verdict.ContractResult;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Publishes to the broker what verifications have left in {@code target/wspact/results}, those of {@code wspact:verify} and
 * those of JUnit tests alike. Only results of pacts that came from the broker can be published.
 *
 * @since 0.1
 */
@Mojo(name = "publish-results", requiresProject = false, threadSafe = true, requiresOnline = false)
public final class PublishResultsMojo extends BrokerGoalMojo {
    /**
     * Where the result files are. {@code target/wspact/results} by default, and the directories in it.
     *
     * @since 0.1
     */
    @Parameter(property = "wspact.results")
    private @Nullable File results;

    /**
     * The provider's name. May be missing if all results are of one provider; if it is not set, {@code pact.provider.name}
     * is asked.
     *
     * @since 0.1
     */
    @Parameter(property = "wspact.provider")
    private @Nullable String provider;

    /**
     * The provider's version. The commit by default, as the CI system or Git knows it, or else the POM's version.
     *
     * @since 0.1
     */
    @Parameter(property = "pact.provider.version")
    private @Nullable String providerVersion;

    /**
     * The branch of that version. The one that the CI system or Git knows by default.
     *
     * @since 0.1
     */
    @Parameter(property = "pact.provider.branch")
    private @Nullable String providerBranch;

    /**
     * Tags for that version.
     *
     * @since 0.1
     */
    @Parameter(property = "pact.provider.tag")
    private List<String> providerTags = List.of();

    /**
     * Page of the build. The one that the CI system knows by default.
     *
     * @since 0.1
     */
    @Parameter(property = "pact.verifier.buildUrl")
    private @Nullable String buildUrl;

    /** Where a POM binds it, it publishes what was verified in this build, and never what an earlier one has left. */
    @Override
    boolean applies() throws MojoFailureException, IOException {
        List<String> verifications = verifications();
        if (!verifications.isEmpty() && skipped().size() == verifications.size()) {
            getLog().warn("No result is published: nothing was verified in this build.");
            return false;
        }
        return true;
    }

    private List<String> verifications() {
        return executions().currentIsBound() ? executions().binding("verify") : List.of();
    }

    /** The executions of verify that this build has skipped. */
    private List<String> skipped() throws MojoFailureException, IOException {
        List<String> skipped = new ArrayList<>();
        for (String execution : verifications()) {
            Outcome.Kind kind = outcomes()
                    .ofThisBuild(execution)
                    .map(Outcome::kind)
                    .filter(found -> found != Outcome.Kind.STARTED)
                    .orElseThrow(() -> new MojoFailureException(
                            "wspact:verify (execution %s) has not run to its end in this build, so that its results are of an earlier one. Bind publish-results to a phase after it, such as post-integration-test."
                                    .formatted(execution)));
            if (kind == Outcome.Kind.SKIPPED) {
                skipped.add(execution);
            }
        }
        return skipped;
    }

    @Override
    void run(PactBroker broker) throws MojoExecutionException, MojoFailureException, IOException {
        List<ContractResult> all = found();
        String name = provider(all);
        List<ContractResult> found = all.stream()
                .filter(result -> result.subject().provider().equals(name))
                .toList();
        if (found.isEmpty()) {
            throw new MojoFailureException("There are no results of " + name
                    + ". Correct the provider's name, <provider> (-Dwspact.provider).");
        }
        VersionOption version = new VersionOption(brokerSettings(), ciBuild());
        PacticipantVersion published = new PacticipantVersion(
                name,
                version.number(BrokerSetting.PROVIDER_VERSION, providerVersion, project()),
                version.branch(BrokerSetting.PROVIDER_BRANCH, providerBranch),
                brokerSettings().list(BrokerSetting.PROVIDER_TAGS, providerTags),
                version.buildUrl(BrokerSetting.PROVIDER_BUILD_URL, buildUrl));
        getLog().info("Publishing %d result(s) of %s, version %s%s"
                .formatted(
                        found.size(),
                        published.pacticipant(),
                        published.number(),
                        published.branch() == null ? "" : ", branch " + published.branch()));
        tell(broker.publishResults(found, published), getLog()::info);
    }

    /**
     * Tells what became of each result.
     *
     * @throws MojoExecutionException if any was withheld: the broker does not know what was found
     */
    static void tell(List<ResultPublication> publications, Consumer<String> log) throws MojoExecutionException {
        List<String> withheld = new ArrayList<>();
        for (ResultPublication publication : publications) {
            if (publication instanceof ResultPublication.Published published) {
                log.accept("Published for %s: %s%s"
                        .formatted(
                                published.consumer(),
                                published.success() ? "success" : "failure",
                                published.url() == null ? "" : ", " + published.url()));
            } else if (publication instanceof ResultPublication.Withheld one) {
                withheld.add("The result for %s is not published: %s. %s."
                        .formatted(one.consumer(), one.reason(), one.remedy()));
            }
        }
        if (!withheld.isEmpty()) {
            throw new MojoExecutionException(String.join("\n", withheld));
        }
    }

    private List<ContractResult> found() throws MojoFailureException, IOException {
        Path directory = results == null ? buildDirectory().resolve("wspact").resolve("results") : results.toPath();
        List<ContractResult> found = new ArrayList<>();
        List<String> skipped = skipped();
        for (Path one : ResultDirectories.of(directory)) {
            // several executions have a directory each, which bears their name
            if (!skipped.contains(one.getFileName().toString())) {
                found.addAll(Reports.read(one));
            }
        }
        if (found.isEmpty()) {
            throw new MojoFailureException("There are no results in " + directory
                    + ". Verify first (wspact:verify, or a JUnit provider test), or set <results> (-Dwspact.results).");
        }
        return found;
    }

    private String provider(List<ContractResult> found) {
        String set = brokerSettings().find(BrokerSetting.PROVIDER, provider);
        List<String> names = found.stream()
                .map(result -> result.subject().provider())
                .distinct()
                .sorted()
                .toList();
        if (set == null && names.size() > 1) {
            throw new BadOptionException(
                    "The results are of several providers: %s. Say whose version it is: <provider> (-Dwspact.provider)."
                            .formatted(String.join(", ", names)));
        }
        return set == null ? names.get(0) : set;
    }
}
