package dev.wspact.maven;

import dev.wspact.PactBroker;
import dev.wspact.broker.DeploymentAnswer;
import dev.wspact.broker.DeploymentQuestion;
import dev.wspact.broker.DeploymentQuestion.Ignored;
import dev.wspact.broker.Patience;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** A goal that asks the broker, and fails the build unless the answer is a clear yes. */
abstract class GateMojo extends BrokerGoalMojo {
    /**
     * The application's name in the broker.
     *
     * @since 0.1
     */
    @Parameter(property = "pacticipant")
    private @Nullable String pacticipant;

    /**
     * The version that is asked about. The commit by default, as the CI system or Git knows it.
     *
     * @since 0.1
     */
    @Parameter(property = "pacticipantVersion")
    private @Nullable String pacticipantVersion;

    /**
     * Applications whose results do not count, each as {@code name} or {@code name@version}; several with commas or as
     * elements. If it is not set, {@code PACT_BROKER_CAN_I_DEPLOY_IGNORE} is asked.
     *
     * @since 0.1
     */
    @Parameter(property = "ignore")
    private List<String> ignore = List.of();

    /**
     * How often the broker is asked again while a result that is required is missing.
     *
     * @since 0.1
     */
    @Parameter(property = "retriesWhenUnknown", defaultValue = "0")
    private int retriesWhenUnknown;

    /**
     * The wait before each of them, in seconds.
     *
     * @since 0.1
     */
    @Parameter(property = "retryInterval", defaultValue = "10")
    private int retryInterval;

    /**
     * Asks and tells, but lets the build go on whatever the answer is. If it is not set,
     * {@code PACT_BROKER_CAN_I_DEPLOY_DRY_RUN} is asked.
     *
     * @since 0.1
     */
    @Parameter(property = "wspact.dryRun", defaultValue = "false")
    private boolean dryRun;

    /** What is asked of the broker. */
    abstract DeploymentQuestion question();

    /** On a command line, once a build and not for each module; where a POM binds it, wherever it is bound. */
    @Override
    final boolean applies() {
        boolean first = session().getProjects() == null
                || session().getProjects().isEmpty()
                || project().equals(session().getProjects().get(0));
        if (!first && !executions().currentIsBound()) {
            getLog().info("The broker is asked once a build, in the first module.");
            return false;
        }
        return true;
    }

    @Override
    final void run(PactBroker broker) throws MojoFailureException {
        if (retriesWhenUnknown < 0 || retryInterval < 0 || retryInterval > 3600) {
            throw new BadOptionException(
                    "retriesWhenUnknown is %d and retryInterval %d. Neither can be negative, and the interval is in seconds, 3600 at most."
                            .formatted(retriesWhenUnknown, retryInterval));
        }
        DeploymentAnswer answer =
                broker.canIDeploy(question(), new Patience(retriesWhenUnknown, Duration.ofSeconds(retryInterval)));
        boolean go = answer.deployable();
        getLog().info(go ? "Computer says yes \\o/" : "Computer says no \u00af\\_(\u30c4)_/\u00af");
        MatrixTable.of(answer).forEach(getLog()::info);
        answer.notices().stream()
                .filter(notice -> notice.type().equals("warning"))
                .flatMap(notice -> notice.text().lines())
                .forEach(getLog()::warn);
        if (go) {
            answer.reason().lines().forEach(getLog()::info);
            return;
        }
        String reason =
                (answer.decision() == DeploymentAnswer.Decision.UNKNOWN ? "Not known yet: " : "No: ") + answer.reason();
        if (brokerSettings().isSet(BrokerSetting.DRY_RUN, dryRun)) {
            reason.lines().forEach(getLog()::warn);
            getLog().warn("The build goes on, since this is a dry run.");
            return;
        }
        List<String> lines = new ArrayList<>(List.of(reason));
        lines.addAll(MatrixTable.of(answer));
        throw new MojoFailureException(String.join("\n", lines));
    }

    final String requirePacticipant() {
        String name = brokerSettings().find(BrokerSetting.PACTICIPANT, pacticipant);
        if (name == null) {
            throw new BadOptionException(
                    "No application. Say which one is asked about: <pacticipant>, or -Dpacticipant=….");
        }
        return name;
    }

    /** The version as it is set, or else the commit; never that of a POM, which many commits share. */
    final DeploymentQuestion.Version version() {
        String set = brokerSettings().find(BrokerSetting.PACTICIPANT_VERSION, pacticipantVersion);
        String number = set == null ? ciBuild().commit() : set;
        if (number == null) {
            throw new BadOptionException(
                    "No version. Say which one is asked about: <pacticipantVersion>, or" + " -DpacticipantVersion=….");
        }
        return new DeploymentQuestion.Version.Exact(number);
    }

    final boolean versionIsSet() {
        return brokerSettings().find(BrokerSetting.PACTICIPANT_VERSION, pacticipantVersion) != null;
    }

    final List<Ignored> ignored() {
        return brokerSettings().list(BrokerSetting.IGNORE, ignore).stream()
                .map(GateMojo::ignored)
                .toList();
    }

    private static Ignored ignored(String text) {
        int at = text.lastIndexOf('@');
        return at <= 0
                ? new Ignored(text, null)
                : new Ignored(
                        text.substring(0, at),
                        Optional.of(text.substring(at + 1))
                                .filter(v -> !v.isEmpty())
                                .orElse(null));
    }
}
