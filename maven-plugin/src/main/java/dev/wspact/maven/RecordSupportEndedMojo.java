package dev.wspact.maven;

import dev.wspact.PactBroker;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Records in the broker that a released version is no longer supported, so that nobody has to go with it. Needs no POM.
 *
 * @since 0.1
 */
@Mojo(name = "record-support-ended", requiresProject = false, threadSafe = true, requiresOnline = false)
public final class RecordSupportEndedMojo extends DeploymentMojo {
    /**
     * The version that is no longer supported. Required: it is hardly ever the one that is checked out.
     *
     * @since 0.1
     */
    @Parameter(property = "pacticipantVersion")
    private @Nullable String pacticipantVersion;

    @Override
    void run(PactBroker broker) {
        String version = RequiredOption.of(pacticipantVersion, "pacticipantVersion", "pacticipantVersion");
        broker.recordSupportEnded(version(version), requireEnvironment())
                .forEach(ended -> getLog().info("Recorded that version %s of %s is no longer supported in %s."
                        .formatted(ended.version(), ended.pacticipant(), requireEnvironment())));
    }
}
