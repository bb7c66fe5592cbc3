package dev.wspact.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Model;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;

class RerunCommandTest {
    private final DefaultMavenExecutionRequest request = new DefaultMavenExecutionRequest();
    private final MavenProject root = project("parent", true);
    private final MavenProject shop = project("shop", false);

    RerunCommandTest() {
        request.setGoals(List.of("clean", "verify"));
    }

    @Test
    void repeats_the_goals_and_the_profiles() {
        request.setActiveProfiles(List.of("it", "slow"));

        assertThat(command(root, root)).isEqualTo("mvn clean verify -Pit,slow");
    }

    @Test
    void names_the_module_only_where_there_are_others() {
        assertThat(command(shop, root, shop)).isEqualTo("mvn clean verify -pl :shop -am");
        assertThat(command(root, root, shop)).isEqualTo("mvn clean verify");
        assertThat(command(shop, shop)).isEqualTo("mvn clean verify");
    }

    @Test
    void repeats_options_of_ours_in_their_order_and_no_others() {
        option("wspact.url", "ws://localhost:8080/feed?a=1");
        option("wspact.timeout", "5s");
        option("pact.provider.version", "1.0");
        option("java.home", "/jdk");

        assertThat(command(root, root))
                .isEqualTo("mvn clean verify -Dpact.provider.version=1.0 -Dwspact.timeout=5s"
                        + " '-Dwspact.url=ws://localhost:8080/feed?a=1'");
    }

    @Test
    void leaves_out_the_filters_since_whoever_runs_it_again_sets_his_own() {
        option("pact.filter.description", "a tick");
        option("pact.filter.consumers", "ui");

        assertThat(command(root, root)).isEqualTo("mvn clean verify");
    }

    @Test
    void tells_no_secret() {
        for (String name : List.of(
                "wspact.headers",
                "pact.broker.token",
                "pactbroker.auth.password",
                "pact.broker.password",
                "pact.broker.username",
                "wspact.proxy",
                "wspact.trustStorePassword")) {
            option(name, "hunter2");
        }

        assertThat(command(root, root))
                .doesNotContain("hunter2")
                .contains("-Dwspact.headers=...", "-Dpact.broker.token=...", "-Dwspact.trustStorePassword=...");
    }

    @Test
    void quotes_what_a_shell_would_take_for_its_own() {
        option("wspact.contracts", "it's $HOME; rm *");

        assertThat(command(root, root)).isEqualTo("mvn clean verify '-Dwspact.contracts=it'\\''s $HOME; rm *'");
    }

    private void option(String name, String value) {
        request.getUserProperties().setProperty(name, value);
    }

    @SuppressWarnings("deprecation") // the only way to a session without a container
    private String command(MavenProject project, MavenProject... projects) {
        MavenSession session = new MavenSession(null, null, request, new DefaultMavenExecutionResult());
        session.setProjects(List.of(projects));
        return RerunCommand.of(session, project);
    }

    private static MavenProject project(String artifactId, boolean root) {
        Model model = new Model();
        model.setArtifactId(artifactId);
        MavenProject project = new MavenProject(model);
        project.setExecutionRoot(root);
        return project;
    }
}
