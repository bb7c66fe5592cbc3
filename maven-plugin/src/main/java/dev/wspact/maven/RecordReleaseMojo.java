package dev.wspact.maven;

import dev.wspact.PactBroker;
import dev.wspact.broker.RecordedVersion;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Records in the broker that a version is released to an environment, beside those that are: for apps and libraries, of
 * which users run several versions at once. Needs no POM.
 *
 * @since 0.1
 */
@Mojo(name = "record-release", requiresProject = false, threadSafe = true, requiresOnline = false)
public final class RecordReleaseMojo extends DeploymentMojo {
    /**
     * The version that is released. The commit by default, as the CI system or Git knows it.
     *
     * @since 0.1
     */
    @Parameter(property = "pacticipantVersion")
    private @Nullable String pacticipantVersion;

    @Override
    void run(PactBroker broker) {
        RecordedVersion recorded = broker.recordRelease(version(pacticipantVersion), requireEnvironment());
        getLog().info("Recorded that version %s of %s is released to %s."
                .formatted(recorded.version(), recorded.pacticipant(), requireEnvironment()));
    }
}
