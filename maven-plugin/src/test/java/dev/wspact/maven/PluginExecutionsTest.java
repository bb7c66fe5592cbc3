package dev.wspact.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;

class PluginExecutionsTest {
    private final Plugin ours = plugin("wspact-maven-plugin");
    private final MavenProject project = new MavenProject(new Model());

    PluginExecutionsTest() {
        project.getModel().setBuild(new Build());
        project.getBuild().addPlugin(plugin("other-maven-plugin"));
        project.getBuild().addPlugin(ours);
    }

    @Test
    void finds_the_executions_that_bind_a_goal() {
        bind("both", null, "verify", "check");
        bind("first", "integration-test", "verify");
        bind("nothing", null);

        assertThat(executions(MojoExecution.Source.LIFECYCLE).binding("verify")).containsExactly("both", "first");
        assertThat(executions(MojoExecution.Source.LIFECYCLE).binding("check")).containsExactly("both");
    }

    @Test
    void an_execution_without_a_phase_to_run_in_binds_nothing() {
        bind("off", "none", "check");

        assertThat(executions(MojoExecution.Source.LIFECYCLE).binding("check")).isEmpty();
    }

    @Test
    void executions_of_other_plugins_do_not_count() {
        PluginExecution execution = new PluginExecution();
        execution.setGoals(List.of("check"));
        project.getBuild().getPlugins().get(0).addExecution(execution);

        assertThat(executions(MojoExecution.Source.LIFECYCLE).binding("check")).isEmpty();
    }

    @Test
    void without_the_plugin_in_the_pom_nothing_is_bound() {
        project.getModel().setBuild(new Build());

        assertThat(executions(MojoExecution.Source.CLI).binding("verify")).isEmpty();
    }

    @Test
    void knows_the_lifecycle_from_the_command_line() {
        assertThat(executions(MojoExecution.Source.LIFECYCLE).currentIsBound()).isTrue();
        assertThat(executions(MojoExecution.Source.CLI).currentIsBound()).isFalse();
    }

    private PluginExecutions executions(MojoExecution.Source source) {
        PluginDescriptor plugin = new PluginDescriptor();
        plugin.setGroupId(ours.getGroupId());
        plugin.setArtifactId(ours.getArtifactId());
        MojoDescriptor goal = new MojoDescriptor();
        goal.setPluginDescriptor(plugin);
        return new PluginExecutions(project, new MojoExecution(goal, "id", source));
    }

    private void bind(String id, String phase, String... goals) {
        PluginExecution execution = new PluginExecution();
        execution.setId(id);
        execution.setPhase(phase);
        execution.setGoals(List.of(goals));
        ours.addExecution(execution);
    }

    private static Plugin plugin(String artifactId) {
        Plugin plugin = new Plugin();
        plugin.setGroupId("dev.wspact");
        plugin.setArtifactId(artifactId);
        return plugin;
    }
}
