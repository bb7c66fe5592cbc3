package dev.wspact.maven;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.Settings;
import org.jspecify.annotations.Nullable;

/** What all goals know of the build they run in. */
abstract class WspactMojo extends AbstractMojo {
    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private MojoExecution mojoExecution;

    /**
     * Does nothing, and says so.
     *
     * @since 0.1
     */
    @Parameter(property = "wspact.skip", defaultValue = "false")
    private boolean skip;

    /** The property that tells this goal to do nothing; empty if it is to run. */
    Optional<String> skippedBy() {
        return skip ? Optional.of("wspact.skip") : Optional.empty();
    }

    /** Warns of properties on the command line that look like options of this plugin and are none. */
    final void warnOfUnknownOptions() {
        UnknownOptions.of(mojoExecution.getMojoDescriptor().getPluginDescriptor())
                .among(
                        session.getUserProperties().stringPropertyNames(),
                        project.getProperties().stringPropertyNames())
                .forEach(getLog()::warn);
    }

    final PluginExecutions executions() {
        return new PluginExecutions(project, mojoExecution);
    }

    final String executionId() {
        return mojoExecution.getExecutionId();
    }

    final PactNames pactNames() {
        return new PactNames(session, project);
    }

    final BrokerSettings brokerSettings() {
        return new BrokerSettings(pactNames(), getLog()::debug);
    }

    /** The embedded broker, by the parameters of a goal. */
    final DefaultBroker defaultBroker(@Nullable String choice, File directory) {
        return new DefaultBroker(
                brokerSettings().find(BrokerSetting.BROKER, choice),
                directory.toPath(),
                ciBuild().isCi(),
                getLog());
    }

    final CiBuild ciBuild() {
        return new CiBuild(session.getSystemProperties(), baseDirectory());
    }

    final MavenSession session() {
        return session;
    }

    final MavenProject project() {
        return project;
    }

    final Settings settings() {
        return session.getSettings();
    }

    final OutcomeFiles outcomes() {
        return new OutcomeFiles(
                buildDirectory().resolve("wspact").resolve("outcomes"),
                session.getStartTime().toInstant().toString());
    }

    /** The project's directory, or where Maven was started if there is no project. */
    final Path baseDirectory() {
        File directory = project.getBasedir();
        return directory == null ? Path.of(session.getExecutionRootDirectory()) : directory.toPath();
    }

    /** The directory {@code target}. Without a POM Maven names one that does not exist. */
    final Path buildDirectory() {
        return project.getBasedir() == null
                ? baseDirectory().resolve("target")
                : Path.of(project.getBuild().getDirectory());
    }

    /** A parameter that is a path, or else one of Pact's names, or else the default; relative ones from the project. */
    final Path path(@Nullable File parameter, String ofDefault, String... pactNames) {
        if (parameter != null) {
            return parameter.toPath();
        }
        String known = pactNames().find(pactNames);
        return baseDirectory().resolve(known == null ? ofDefault : known);
    }
}
