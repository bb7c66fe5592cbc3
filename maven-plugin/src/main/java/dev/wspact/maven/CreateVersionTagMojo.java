package dev.wspact.maven;

import dev.wspact.PactBroker;
import dev.wspact.broker.PacticipantVersion;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Gives a version a tag in the broker. Branches and environments do better what tags did. Needs no POM.
 *
 * @since 0.1
 */
@Mojo(name = "create-version-tag", requiresProject = false, threadSafe = true, requiresOnline = false)
public final class CreateVersionTagMojo extends BrokerGoalMojo {
    /**
     * The application's name in the broker. Required.
     *
     * @since 0.1
     */
    @Parameter(property = "pacticipant")
    private @Nullable String pacticipant;

    /**
     * The version to tag. The commit by default, as the CI system or Git knows it.
     *
     * @since 0.1
     */
    @Parameter(property = "pacticipantVersion")
    private @Nullable String pacticipantVersion;

    /**
     * The tag. Required.
     *
     * @since 0.1
     */
    @Parameter(property = "tag")
    private @Nullable String tag;

    /**
     * Creates the version if the broker does not know it. Otherwise that is an error, so that a typo does not make one.
     *
     * @since 0.1
     */
    @Parameter(property = "wspact.autoCreateVersion", defaultValue = "false")
    private boolean autoCreateVersion;

    @Override
    void run(PactBroker broker) {
        String set = brokerSettings().find(BrokerSetting.PACTICIPANT_VERSION, pacticipantVersion);
        PacticipantVersion version = new PacticipantVersion(
                RequiredOption.of(pacticipant, "pacticipant", "pacticipant"),
                RequiredOption.of(set == null ? ciBuild().commit() : set, "pacticipantVersion", "pacticipantVersion"));
        String name = RequiredOption.of(tag, "tag", "tag");
        broker.tag(version, name, autoCreateVersion);
        getLog().info("Tagged version %s of %s with %s.".formatted(version.number(), version.pacticipant(), name));
    }
}
