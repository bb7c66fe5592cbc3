package dev.wspact.maven;

import java.util.List;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;

/** What the effective POM of one project binds of this plugin. */
final class PluginExecutions {
    private static final String DISABLED = "none";

    private final MavenProject project;
    private final MojoExecution current;

    PluginExecutions(MavenProject project, MojoExecution current) {
        this.project = project;
        this.current = current;
    }

    /** Whether the running goal was reached through the lifecycle, not named on the command line. */
    boolean currentIsBound() {
        return current.getSource() == MojoExecution.Source.LIFECYCLE;
    }

    /** Ids of the executions that bind the goal, in the order of the POM. */
    List<String> binding(String goal) {
        Plugin plugin = project.getPlugin(Plugin.constructKey(current.getGroupId(), current.getArtifactId()));
        if (plugin == null) {
            return List.of();
        }
        return plugin.getExecutions().stream()
                .filter(execution -> execution.getGoals().contains(goal))
                .filter(execution -> !DISABLED.equals(execution.getPhase()))
                .map(execution -> execution.getId())
                .toList();
    }
}
