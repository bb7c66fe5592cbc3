package dev.wspact.maven;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Fails the build if a {@code verify} before it found a broken contract, or could not judge. Between the two the server
 * is stopped, in the phase {@code post-integration-test}.
 *
 * @since 0.1
 */
@Mojo(
        name = "check",
        defaultPhase = LifecyclePhase.VERIFY,
        requiresProject = false,
        threadSafe = true,
        requiresOnline = false)
public final class CheckMojo extends TestsMojo {
    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        Optional<String> skippedBy = skippedBy();
        if (skippedBy.isPresent()) {
            getLog().warn("Contracts are not checked: " + skippedBy.get() + " is set.");
            return;
        }
        Outcome outcome = Outcome.of(outcomesToCheck());
        if (outcome.kind() == Outcome.Kind.SKIPPED) {
            getLog().warn(outcome.message());
        }
        if (ignores(outcome)) {
            getLog().error(outcome.message());
            getLog().warn("The build goes on, since maven.test.failure.ignore is set.");
            return;
        }
        outcome.end();
    }

    private List<Outcome> outcomesToCheck() throws MojoExecutionException {
        try {
            return executions().currentIsBound() ? ofBoundExecutions() : ofEarlierRuns();
        } catch (IOException e) {
            throw new MojoExecutionException(
                    "What verify left in the build directory cannot be read: " + e.getMessage() + ". Run mvn clean.",
                    e);
        }
    }

    private List<Outcome> ofBoundExecutions() throws IOException {
        List<String> bound = executions().binding("verify");
        if (bound.isEmpty()) {
            return List.of(
                    new Outcome(
                            Outcome.Kind.WRONG_CONTRACT,
                            "There is nothing to check: this project binds wspact:check, but not wspact:verify, so no contract was"
                                    + " verified. Add the goal verify to an execution of wspact-maven-plugin, or remove check."));
        }
        List<Outcome> outcomes = new ArrayList<>();
        for (String execution : bound) {
            outcomes.add(outcomes()
                    .ofThisBuild(execution)
                    .filter(outcome -> outcome.kind() != Outcome.Kind.STARTED)
                    .orElseGet(() -> new Outcome(
                            Outcome.Kind.ERROR,
                            "wspact:verify (execution %s) has not run to its end in this build, so nothing is proven. Bind it"
                                            .formatted(execution)
                                    + " to a phase before that of check, such as integration-test.")));
        }
        return outcomes;
    }

    private List<Outcome> ofEarlierRuns() throws IOException {
        List<Outcome> outcomes = outcomes().ofAnyBuild();
        return outcomes.isEmpty()
                ? List.of(new Outcome(
                        Outcome.Kind.WRONG_CONTRACT,
                        "There is nothing to check: no verification has left its outcome in " + buildDirectory()
                                + ". Run wspact:verify first."))
                : outcomes;
    }
}
