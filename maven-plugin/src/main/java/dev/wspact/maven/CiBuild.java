package dev.wspact.maven;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the CI system says of the build in environment variables, or else what Git's files say.
 *
 * @param system properties of the system, with environment variables behind the prefix {@code env.}
 * @param directory where the build runs
 */
record CiBuild(Properties system, Path directory) {
    private static final List<String> COMMITS = List.of(
            "GITHUB_SHA",
            "CI_COMMIT_SHA",
            "BUILDKITE_COMMIT",
            "CIRCLE_SHA1",
            "TRAVIS_PULL_REQUEST_SHA",
            "TRAVIS_COMMIT",
            "GIT_COMMIT",
            "APPVEYOR_REPO_COMMIT",
            "BITBUCKET_COMMIT",
            "BUILD_SOURCEVERSION",
            "CIRRUS_CHANGE_IN_REPO",
            "CI_COMMIT_ID");
    private static final List<String> BRANCHES = List.of(
            "CI_MERGE_REQUEST_SOURCE_BRANCH_NAME",
            "CI_COMMIT_BRANCH",
            "BUILDKITE_BRANCH",
            "CIRCLE_BRANCH",
            "TRAVIS_PULL_REQUEST_BRANCH",
            "TRAVIS_BRANCH",
            "CHANGE_BRANCH",
            "BRANCH_NAME",
            "GIT_BRANCH",
            "GIT_LOCAL_BRANCH",
            "APPVEYOR_REPO_BRANCH",
            "BITBUCKET_BRANCH",
            "SYSTEM_PULLREQUEST_SOURCEBRANCH",
            "BUILD_SOURCEBRANCH",
            "CIRRUS_BRANCH");
    private static final List<String> BUILDS =
            List.of("CI_JOB_URL", "BUILDKITE_BUILD_URL", "CIRCLE_BUILD_URL", "TRAVIS_BUILD_WEB_URL", "BUILD_URL");
    private static final String HEADS = "refs/heads/";
    private static final Set<String> NO = Set.of("false", "0", "no", "");

    /** Whether this is a build of a CI system. */
    boolean isCi() {
        return !NO.contains(variable("CI").orElse(""));
    }

    /** The commit's hash; null if it is not known. */
    @Nullable
    String commit() {
        return firstOf(List.of(this::pullRequestHead, () -> first(COMMITS), () -> git().map(GitHead::commit)));
    }

    /** The branch; null if it is not known, or a tag is built. */
    @Nullable
    String branch() {
        return firstOf(List.of(
                () -> variable("GITHUB_HEAD_REF"),
                () -> variable("GITHUB_REF")
                        .filter(reference -> reference.startsWith(HEADS))
                        .map(CiBuild::withoutPrefix),
                this::gitLabBranch,
                // what else begins like this is a tag, or a merge that the CI system has made
                () -> first(BRANCHES)
                        .map(CiBuild::withoutPrefix)
                        .filter(branch -> !branch.startsWith("refs/") && !branch.equals("HEAD")),
                () -> variable("GITHUB_REF").isPresent() ? Optional.empty() : git().map(GitHead::branch)));
    }

    /** Page of the build; null if it is not known. */
    @Nullable
    String buildUrl() {
        return firstOf(List.of(this::gitHubRun, () -> first(BUILDS)));
    }

    private Optional<String> gitLabBranch() {
        // CI_COMMIT_REF_NAME is the tag's name where a tag is built
        return variable("CI_COMMIT_TAG").isPresent()
                ? Optional.empty()
                : first(List.of("CI_MERGE_REQUEST_SOURCE_BRANCH_NAME", "CI_COMMIT_BRANCH", "CI_COMMIT_REF_NAME"));
    }

    private Optional<String> gitHubRun() {
        Optional<String> server = variable("GITHUB_SERVER_URL");
        Optional<String> repository = variable("GITHUB_REPOSITORY");
        Optional<String> run = variable("GITHUB_RUN_ID");
        return server.isPresent() && repository.isPresent() && run.isPresent()
                ? Optional.of(server.get() + "/" + repository.get() + "/actions/runs/" + run.get())
                : Optional.empty();
    }

    private Optional<String> pullRequestHead() {
        Optional<String> file = variable("GITHUB_EVENT_PATH");
        if (file.isEmpty() || !variable("GITHUB_EVENT_NAME").orElse("").startsWith("pull_request")) {
            return Optional.empty();
        }
        try {
            // GITHUB_SHA is a commit that GitHub has made for this build only
            String head = JsonMapper.builder()
                    .build()
                    .readTree(Path.of(file.get()).toFile())
                    .at("/pull_request/head/sha")
                    .asText("");
            return head.isBlank() ? Optional.empty() : Optional.of(head);
        } catch (IOException e) {
            // then GITHUB_SHA has to do
            return Optional.empty();
        }
    }

    private static String withoutPrefix(String branch) {
        String name = branch.startsWith(HEADS) ? branch.substring(HEADS.length()) : branch;
        return name.startsWith("origin/") ? name.substring("origin/".length()) : name;
    }

    private Optional<GitHead> git() {
        return GitHead.of(directory);
    }

    private Optional<String> first(List<String> names) {
        return names.stream().flatMap(name -> variable(name).stream()).findFirst();
    }

    private static @Nullable String firstOf(List<Supplier<Optional<String>>> sources) {
        return sources.stream()
                .flatMap(source -> source.get().stream())
                .findFirst()
                .orElse(null);
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(system.getProperty("env." + name))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }
}
