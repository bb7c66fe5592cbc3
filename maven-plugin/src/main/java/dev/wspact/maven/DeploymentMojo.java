package dev.wspact.maven;

import dev.wspact.broker.PacticipantVersion;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** A goal that records where an application is. */
abstract class DeploymentMojo extends BrokerGoalMojo {
    /**
     * The application's name in the broker. Required.
     *
     * @since 0.1
     */
    @Parameter(property = "pacticipant")
    private @Nullable String pacticipant;

    /**
     * The environment's name. Required.
     *
     * @since 0.1
     */
    @Parameter(property = "wspact.environment")
    private @Nullable String environment;

    final String requirePacticipant() {
        return RequiredOption.of(pacticipant, "pacticipant", "pacticipant");
    }

    final String requireEnvironment() {
        return RequiredOption.of(environment, "environment", "wspact.environment");
    }

    /** The version as it is set, or else the commit; never that of a POM, which many commits share. */
    final PacticipantVersion version(@Nullable String parameter) {
        String set = brokerSettings().find(BrokerSetting.PACTICIPANT_VERSION, parameter);
        return new PacticipantVersion(
                requirePacticipant(),
                RequiredOption.of(set == null ? ciBuild().commit() : set, "pacticipantVersion", "pacticipantVersion"));
    }
}
