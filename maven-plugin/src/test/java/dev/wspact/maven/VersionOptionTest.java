package dev.wspact.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VersionOptionTest {
    @TempDir
    private Path directory;

    private final Properties user = new Properties();
    private final Properties system = new Properties();

    private VersionOption option() {
        return new VersionOption(
                new BrokerSettings(new PactNames(user, new Properties(), system), line -> {}),
                new CiBuild(system, directory));
    }

    private MavenProject project(boolean hasPom) {
        MavenProject project = new MavenProject();
        project.setVersion("1.2-SNAPSHOT");
        if (hasPom) {
            project.setFile(new File(directory.toFile(), "pom.xml"));
        }
        return project;
    }

    private String number(boolean hasPom) {
        return option().number(BrokerSetting.CONSUMER_VERSION, null, project(hasPom));
    }

    @Test
    void the_version_is_what_is_set_or_the_commit_or_that_of_a_pom() {
        assertThat(number(true)).isEqualTo("1.2-SNAPSHOT");
        system.setProperty("env.GIT_COMMIT", "abc");
        assertThat(number(true)).isEqualTo("abc");
        user.setProperty("pact.publish.consumer.version", "7");
        assertThat(number(true)).isEqualTo("7");
        assertThat(option().number(BrokerSetting.CONSUMER_VERSION, "8", project(false)))
                .isEqualTo("8");
    }

    @Test
    void without_a_pom_no_version_is_made_up() {
        assertThatExceptionOfType(BadOptionException.class)
                .isThrownBy(() -> number(false))
                .withMessage("No version: neither is it set, nor is a commit known, and there is no POM. Say it:"
                        + " -Dpact.projectVersion=….");
    }

    @Test
    void the_page_of_the_build_is_a_whole_url() {
        assertThat(option().buildUrl(BrokerSetting.CONSUMER_BUILD_URL, null)).isNull();
        assertThat(option().buildUrl(BrokerSetting.CONSUMER_BUILD_URL, "https://ci/7"))
                .isEqualTo(URI.create("https://ci/7"));
        for (String wrong : new String[] {"ci/7", "https://ci/a b"}) {
            assertThatExceptionOfType(BadOptionException.class)
                    .isThrownBy(() -> option().buildUrl(BrokerSetting.CONSUMER_BUILD_URL, wrong))
                    .withMessageContaining("which is not a URL");
        }
    }
}
