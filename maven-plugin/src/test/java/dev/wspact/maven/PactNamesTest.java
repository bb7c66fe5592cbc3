package dev.wspact.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Properties;
import org.junit.jupiter.api.Test;

class PactNamesTest {
    private final Properties user = new Properties();
    private final Properties project = new Properties();
    private final Properties system = new Properties();
    private final PactNames names = new PactNames(user, project, system);

    @Test
    void asks_from_the_command_line_down_to_the_environment() {
        assertThat(names.find("pact.provider.name")).isNull();
        system.setProperty("env.PACT_PROVIDER_NAME", "upper");
        assertThat(names.find("pact.provider.name")).isEqualTo("upper");
        system.setProperty("env.pact.provider.name", "literal");
        assertThat(names.find("pact.provider.name")).isEqualTo("literal");
        system.setProperty("pact.provider.name", "system");
        assertThat(names.find("pact.provider.name")).isEqualTo("system");
        project.setProperty("pact.provider.name", "pom");
        assertThat(names.find("pact.provider.name")).isEqualTo("pom");
        user.setProperty("pact.provider.name", "command line");
        assertThat(names.find("pact.provider.name")).isEqualTo("command line");
    }

    @Test
    void the_first_name_wins_and_a_blank_value_is_none() {
        user.setProperty("second", "2");
        user.setProperty("third", "3");
        user.setProperty("first", " ");

        assertThat(names.find("first", "second", "third")).isEqualTo("2");
    }
}
