package dev.wspact.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ParametersPageTest {
    private static final Path PAGE = Path.of("..", "docs", "parameters.md");

    @Test
    void the_page_says_what_the_descriptor_says() throws Exception {
        PluginXml plugin = PluginXml.read();
        assertThat(plugin.goals()).hasSizeGreaterThanOrEqualTo(18).allSatisfy(goal -> {
            assertThat(goal.description()).isNotEmpty();
            assertThat(goal.parameters()).as(goal.name()).isNotEmpty();
        });

        String page = ParametersPage.of(plugin);
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(PAGE, page);
        }
        assertThat(page)
                .as(
                        "docs/parameters.md is made from the plugin's descriptor. Rewrite it: mvn -B -ntp -pl core,maven-plugin"
                                + " package -Dtest=ParametersPageTest -Dsurefire.failIfNoSpecifiedTests=false -Dgolden.update=true")
                .isEqualTo(Files.readString(PAGE));
    }
}
