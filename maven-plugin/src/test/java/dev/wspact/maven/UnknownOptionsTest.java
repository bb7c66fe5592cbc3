package dev.wspact.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.apache.maven.plugin.descriptor.DuplicateMojoDescriptorException;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.codehaus.plexus.configuration.DefaultPlexusConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnknownOptionsTest {
    private final UnknownOptions unknown = new UnknownOptions(List.of(
            "wspact.url",
            "wspact.timeout",
            "wspact.contracts",
            "wspact.failOnMetadata",
            "wspact.failOnUncontracted",
            "wspact.failOnUnexpectedKeys",
            "wspact.stateChangeUrl",
            "wspact.stateChangeTeardown",
            "skipITs"));

    @ParameterizedTest
    @CsvSource({
        "wspact.contract, wspact.contracts",
        "wspact.timout, wspact.timeout",
        "wspact.URL, wspact.url",
        "wspact.statechangeurl, wspact.stateChangeUrl",
        "wspact.failOnUncontractd, wspact.failOnUncontracted",
        "wspact.failOnUnexpected, wspact.failOnUnexpectedKeys"
    })
    void names_the_option_that_was_meant(String slip, String meant) {
        assertThat(unknown.among(Set.of(slip, "wspact.url"), Set.of()))
                .containsExactly(
                        "-D" + slip + " has no effect: wspact has no such option. Perhaps " + meant + " is meant.");
    }

    @Test
    void points_to_the_help_if_nothing_is_alike() {
        assertThat(unknown.among(Set.of("wspact.ulr"), Set.of()))
                .containsExactly(
                        "-Dwspact.ulr has no effect: wspact has no such option. wspact:help with -Ddetail lists all options.");
    }

    @Test
    void leaves_options_other_names_and_properties_of_the_pom_alone() {
        assertThat(unknown.among(
                        Set.of("wspact.url", "skipITs", "server.port", "wspact.ci.token", "wspact.version"),
                        Set.of("wspact.version")))
                .isEmpty();
    }

    @Test
    void knows_the_options_of_all_goals_of_the_plugin() {
        PluginDescriptor plugin = new PluginDescriptor();
        plugin.setGroupId("dev.wspact");
        plugin.setArtifactId("wspact-maven-plugin");
        goal(plugin, "verify", "${wspact.url}", "${session}");
        goal(plugin, "contracts", "${wspact.pactDirectory}", null);

        assertThat(UnknownOptions.of(plugin)
                        .among(Set.of("wspact.url", "wspact.pactDirectory", "wspact.pactDir"), Set.of()))
                .containsExactly(
                        "-Dwspact.pactDir has no effect: wspact has no such option. Perhaps wspact.pactDirectory is meant.");
    }

    private static void goal(PluginDescriptor plugin, String name, String... expressions) {
        var configuration = new DefaultPlexusConfiguration("configuration");
        for (int i = 0; i < expressions.length; i++) {
            var parameter = new DefaultPlexusConfiguration("parameter" + i);
            parameter.setValue(expressions[i]);
            configuration.addChild(parameter);
        }
        MojoDescriptor goal = new MojoDescriptor();
        goal.setGoal(name);
        goal.setMojoConfiguration(configuration);
        goal.setPluginDescriptor(plugin);
        try {
            plugin.addMojo(goal);
        } catch (DuplicateMojoDescriptorException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
