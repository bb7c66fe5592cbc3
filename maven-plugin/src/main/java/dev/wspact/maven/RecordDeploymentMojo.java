package dev.wspact.maven;

import dev.wspact.PactBroker;
import dev.wspact.broker.RecordedVersion;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Records in the broker that a version is deployed to an environment, in place of the one before. Run it right after the
 * deployment: {@code can-i-deploy} knows only what is recorded. Needs no POM.
 *
 * @since 0.1
 */
@Mojo(name = "record-deployment", requiresProject = false, threadSafe = true, requiresOnline = false)
public final class RecordDeploymentMojo extends DeploymentMojo {
    /**
     * The version that is deployed. The commit by default, as the CI system or Git knows it.
     *
     * @since 0.1
     */
    @Parameter(property = "pacticipantVersion")
    private @Nullable String pacticipantVersion;

    /**
     * Which of several installations in one environment, such as {@code eu-1}. Not set for the only one.
     *
     * @since 0.1
     */
    @Parameter(property = "wspact.applicationInstance")
    private @Nullable String applicationInstance;

    @Override
    void run(PactBroker broker) {
        RecordedVersion recorded = broker.recordDeployment(
                version(pacticipantVersion), requireEnvironment(), OptionalOption.of(applicationInstance));
        getLog().info("Recorded that version %s of %s is deployed to %s."
                .formatted(recorded.version(), recorded.pacticipant(), requireEnvironment()));
    }
}
