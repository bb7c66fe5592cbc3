package dev.wspact.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CiBuildTest {
    private static final String HASH = "0123456789abcdef0123456789abcdef01234567";
    private static final String OTHER = "fedcba9876543210fedcba9876543210fedcba98";

    @TempDir
    private Path directory;

    private CiBuild build(String... variables) {
        Properties system = new Properties();
        for (int i = 0; i < variables.length; i += 2) {
            system.setProperty("env." + variables[i], variables[i + 1]);
        }
        return new CiBuild(system, directory);
    }

    @ParameterizedTest
    @CsvSource({
        "GITHUB_SHA",
        "CI_COMMIT_SHA",
        "BUILDKITE_COMMIT",
        "CIRCLE_SHA1",
        "TRAVIS_COMMIT",
        "GIT_COMMIT",
        "APPVEYOR_REPO_COMMIT",
        "BITBUCKET_COMMIT",
        "BUILD_SOURCEVERSION",
        "CIRRUS_CHANGE_IN_REPO",
        "CI_COMMIT_ID"
    })
    void every_system_names_its_commit(String variable) {
        assertThat(build(variable, HASH).commit()).isEqualTo(HASH);
    }

    @ParameterizedTest
    @CsvSource({
        "GITHUB_HEAD_REF, feat/x, feat/x",
        "GITHUB_REF, refs/heads/feat/x, feat/x",
        "CI_MERGE_REQUEST_SOURCE_BRANCH_NAME, feat/x, feat/x",
        "CI_COMMIT_BRANCH, main, main",
        "CI_COMMIT_REF_NAME, main, main",
        "BUILDKITE_BRANCH, main, main",
        "CHANGE_BRANCH, feat/x, feat/x",
        "GIT_BRANCH, origin/main, main",
        "BUILD_SOURCEBRANCH, refs/heads/main, main",
        "CIRRUS_BRANCH, main, main"
    })
    void every_system_names_its_branch(String variable, String value, String branch) {
        assertThat(build(variable, value).branch()).isEqualTo(branch);
    }

    @Test
    void a_tag_is_no_branch() throws IOException {
        git("ref: refs/heads/main");
        assertThat(build("GITHUB_REF", "refs/tags/v1").branch()).isNull();
        assertThat(build("CI_COMMIT_TAG", "v1", "CI_COMMIT_REF_NAME", "v1").branch())
                .isNotEqualTo("v1");
        assertThat(build("BUILD_SOURCEBRANCH", "refs/tags/v1").branch()).isNotEqualTo("refs/tags/v1");
    }

    @Test
    void a_pull_request_on_github_is_its_last_commit_and_not_the_merge() throws IOException {
        Path event = Files.writeString(
                directory.resolve("event.json"),
                """
                {"pull_request": {"base": {"sha": "%s"}, "head": {"repo": {"id": 1}, "sha": "%s"}}}"""
                        .formatted(OTHER, HASH));
        assertThat(build(
                                "GITHUB_EVENT_NAME",
                                "pull_request",
                                "GITHUB_EVENT_PATH",
                                event.toString(),
                                "GITHUB_SHA",
                                OTHER)
                        .commit())
                .isEqualTo(HASH);
        assertThat(build("GITHUB_EVENT_NAME", "push", "GITHUB_EVENT_PATH", event.toString(), "GITHUB_SHA", OTHER)
                        .commit())
                .isEqualTo(OTHER);
        Files.writeString(event, "{half");
        assertThat(build(
                                "GITHUB_EVENT_NAME",
                                "pull_request",
                                "GITHUB_EVENT_PATH",
                                event.toString(),
                                "GITHUB_SHA",
                                OTHER)
                        .commit())
                .isEqualTo(OTHER);
    }

    @Test
    void the_page_of_the_build() {
        assertThat(build("BUILD_URL", "http://ci/7").buildUrl()).isEqualTo("http://ci/7");
        assertThat(build(
                                "GITHUB_SERVER_URL", "https://github.com",
                                "GITHUB_REPOSITORY", "me/it",
                                "GITHUB_RUN_ID", "7")
                        .buildUrl())
                .isEqualTo("https://github.com/me/it/actions/runs/7");
        assertThat(build().buildUrl()).isNull();
    }

    @Test
    void ci_is_what_says_so() {
        assertThat(build("CI", "true").isCi()).isTrue();
        assertThat(build("CI", "false").isCi()).isFalse();
        assertThat(build().isCi()).isFalse();
    }

    private Path git(String head) throws IOException {
        Path git = Files.createDirectories(directory.resolve(".git/refs/heads"))
                .getParent()
                .getParent();
        Files.writeString(git.resolve("HEAD"), head + "\n");
        return git;
    }

    @Test
    void without_a_ci_system_git_is_asked() throws IOException {
        Path git = git("ref: refs/heads/feat/x");
        Files.createDirectories(git.resolve("refs/heads/feat"));
        Files.writeString(git.resolve("refs/heads/feat/x"), HASH + "\n");
        Path below = Files.createDirectories(directory.resolve("module/src"));

        assertThat(new CiBuild(new Properties(), below).commit()).isEqualTo(HASH);
        assertThat(new CiBuild(new Properties(), below).branch()).isEqualTo("feat/x");
    }

    @Test
    void a_packed_reference_a_detached_head_and_a_linked_working_tree_are_read() throws IOException {
        Path git = git("ref: refs/heads/main");
        assertThat(build().commit()).isNull();
        Files.writeString(
                git.resolve("packed-refs"),
                "# pack-refs\n" + OTHER + " refs/heads/old\n" + HASH + " refs/heads/main\n");
        assertThat(build().commit()).isEqualTo(HASH);

        Path linked = Files.createDirectories(git.resolve("worktrees/w"));
        Files.writeString(linked.resolve("HEAD"), "ref: refs/heads/old\n");
        Files.writeString(linked.resolve("commondir"), "../..\n");
        Path tree = Files.createDirectories(directory.resolve("tree"));
        Files.writeString(tree.resolve(".git"), "gitdir: " + linked + "\n");
        assertThat(new CiBuild(new Properties(), tree).commit()).isEqualTo(OTHER);
        assertThat(new CiBuild(new Properties(), tree).branch()).isEqualTo("old");

        Files.writeString(git.resolve("HEAD"), HASH + "\n");
        assertThat(build().commit()).isEqualTo(HASH);
        assertThat(build().branch()).isNull();
    }
}
