package dev.wspact.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wspact.verdict.ContractResult;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitHubStepTest {
    private static final List<ContractResult> BROKEN =
            List.of(Results.of(Results.interaction("a tick", Results.NOT_SEEN)));

    @TempDir
    Path directory;

    private final Properties environment = new Properties();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    private void tell() {
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        new GitHubStep(environment, out, new SystemStreamLog()).tell(BROKEN);
    }

    @Test
    void elsewhere_nothing_is_written_and_nothing_printed() throws IOException {
        tell();

        assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
        try (var files = Files.list(directory)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void the_summary_goes_behind_what_other_modules_have_written() throws IOException {
        Path summary = Files.writeString(directory.resolve("summary.md"), "# another module\n");
        environment.setProperty("env.GITHUB_STEP_SUMMARY", summary.toString());
        tell();

        assertThat(summary)
                .content()
                .startsWith("# another module\n### ❌ WebSocket contracts are not honored\n")
                .contains("<code>a tick</code>: not seen");
        assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void the_summary_never_grows_over_what_github_takes() throws IOException {
        Path summary = Files.write(directory.resolve("summary.md"), new byte[(1 << 20) - 100]);
        environment.setProperty("env.GITHUB_STEP_SUMMARY", summary.toString());
        tell();

        assertThat(Files.size(summary)).isLessThanOrEqualTo(1 << 20);
    }

    @Test
    void a_broken_contract_is_marked_at_its_file() {
        environment.setProperty("env.GITHUB_ACTIONS", "true");
        environment.setProperty("env.GITHUB_WORKSPACE", directory.toString());
        tell();

        assertThat(printed.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "::error file=ui-feed.json,title=feed%2C ui%3A a tick::a message: not seen within 2 s");
    }
}
