package dev.wspact.maven;

import dev.wspact.PactBroker;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Records in the broker that an application is no longer deployed to an environment. A deployment of another version needs
 * no undeployment before it. Needs no POM.
 *
 * @since 0.1
 */
@Mojo(name = "record-undeployment", requiresProject = false, threadSafe = true, requiresOnline = false)
public final class RecordUndeploymentMojo extends DeploymentMojo {
    /**
     * Which of several installations in one environment, such as {@code eu-1}. Not set for the only one.
     *
     * @since 0.1
     */
    @Parameter(property = "wspact.applicationInstance")
    private @Nullable String applicationInstance;

    @Override
    void run(PactBroker broker) {
        broker.recordUndeployment(requirePacticipant(), requireEnvironment(), OptionalOption.of(applicationInstance))
                .forEach(ended -> getLog().info("Recorded that version %s of %s is no longer deployed to %s."
                        .formatted(ended.version(), ended.pacticipant(), requireEnvironment())));
    }
}
